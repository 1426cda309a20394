import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Analyser, AnalysisOptions, Outcome, RedactionChoices, ReportTool } from '../analysis/index.ts';
import { parseTimeZone } from '../settings.ts';
import type { ReadPool } from '../shell/readPool.ts';
import { analyzeCommand, formats, type Format } from './analyzeCommand.ts';
import { compareCommand, compareFormats, type CompareRequest } from './compareCommand.ts';
import type { Console } from './console.ts';
import { exitCodeMeanings, exitCodes } from './exitCodes.ts';
import { chooseFormat } from './outputFormat.ts';
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
  /** Undefined where `--format` was not given. */
  readonly format?: Format;
  readonly each?: true;
  readonly failOn?: readonly Outcome[];
}

interface RedactFlags extends ChoiceFlags {
  readonly map?: string;
}

interface CompareFlags extends JudgingFlags {
  readonly format?: CompareRequest['format'];
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

  const formatOf = <Known extends Format>(
    { format, output }: { readonly format?: Known; readonly output?: string },
    known: readonly Known[],
    otherwise: Known,
    byExtension: boolean,
  ): Known => {
    const choice = { asked: format ?? null, output: output ?? null, known, otherwise, byExtension };
    const chosen = chooseFormat(choice);
    if (chosen.remark !== null) parts.console.error(`comgmt-lens: ${chosen.remark}\n`);
    return chosen.format;
  };
  const analyze = async (paths: string[], flags: AnalyzeFlags, format: Format): Promise<void> => {
    const analyser = parts.analyser();
    exitCode = await analyzeCommand(
      {
        paths,
        format,
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
    .addOption(new Option('--format <format>', 'what to write; text unless given').choices(formats))
    .option('--each', eachHelp)
    .option(
      '--fail-on <outcomes>',
      'exit with 4 when a verdict is one of these, separated by commas or |',
      parseOutcomes,
    )
    .option('--redact', 'put pseudonyms in place of everything that names a person, a device or a network')
    // The contract names no default that depends on the file: scripts get what they always got.
    .action((paths: string[], flags: AnalyzeFlags) =>
      analyze(paths, flags, formatOf(flags, formats, 'text', false)),
    );

  withChoices(
    withJudging(
      program
        .command('report')
        .description(
          'Write the findings as a file to hand on: one HTML page, or what the name of the file says.',
        )
        .argument('<path...>', pathsHelp),
    ),
  )
    .addOption(new Option('--format <format>', byExtensionHelp('HTML')).choices(formats))
    .option('--each', eachHelp)
    .option('--no-redact', 'leave names, addresses and ids as they are; without it pseudonyms stand for them')
    .action((paths: string[], flags: AnalyzeFlags) =>
      analyze(paths, flags, formatOf(flags, formats, 'html', true)),
    );

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
    .addOption(new Option('--format <format>', byExtensionHelp('text')).choices(compareFormats))
    .action(async (before: string, after: string, flags: CompareFlags) => {
      const { output = null } = flags;
      const format = formatOf(flags, compareFormats, 'text', true);
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

function byExtensionHelp(otherwise: string): string {
  return `what to write; without it what the extension of --output means, else ${otherwise}`;
}

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
  comgmt-lens report ./PC-0042 --output PC-0042.sarif
  comgmt-lens redact ./PC-0042 ./PC-0042-to-share --add Contoso
  comgmt-lens compare PC-0042.html ./PC-0042-after-the-change
  comgmt-lens explain 0x8018002B
  comgmt-lens explain MENROLL_E_USERLICENSE

Exit codes:
${exitCodesHelp()}`;

function exitCodesHelp(): string {
  return Object.entries(exitCodeMeanings)
    .map(([code, meaning]) => `  ${code}  ${meaning.replaceAll('`', '')}`)
    .join('\n');
}

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
