import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentLink, Position, Range } from 'vscode-languageserver-types';
import { ccmOpener } from '../artefacts/ccmDelimiters.ts';
import type { Finding, Reading } from '../caseAnalysis.ts';
import { hashOf } from '../notes/textHash.ts';
import { detached } from '../text/detached.ts';
import { oneLine } from './oneLine.ts';

/** Lines of an excerpt, and lines around them that are looked at to begin and end it with a whole record. */
const linesOfExcerpt = 400;
const linesOfSlack = 40;
/** A line of a log can have megabytes; an excerpt has not. */
const mostCharacters = 400_000;

/** A part of a file that is too large for an editor, as a document of its own. */
export interface Excerpt {
  /** The whole text: a line that says what it is, the lines of the file as they are, and a line that says where they end. */
  readonly text: string;
  /** Length of that first line with its end: offsets in the excerpt count from here. */
  readonly headLength: number;
  /** Length of the last line, which has no end. */
  readonly footLength: number;
  /** Where the excerpt begins and ends in the file: offsets, and lines from 0, the end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly firstLine: number;
  readonly lastLine: number;
  /** Middle lines of the excerpts before and behind; null at the ends of the file. */
  readonly earlier: number | null;
  readonly later: number | null;
  /** The file has not the stretch any more that the excerpt was made for; these lines stand there now. */
  readonly hasChanged: boolean;
}

/** What an excerpt showed when it was made. A file that has another text there now is another one. */
export interface ExcerptStretch {
  /** Offsets in the file, and lines from 0, the ends exclusive. */
  readonly start: number;
  readonly end: number;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly hash: string;
}

/** The stretch of the file that an excerpt shows. */
export function stretchOf({ text, headLength, start, end, firstLine, lastLine }: Excerpt): ExcerptStretch {
  return { start, end, firstLine, lastLine, hash: hashOf(text.slice(headLength, headLength + end - start)) };
}

/**
 * The excerpt of a file around a line. `document` tells the file's lines, `textBetween` gives its text. It begins and
 * ends with whole records where records are not longer than some dozen lines. `made` is what it showed when it was
 * made, if that is known: where the file has that no more, the first line and the last say so.
 */
export function excerptAround(
  reading: Reading,
  document: TextDocument,
  line: number,
  textBetween: (start: number, end: number) => string,
  made: ExcerptStretch | null = null,
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
  const ways = [...(earlier === null ? [] : [earlierWord]), ...(later === null ? [] : [laterWord])];
  const body = around.slice(begin, end);
  const hasChanged = made !== null && !isThere(made, lineStart(lineCount), textBetween);
  const changes = hasChanged ? [changeOf(made, lineCount)] : [];
  const head = `${[headOf(reading.path, first, last, lineCount), ...changes, ...ways].join(gap)}\n`;
  // There as well: an editor whose document became short shows its end.
  const foot = [
    `End of this excerpt: line ${counted(last)} of ${counted(lineCount)}`,
    ...changes,
    ...ways,
  ].join(gap);
  return {
    text: `${head}${body}${/[\r\n]$/.test(body) ? '' : '\n'}${foot}`,
    headLength: head.length,
    footLength: foot.length,
    start,
    end: from + end,
    firstLine: first,
    lastLine: last,
    earlier,
    later,
    hasChanged,
  };
}

function isThere(
  { start, end, hash }: ExcerptStretch,
  length: number,
  textBetween: (start: number, end: number) => string,
): boolean {
  return end <= length && end - start <= mostCharacters && hashOf(textBetween(start, end)) === hash;
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
const gap = '   ';

function headOf(path: string, first: number, last: number, lineCount: number): string {
  const name = oneLine(path.slice(path.lastIndexOf('/') + 1));
  return `Excerpt of ${name}: lines ${counted(first + 1)} to ${counted(last)} of ${counted(lineCount)}`;
}

function changeOf({ firstLine, lastLine }: ExcerptStretch, lineCount: number): string {
  const lines = `lines ${counted(firstLine + 1)} to ${counted(lastLine)}`;
  const change = lastLine > lineCount ? `it has no ${lines} any more` : `its ${lines} are others now`;
  return `This file has changed since: ${change}`;
}

function counted(value: number): string {
  return value.toLocaleString('en');
}

/**
 * The name of an excerpt for its tab: that of its file with the lines in it. How it ends stays, as the editor tells
 * the kind of a file by that.
 */
export function excerptName(fileName: string, { firstLine, lastLine }: Excerpt): string {
  const dot = fileName.lastIndexOf('.');
  const stem = dot > 0 ? fileName.slice(0, dot) : fileName;
  return `${stem} (lines ${counted(firstLine + 1)}–${counted(lastLine)})${fileName.slice(stem.length)}`;
}

/**
 * The words of an excerpt's first and last line that lead to its neighbours. `earlier` and `later` are the uris of
 * those, null where there is none.
 */
export function excerptLinks(
  { text, headLength, footLength, firstLine, lastLine }: Excerpt,
  earlier: string | null,
  later: string | null,
): DocumentLink[] {
  const ways = [
    { word: earlierWord, target: earlier, tooltip: 'Show the lines before' },
    { word: laterWord, target: later, tooltip: 'Show the lines behind' },
  ];
  const ends = [
    { line: 0, words: text.slice(0, headLength) },
    { line: lastLine - firstLine + 1, words: text.slice(text.length - footLength) },
  ];
  return ends.flatMap(({ line, words }) =>
    ways.flatMap(({ word, target, tooltip }) => {
      const character = words.lastIndexOf(word);
      if (target === null || character < 0) return [];
      const range = { start: { line, character }, end: { line, character: character + word.length } };
      return [{ range, target, tooltip }];
    }),
  );
}

/** A range of the file as a range of the excerpt; cut to it where it reaches out. */
export function rangeInExcerpt({ firstLine, lastLine }: Excerpt, { start, end }: Range): Range {
  const inside = ({ line, character }: Position): Position =>
    line < firstLine
      ? { line: 1, character: 0 }
      : { line: Math.min(line, lastLine) - firstLine + 1, character: line >= lastLine ? 0 : character };
  return { start: inside(start), end: inside(end) };
}

/** A place of the excerpt as a place of the file; its first line counts as the one below it, its last as the one above. */
export function positionInFile({ firstLine, lastLine }: Excerpt, { line, character }: Position): Position {
  if (line === 0) return { line: firstLine, character: 0 };
  const inFile = firstLine + line - 1;
  return inFile < lastLine
    ? { line: inFile, character }
    : { line: Math.max(firstLine, lastLine - 1), character: 0 };
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
