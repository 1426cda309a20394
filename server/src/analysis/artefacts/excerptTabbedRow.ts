import { isBlank } from '../text/characters.ts';
import type { ExcerptRow } from './excerptRow.ts';
import { pastedDatePattern } from './pastedTime.ts';
import { readThread } from './threadNumber.ts';

/**
 * Reads a line of cells between tabs. Each cell is told by its own form, so that the columns may stand in any order
 * and any of them may be missing; what is none of the others is the message. Null where neither a date nor a
 * thread is among the cells.
 */
export function readTabbedRow(text: string, start: number, end: number): ExcerptRow | null {
  const cells = cellsOf(text, start, end);
  if (cells.length > mostCells) return null;
  const date = cells.find((cell) => cell.role === 'date');
  const thread = cells.find((cell) => cell.role === 'thread');
  if (date === undefined && thread === undefined) return null;

  const rest = cells.filter((cell) => cell.role === 'word' || cell.role === 'text');
  const message = messageAmong(rest, cells.indexOf(date ?? thread ?? rest[0] ?? noCell), cells);
  if (message === null) return null;
  const component = rest.find((cell) => cell.role === 'word' && cell !== message);
  const [messageStart, messageEnd] = withNeighbours(cells, message);
  return {
    messageStart,
    messageEnd,
    component: component?.value ?? '',
    date: date?.value ?? '',
    thread: thread === undefined ? 0 : readThread(thread.value, 0, thread.value.length),
    type: typeOf(cells),
    sure: thread?.value.includes('(0x') === true && (date !== undefined || component !== undefined),
  };
}

/** Whether a line of cells is the viewer's heading rather than a row. */
export function isColumnHeading(line: string): boolean {
  const cells = line.slice(0, 400).split('\t');
  return cells.length > 1 && cells.every((cell) => headings.has(cell.trim().toLowerCase()));
}

const headings: ReadonlySet<string> = new Set([
  '',
  'log text',
  'message',
  'text',
  'component',
  'date',
  'time',
  'date/time',
  'datetime',
  'thread',
  'source',
  'source file',
  'file',
  'type',
  'severity',
  'log name',
  'protokolltext',
  'meldung',
  'komponente',
  'datum',
  'datum/uhrzeit',
  'uhrzeit',
]);

type Role = 'date' | 'thread' | 'source' | 'severity' | 'word' | 'text';

interface Cell {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly role: Role;
}

/** Viewers show a handful of columns; a line of more cells is a table of something else. */
const mostCells = 12;
const noCell: Cell = { start: 0, end: 0, value: '', role: 'text' };

function cellsOf(text: string, start: number, end: number): Cell[] {
  const cells: Cell[] = [];
  for (let at = start; at <= end && cells.length <= mostCells;) {
    const tab = text.indexOf('\t', at);
    const limit = tab < 0 || tab > end ? end : tab;
    let cellStart = at;
    let cellEnd = limit;
    while (cellStart < cellEnd && isBlank(text.charCodeAt(cellStart))) cellStart++;
    while (cellEnd > cellStart && isBlank(text.charCodeAt(cellEnd - 1))) cellEnd--;
    if (cellEnd > cellStart) {
      const value = text.slice(cellStart, Math.min(cellEnd, cellStart + longestSmallCell));
      cells.push({
        start: cellStart,
        end: cellEnd,
        value,
        role: cellEnd - cellStart < longestSmallCell ? roleOf(value) : 'text',
      });
    }
    at = limit + 1;
  }
  return cells;
}

/** A longer cell is text, whatever it holds. */
const longestSmallCell = 80;

const date = new RegExp(`^${pastedDatePattern}$`, 'i');

function roleOf(value: string): Role {
  if (date.test(value)) return 'date';
  if (/^(?:\d{1,10} ?\(0x[0-9a-f]{1,8}\)|0x[0-9a-f]{1,8}|\d{1,10})$/i.test(value)) return 'thread';
  if (/^[\w.-]{1,60}\.(?:cpp|cxx|c|h|hpp|cs|vb|vbs|wsf|ps1)(?::\d{1,7})?$/i.test(value)) return 'source';
  if (severities.has(value.toLowerCase())) return 'severity';
  return /^[A-Za-z_][\w.\\-]{0,63}$/.test(value) ? 'word' : 'text';
}

const severities: ReadonlyMap<string, number> = new Map([
  ['error', 3],
  ['warning', 2],
  ['information', 1],
  ['info', 1],
  ['verbose', 1],
  ['normal', 1],
]);

function typeOf(cells: readonly Cell[]): number {
  const severity = cells.find((cell) => cell.role === 'severity');
  return severities.get(severity?.value.toLowerCase() ?? '') ?? 255;
}

/**
 * The longest text; among single words the one behind the date and thread, as viewers put the message either
 * first or last, else the first one.
 */
function messageAmong(rest: readonly Cell[], column: number, cells: readonly Cell[]): Cell | null {
  const texts = rest.filter((cell) => cell.role === 'text');
  const longest = texts.reduce<Cell | null>(
    (best, cell) => (best === null || cell.end - cell.start > best.end - best.start ? cell : best),
    null,
  );
  if (longest !== null) return longest;
  const behind = rest.length > 1 ? rest.findLast((cell) => cells.indexOf(cell) > column) : undefined;
  return behind ?? rest[0] ?? null;
}

/** A message may hold tabs itself: the texts right beside it are parts of it. */
function withNeighbours(cells: readonly Cell[], message: Cell): readonly [number, number] {
  let first = cells.indexOf(message);
  let last = first;
  while (cells[first - 1]?.role === 'text') first--;
  while (cells[last + 1]?.role === 'text') last++;
  return [cells[first]?.start ?? message.start, cells[last]?.end ?? message.end];
}
