import { extname } from 'node:path';
import type { Format } from './analyzeCommand.ts';

/** What a command writes, and a sentence for the user where the name of the file says something else. */
export interface ChosenFormat<Known extends Format> {
  readonly format: Known;
  readonly remark: string | null;
}

/** The ways in which a command comes by its format. */
export interface FormatChoice<Known extends Format> {
  /** What `--format` says; null where it was not given. */
  readonly asked: Known | null;
  readonly output: string | null;
  readonly known: readonly Known[];
  readonly otherwise: Known;
  /** Whether the extension of the file may choose. */
  readonly byExtension: boolean;
}

/** What is asked for; else what the extension of the file means, where it may choose; else the usual format. */
export function chooseFormat<Known extends Format>(choice: FormatChoice<Known>): ChosenFormat<Known> {
  const { asked, output, known, otherwise, byExtension } = choice;
  const meant = output === null ? undefined : formatOfExtension[extname(output).toLowerCase()];
  const possible = known.find((one) => one === meant);
  const format = asked ?? (byExtension ? possible : undefined) ?? otherwise;
  if (output === null || meant === undefined || meant === format || holds(meant, format))
    return { format, remark: null };
  const written = `${output} gets ${formatNames[format]}`;
  if (asked !== null) return { format, remark: `${written}, as --format ${asked} asks for.` };
  const advice =
    possible === undefined
      ? 'this command cannot write what its name says.'
      : `give --format ${possible} for what its name says.`;
  return { format, remark: `${written}; ${advice}` };
}

/** SARIF and lines of JSON are JSON, too. */
function holds(extension: Format, format: Format): boolean {
  return extension === 'json' && (format === 'sarif' || format === 'ndjson');
}

const formatOfExtension: Readonly<Record<string, Format>> = {
  '.html': 'html',
  '.htm': 'html',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.sarif': 'sarif',
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.txt': 'text',
};

const formatNames: Readonly<Record<Format, string>> = {
  text: 'text',
  json: 'JSON',
  ndjson: 'lines of JSON',
  markdown: 'Markdown',
  html: 'HTML',
  sarif: 'SARIF',
};
