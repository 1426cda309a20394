import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Analyser, AnalysisOptions, Outcome, RedactionChoices, ReportTool } from '../analysis/index.ts';
import { parseTimeZone } from '../settings.ts';
import type { ReadPool } from '../shell/readPool.ts';
import { analyzeCommand, formats, type Format } from './analyzeCommand.ts';
import { compareCommand, compareFormats, type CompareRequest } from './compareCommand.ts';
import type { Console } from './console.ts';
import { exitCodes } from './exitCodes.ts';
import { explainCommand } from './explainCommand.ts';
import { redactCommand } from './redactCommand.ts';

/** What the program is built with. `analyser` is made on first use, so that `--help` loads no knowledge. */
export interface ProgramParts {
  readonly analyser: () => Analyser;
  /** Threads for large folders, none of which is started before there is one; null where there are none. */
  readonly readPool: ((messages: () => Analyser['catalogue']['messages']) => ReadPool) | null;
  readonly console: Console;
  readonly version: string;
}

interface JudgingFlags {
  readonly now?: number;
  readonly timeZone?: number;
  readonly output?: string;
}

interface ChoiceFlags {
  readonly keep?: readonly string[];
  readonly add?: readonly string[];
}

interface AnalyzeFlags extends JudgingFlags, ChoiceFlags {
  /** True for `report` unless `--no-redact` is given. */
  readonly redact?: boolean;
  readonly format: Format;
  readonly each?: true;
  readonly failOn?: readonly Outcome[];
}

interface RedactFlags extends ChoiceFlags {
  readonly map?: string;
}

interface CompareFlags extends JudgingFlags {
  readonly format: CompareRequest['format'];
}

/** Runs the command line and answers its exit code. Never throws for what the user gave. */
export async function runProgram(args: readonly string[], parts: ProgramParts): Promise<number> {
  let exitCode: number = exitCodes.analysed;
  const program = new Command('comgmt-lens')
    .description('Tells why a ConfigMgr client did, or did not, enroll itself into Intune.')
    .version(parts.version)
    .exitOverride()
    .configureOutput({ writeOut: parts.console.out, writeErr: parts.console.error })
    .showHelpAfterError('(comgmt-lens --help shows examples)')
    .addHelpText('after', examples);

  const analyze = async (paths: string[], flags: AnalyzeFlags): Promise<void> => {
    const analyser = parts.analyser();
    exitCode = await analyzeCommand(
      {
        paths,
        format: flags.format,
        each: flags.each ?? false,
        failOn: flags.failOn ?? [],
        output: flags.output ?? null,
        options: optionsOf(flags),
        redaction: flags.redact === true ? choicesOf(flags) : null,
      },
      analyser,
      parts.console,
      toolOf(parts),
      parts.readPool?.(() => analyser.catalogue.messages) ?? null,
    );
  };
  withChoices(
    withJudging(
      program
        .command('analyze')
        .description("Analyse a device's logs, registry exports and dsregcmd output.")
        .argument('<path...>', pathsHelp),
    ),
  )
    .addOption(new Option('--format <format>', 'what to write').choices(formats).default('text'))
    .option('--each', eachHelp)
    .option(
      '--fail-on <outcomes>',
      'exit with 4 when a verdict is one of these, separated by commas or |',
      parseOutcomes,
    )
    .option('--redact', 'put pseudonyms in place of everything that names a person, a device or a network')
    .action(analyze);

  withChoices(
    withJudging(
      program
        .command('report')
        .description(
          'Write the findings as a file to hand on: one HTML page unless another format is asked for.',
        )
        .argument('<path...>', pathsHelp),
    ),
  )
    .addOption(new Option('--format <format>', 'what to write').choices(formats).default('html'))
    .option('--each', eachHelp)
    .option('--no-redact', 'leave names, addresses and ids as they are; without it pseudonyms stand for them')
    .action(analyze);

  withChoices(
    program
      .command('redact')
      .description('Write a copy of a case with pseudonyms for everything that names somebody.')
      .argument('<case>', 'a file or folder; it stays as it is')
      .argument('<out>', 'folder of the copy, outside of the case'),
  )
    .option('--map <file>', 'write what stands for what, to be kept by you')
    .action(async (path: string, output: string, flags: RedactFlags) => {
      exitCode = await redactCommand(
        { path, output, choices: choicesOf(flags), map: flags.map ?? null },
        parts.analyser(),
        parts.console,
      );
    });

  withJudging(
    program
      .command('compare')
      .description('Tell what changed between two states of a device, stage by stage.')
      .argument('<before>', 'a file or folder, or an earlier export (.json, .sarif, .html)')
      .argument('<after>', 'the same'),
  )
    .addOption(new Option('--format <format>', 'what to write').choices(compareFormats).default('text'))
    .action(async (before: string, after: string, flags: CompareFlags) => {
      const { format, output = null } = flags;
      exitCode = await compareCommand(
        { before, after, format, output, options: optionsOf(flags) },
        parts.analyser(),
        parts.console,
        toolOf(parts),
      );
    });

  program
    .command('explain')
    .description('Explain error codes, in any form of the number or by name.')
    .argument(
      '<code...>',
      'hex, signed or unsigned decimal, AADSTS name, symbol, workload mask, or a sentence that holds them',
    )
    .allowUnknownOption()
    .action((words: string[]) => {
      exitCode = explainCommand(words.join(' '), parts.analyser(), parts.console);
    });

  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? exitCodes.analysed : exitCodes.wrongUsage;
    throw error;
  }
}

