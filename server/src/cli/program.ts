import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Analyser, Outcome } from '../analysis/index.ts';
import { parseTimeZone } from '../settings.ts';
import { analyzeCommand, formats, type Format } from './analyzeCommand.ts';
import type { Console } from './console.ts';
import { exitCodes } from './exitCodes.ts';
import { explainCommand } from './explainCommand.ts';

/** What the program is built with. `analyser` is made on first use, so that `--help` loads no knowledge. */
export interface ProgramParts {
  readonly analyser: () => Analyser;
  readonly console: Console;
  readonly version: string;
}

interface AnalyzeFlags {
  readonly format: Format;
  readonly now?: number;
  readonly timeZone?: number;
  readonly output?: string;
  readonly each?: true;
  readonly failOn?: readonly Outcome[];
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

  program
    .command('analyze')
    .description("Analyse a device's logs, registry exports and dsregcmd output.")
    .argument('<path...>', 'files or folders; everything below one path is one case (one device)')
    .addOption(new Option('--format <format>', 'what to write').choices(formats).default('text'))
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
    .option('--output <file>', 'write to a file instead of standard output')
    .option('--each', 'make every direct subfolder a case of its own')
    .option(
      '--fail-on <outcomes>',
      'exit with 4 when a verdict is one of these, separated by commas or |',
      parseOutcomes,
    )
    .action(async (paths: string[], flags: AnalyzeFlags) => {
      exitCode = await analyzeCommand(
        {
          paths,
          format: flags.format,
          each: flags.each ?? false,
          failOn: flags.failOn ?? [],
          output: flags.output ?? null,
          options: { now: flags.now ?? null, bias: flags.timeZone ?? null },
        },
        parts.analyser(),
        parts.console,
        { name: 'comgmt-lens', version: parts.version },
      );
    });

  program
    .command('explain')
    .description('Explain an error code, in any form of the number.')
    .argument('<code...>', 'hex, signed or unsigned decimal, AADSTS name, or a sentence that holds one')
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

const examples = `
Examples:
  comgmt-lens analyze C:\\Windows\\CCM\\Logs
  comgmt-lens analyze ./PC-0042 --format json --output PC-0042.json
  comgmt-lens analyze ./devices --each --format ndjson
  comgmt-lens analyze ./PC-0042 --now 2026-11-22T12:00:00Z --fail-on failed,waiting
  comgmt-lens explain 0x8018002B
  comgmt-lens explain 2149056536

Exit codes: 0 analysed (whatever the verdict), 2 wrong usage, 3 a path could not be read
(the rest is still analysed and reported), 4 --fail-on matched a verdict.`;

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
