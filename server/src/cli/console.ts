import { styleText } from 'node:util';
import type { NodeColour, TextPaint } from '../analysis/index.ts';

/** What the command line needs of the process; handed in, so that tests run it without one. */
export interface Console {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly outIsTerminal: boolean;
  readonly errorIsTerminal: boolean;
  /** Characters of a line, from the terminal or else from `COLUMNS`; 100 where neither tells. */
  readonly width: number;
  /** The moment at which the output is read, milliseconds UTC. */
  readonly clock: number;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The console of this process. */
export function processConsole(): Console {
  return {
    out: (text) => process.stdout.write(text),
    error: (text) => process.stderr.write(text),
    outIsTerminal: process.stdout.isTTY,
    errorIsTerminal: process.stderr.isTTY,
    width: widthOf(process.stdout.isTTY ? process.stdout.columns : undefined, process.env['COLUMNS']),
    clock: Date.now(),
    environment: process.env,
  };
}

/** Some terminals say that they have 0 columns. */
export function widthOf(terminal: number | undefined, columns: string | undefined): number {
  const said = terminal ?? (/^\d{1,5}$/.test(columns ?? '') ? Number(columns) : 0);
  return said > 0 ? said : 100;
}

/** Colours where standard output is a terminal; `NO_COLOR` (any value) turns them off, `FORCE_COLOR` on. */
export function paintFor(console: Console): TextPaint {
  const { NO_COLOR, FORCE_COLOR } = console.environment;
  const forced = FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0';
  const coloured = (NO_COLOR === undefined || NO_COLOR === '') && (console.outIsTerminal || forced);
  if (!coloured) return { paint: (text) => text, strong: (text) => text, dim: (text) => text };
  const style = (format: Parameters<typeof styleText>[0], text: string): string =>
    styleText(format, text, { validateStream: false });
  return {
    paint: (text, colour) => style(formats[colour], text),
    strong: (text) => style('bold', text),
    dim: (text) => style('dim', text),
  };
}

const formats: Readonly<Record<NodeColour, Parameters<typeof styleText>[0]>> = {
  good: 'green',
  bad: 'red',
  waiting: 'cyan',
  warning: 'yellow',
  muted: 'gray',
  none: 'reset',
};