const pathsHelp = 'files or folders; everything below one path is one case (one device)';
const eachHelp = 'make every direct subfolder a case of its own; a folder without subfolders is one case';

/** What every command that judges a case can be told. */
function withJudging(command: Command): Command {
  return command
    .option(
      '--now <iso>',
      'judge for this moment, ISO 8601, UTC unless it names a zone; default: the latest record of the case',
      parseNow,
    )
    .option(
      '--time-zone <bias>',
      'zone of times that carry none: UTC, minutes to add to get UTC (-60 is UTC+1), or +01:00',
      parseZone,
    )
    .option('--output <file>', 'write to a file instead of standard output');
}

/** What every command that redacts can be told. */
function withChoices(command: Command): Command {
  return command
    .option('--keep <pattern...>', 'do not replace what matches; * stands for any characters')
    .option('--add <text...>', 'replace this text, too');
}

function choicesOf({ keep = [], add = [] }: ChoiceFlags): RedactionChoices {
  return { keep, add };
}

function optionsOf({ now, timeZone }: JudgingFlags): AnalysisOptions {
  return { now: now ?? null, bias: timeZone ?? null };
}

function toolOf({ version }: ProgramParts): ReportTool {
  return { name: 'comgmt-lens', version };
}

const examples = `
Examples:
  comgmt-lens analyze C:\\Windows\\CCM\\Logs
  comgmt-lens analyze ./PC-0042 --format json --output PC-0042.json
  comgmt-lens analyze ./devices --each --format ndjson
  comgmt-lens analyze ./PC-0042 --now 2026-11-22T12:00:00Z --fail-on failed,waiting
  comgmt-lens report ./PC-0042 --output PC-0042.html
  comgmt-lens report ./PC-0042 --format sarif --output PC-0042.sarif
  comgmt-lens redact ./PC-0042 ./PC-0042-to-share --add Contoso
  comgmt-lens compare PC-0042.html ./PC-0042-after-the-change
  comgmt-lens explain 0x8018002B
  comgmt-lens explain MENROLL_E_USERLICENSE

Exit codes: 0 analysed (whatever the verdict), 2 wrong usage, 3 a path could not be read
(the rest is still analysed and reported), 4 --fail-on matched a verdict; 1 a fault
of this program, such as an identifier left in a redacted result, which is then not written.`;

const outcomes: readonly Outcome[] = [
  'enrolled-user',
  'enrolled-device',
  'enrolled',
  'waiting',
  'failed',
  'not-started',
  'foreign-mdm',
  'unenrolled',
  'inconclusive',
];

/** A moment without a zone is taken as UTC, so that the answer is the same on every machine. */
function parseNow(text: string): number {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(
    text.trim(),
  );
  const [, date = '', clock = '00:00', zone = 'Z'] = match ?? [];
  const moment = match === null ? Number.NaN : Date.parse(`${date}T${clock}${zone.toUpperCase()}`);
  if (Number.isNaN(moment)) {
    throw new InvalidArgumentError('Give a date, or a date and time, such as 2026-11-22T12:00:00Z.');
  }
  return moment;
}

function parseZone(text: string): number {
  const bias = parseTimeZone(text);
  if (bias === null)
    throw new InvalidArgumentError('Give UTC, a bias in minutes such as -60, or an offset such as +01:00.');
  return bias;
}

function parseOutcomes(text: string): readonly Outcome[] {
  return text.split(/[,|]/).map((word) => {
    const outcome = outcomes.find((one) => one === word.trim());
    if (outcome === undefined) throw new InvalidArgumentError(`Known outcomes: ${outcomes.join(', ')}.`);
    return outcome;
  });
}
