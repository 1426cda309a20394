import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentLink, Position, Range } from 'vscode-languageserver-types';
import { ccmOpener } from '../artefacts/ccmDelimiters.ts';
import type { Finding, Reading } from '../caseAnalysis.ts';
import { detached } from '../text/detached.ts';
import { oneLine } from './oneLine.ts';

/** Lines of an excerpt, and lines around them that are looked at to begin and end it with a whole record. */
const linesOfExcerpt = 400;
const linesOfSlack = 40;
/** A line of a log can have megabytes; an excerpt has not. */
const mostCharacters = 400_000;

/** A part of a file that is too large for an editor, as a document of its own. */
export interface Excerpt {
  /** The whole text: a line that says what it is, and below it the lines of the file as they are. */
  readonly text: string;
  /** Length of that first line with its end: offsets in the excerpt count from here. */
  readonly headLength: number;
  /** Where the excerpt begins and ends in the file: offsets, and lines from 0, the end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly firstLine: number;
  readonly lastLine: number;
  /** Middle lines of the excerpts before and behind; null at the ends of the file. */
  readonly earlier: number | null;
  readonly later: number | null;
}

/**
 * The excerpt of a file around a line. `document` tells the file's lines, `textBetween` gives its text. It begins and
 * ends with whole records where records are not longer than some dozen lines.
 */
export function excerptAround(
  reading: Reading,
  document: TextDocument,
  line: number,
  textBetween: (start: number, end: number) => string,
): Excerpt {
  const { lineCount } = document;
  const lineStart = (at: number): number =>
    document.offsetAt({ line: Math.min(at, lineCount), character: 0 });
  const middle = Math.max(0, Math.min(line, lineCount - 1));
  const wanted = Math.max(0, middle - linesOfExcerpt / 2);
  const wantedEnd = Math.min(lineCount, wanted + linesOfExcerpt);
  const base = lineStart(wanted);
  const limit = lineStart(Math.min(lineCount, wantedEnd + linesOfSlack));
  // Where lines are long the excerpt is shorter, and the line that was asked for is in it still.
  const tooLong = limit - base > mostCharacters;
  const from = tooLong ? Math.max(base, lineStart(middle) - mostCharacters / 4) : base;
  const to = tooLong ? Math.min(limit, from + mostCharacters) : limit;
  const around = detached(textBetween(from, to));
  const isLog = reading.artefact.kind === 'ccm-log';
  const begin = isLog && from > 0 ? (recordAfter(around, 0, lineStart(middle) - from) ?? 0) : 0;
  const cut = tooLong ? around.length : lineStart(wantedEnd) - from;
  const end = isLog && !tooLong ? (recordAfter(around, cut, around.length) ?? cut) : cut;
  const start = from + begin;
  const first = document.positionAt(start).line;
  const behind = document.positionAt(from + end);
  const last = behind.character === 0 ? behind.line : behind.line + 1;
  const earlier = start > 0 ? Math.max(0, first - linesOfExcerpt / 2) : null;
  const later = from + end < lineStart(lineCount) ? Math.min(lineCount - 1, last + linesOfExcerpt / 2) : null;
  const head = headOf(reading.path, first, last, lineCount, earlier !== null, later !== null);
  return {
    text: head + around.slice(begin, end),
    headLength: head.length,
    start,
    end: from + end,
    firstLine: first,
    lastLine: last,
    earlier,
    later,
  };
}

/** Offset of the first line from `from` on that begins with a record; null where there is none before `to`. */
function recordAfter(text: string, from: number, to: number): number | null {
  for (let at = from; at >= 0 && at <= to;) {
    if (text.startsWith(ccmOpener, at)) return at;
    const end = text.indexOf('\n', at);
    if (end < 0) return null;
    at = end + 1;
  }
  return null;
}

const earlierWord = '◀ earlier';
const laterWord = 'later ▶';

function headOf(
  path: string,
  first: number,
  last: number,
  lineCount: number,
  earlier: boolean,
  later: boolean,
): string {
  const name = oneLine(path.slice(path.lastIndexOf('/') + 1));
  const number = (value: number): string => value.toLocaleString('en');
  const part = `Excerpt of ${name}: lines ${number(first + 1)} to ${number(last)} of ${number(lineCount)}`;
  return `${[part, ...(earlier ? [earlierWord] : []), ...(later ? [laterWord] : [])].join('   ')}\n`;
}

/** The words of an excerpt's first line that lead to its neighbours. `uriOf` names the excerpt around a line. */
export function excerptLinks(excerpt: Excerpt, uriOf: (line: number) => string): DocumentLink[] {
  const head = excerpt.text.slice(0, excerpt.headLength);
  return [
    { word: earlierWord, line: excerpt.earlier, tooltip: 'Show the lines before' },
    { word: laterWord, line: excerpt.later, tooltip: 'Show the lines behind' },
  ].flatMap(({ word, line, tooltip }) => {
    const character = head.lastIndexOf(word);
    if (line === null || character < 0) return [];
    const range = {
      start: { line: 0, character },
      end: { line: 0, character: character + word.length },
    };
    return [{ range, target: uriOf(line), tooltip }];
  });
}

/** A range of the file as a range of the excerpt; cut to it where it reaches out. */
export function rangeInExcerpt({ firstLine, lastLine }: Excerpt, { start, end }: Range): Range {
  const inside = ({ line, character }: Position): Position =>
    line < firstLine
      ? { line: 1, character: 0 }
      : { line: Math.min(line, lastLine) - firstLine + 1, character: line >= lastLine ? 0 : character };
  return { start: inside(start), end: inside(end) };
}

/** A place of the excerpt as a place of the file; its first line counts as the one below it. */
export function positionInFile({ firstLine }: Excerpt, { line, character }: Position): Position {
  return line === 0 ? { line: firstLine, character: 0 } : { line: firstLine + line - 1, character };
}

/** The findings of the file that begin in the excerpt, at their places in it. */
export function findingsInExcerpt(
  { start, end, headLength }: Excerpt,
  file: string,
  findings: readonly Finding[],
): readonly Finding[] {
  return findings
    .filter(({ place }) => place.file === file && place.start >= start && place.start < end)
    .map((finding) => {
      const { place } = finding;
      const shifted = {
        ...place,
        start: place.start - start + headLength,
        end: Math.min(place.end, end) - start + headLength,
      };
      return { ...finding, place: shifted };
    });
}
