import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { join } from 'node:path';
import type { BenchData } from './data.ts';
import type { Measurement } from './measurement.ts';
import type { Options } from './options.ts';
import { isInstalled, timeCommand } from './timeCommand.ts';

/**
 * Cases that take long at any scale, or their ratio or their bytes within one process. A quick run runs them once;
 * the ratios of the others are taken between processes, which needs some rounds.
 */
export const slowCases: ReadonlySet<string> = new Set([
  'memory',
  'open a document',
  'hover',
  'hover during a scan',
  'folder',
  'tail',
  'edit a document',
  'linearity',
  'grammar',
  'registry memory',
  'registry snapshots',
  'start',
  'growth',
]);

/**
 * Runs a case once, in a process of its own. Null for a reference that is not installed, and for a case that fails,
 * which `tell` is told.
 */
export function measureCase(
  name: string,
  { scale, quick }: Options,
  data: BenchData,
  tell: (failure: string) => void,
): Measurement | null {
  const command = commandOf(name, data);
  if (command !== null) {
    const [program, ...args] = command;
    return isInstalled(program) ? timeCommand(program, args) : null;
  }
  const quickly = quick ? ['--quick'] : [];
  const { status, stdout, stderr } =
    name === 'grammar'
      ? runNode(['bench/grammar.ts', ...quickly])
      : runNode(['--expose-gc', 'bench/runCase.ts', name, String(scale), ...quickly]);
  const measured = status === 0 ? (name === 'grammar' ? readGrammar(stdout) : readJson(stdout)) : null;
  if (measured === null) tell(`${name} failed:\n${stderr}`);
  return measured;
}

function readJson(stdout: string): Measurement {
  return JSON.parse(stdout) as Measurement;
}

/** The grammar has a benchmark of its own, which prints for people. */
function readGrammar(stdout: string): Measurement | null {
  const rate = /ccmlog grammar\s+([\d.]+) MB\/s/.exec(stdout)?.[1];
  const ratio = /time ratio\s+([\d.]+)/.exec(stdout)?.[1];
  if (rate === undefined || ratio === undefined) return null;
  return { milliseconds: 0, figures: { 'MB/s': Number(rate), ratio: Number(ratio) } };
}

function runNode(args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [...args], {
    cwd: join(import.meta.dirname, '..'),
    encoding: 'utf8',
    timeout: 600_000,
  });
}

/** References that are programs of their own; null for a case of ours. */
function commandOf(
  name: string,
  { log, folder, registryFile }: BenchData,
): readonly [string, ...string[]] | null {
  switch (name) {
    case 'rg':
      return ['rg', '-cF', '<![LOG[', log];
    case 'lnav':
      return ['lnav', '-I', join(import.meta.dirname, 'lnav'), '-n', '-q', log];
    case 'rg folder':
      return ['rg', '-cF', '<![LOG[', folder];
    case 'rg registry':
      return ['rg', '--encoding', 'utf-16le', '-c', 'HKEY_', registryFile];
    default:
      return null;
  }
}
