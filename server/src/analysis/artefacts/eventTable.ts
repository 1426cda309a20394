/**
 * Events as lists, one row an event: Event Viewer's exports, separated by commas or tabs, and the CSV files of
 * `Get-WinEvent`. The heading tells the columns; Event Viewer gives none to the last one, which holds the text.
 */
import { separatedRows, type SeparatedCell } from './separatedRows.ts';
import { eventRole, type EventRole } from './eventLabels.ts';
import { eventIdOf, isLevelWord, type EventDraft } from './eventRecord.ts';
import { pastedDatePattern } from './pastedTime.ts';

type Separator = ',' | '\t' | ';';
const separators: readonly Separator[] = [',', '\t', ';'];

/** Event Viewer's own columns, for rows without a heading. */
const defaultColumns: readonly EventRole[] = ['level', 'date', 'source', 'id', 'other', 'message'];

interface Layout {
  readonly separator: Separator;
  readonly columns: readonly (EventRole | null)[];
}

export function holdsEventTable(head: string): boolean {
  return layoutOf(head) !== null;
}

export function* readEventTable(text: string): Generator<EventDraft> {
  const layout = layoutOf(text.slice(0, 0x10000));
  if (layout === null) return;
  for (const row of separatedRows(text, layout.separator)) {
    const draft = draftOf(text, row, layout.columns);
    if (draft !== null) yield draft;
  }
}

/** Lines that may stand before the first row, such as the type that `Export-Csv` writes. */
const linesBefore = 4;

function layoutOf(head: string): Layout | null {
  for (const separator of separators) {
    let rows = 0;
    for (const row of separatedRows(head, separator)) {
      if (rows++ === linesBefore) break;
      const columns = columnsOf(head, row);
      if (columns !== null) return { separator, columns };
    }
  }
  return null;
}

function columnsOf(head: string, row: readonly SeparatedCell[]): Layout['columns'] | null {
  if (row.length < 3 || row.length > 40) return null;
  const cells = row.map((cell) => textOf(head, cell));
  const roles = cells.map((cell) => eventRole(cell));
  const has = (role: EventRole): boolean => roles.includes(role);
  if (has('id') && (has('date') || has('message')) && (has('level') || has('source') || has('log'))) {
    return has('message') ? roles : [...roles, 'message'];
  }
  const [level = '', date = '', source = '', id = ''] = cells;
  const isRow =
    cells.length > 3 && isLevelWord(level) && dateForm.test(date) && source !== '' && /^\d{1,5}$/.test(id);
  return isRow ? defaultColumns : null;
}

const dateForm = new RegExp(`^${pastedDatePattern}`, 'i');

function draftOf(text: string, row: readonly SeparatedCell[], columns: Layout['columns']): EventDraft | null {
  const cellOf = (role: EventRole): SeparatedCell | undefined => row[columns.lastIndexOf(role)];
  const value = (role: EventRole): string => {
    const cell = cellOf(role);
    return cell === undefined ? '' : textOf(text, cell);
  };
  const first = row[0];
  const eventId = eventIdOf(value('id'));
  if (first === undefined || eventId === null) return null;
  const message = cellOf('message');
  const end = row.at(-1)?.end ?? first.end;
  const source = value('source');
  return {
    start: first.start,
    end,
    messageStart: message?.contentStart ?? end,
    messageEnd: message?.contentEnd ?? end,
    source: source === '' ? value('log') : source,
    date: value('date'),
    level: value('level'),
    eventId,
  };
}

function textOf(text: string, cell: SeparatedCell): string {
  return text.slice(cell.contentStart, Math.min(cell.contentEnd, cell.contentStart + 300)).trim();
}
