import type { LabelledLine } from './eventLabelledLine.ts';
import type { EventRole } from './eventLabels.ts';
import { eventIdOf, type EventDraft } from './eventRecord.ts';
import type { LineWithText } from './linesWithText.ts';

/** One event in the making: the labels of a block, line by line. */
export class EventBlock {
  readonly #text: string;
  readonly #start: number;
  readonly #indent: number;
  readonly #firstRole: EventRole;
  readonly #seen = new Set<EventRole>();
  #end: number;
  #source = '';
  #log = '';
  #date = '';
  #level = '';
  #eventId: number | null = null;
  #messageStart = -1;
  #messageEnd = -1;
  /** What the next line without a label belongs to. */
  #within: 'labels' | 'message' | 'xml' = 'labels';
  /** Message is one property among others: labels follow it, and its own lines are indented. */
  #isList = false;

  constructor(text: string, line: LineWithText, label: LabelledLine) {
    this.#text = text;
    this.#start = line.start;
    this.#indent = line.start - line.lineStart;
    this.#firstRole = label.role;
    this.#end = line.end;
    this.#takeLabel(label, line);
  }

  /** Whether a label begins another event. */
  endsBefore(label: LabelledLine, line: LineWithText): boolean {
    if (this.#within === 'labels' || this.#isList) {
      return (
        this.#isLabel(label, line) &&
        this.#seen.has(label.role) &&
        label.role !== 'other' &&
        label.role !== 'level' &&
        label.role !== 'xml'
      );
    }
    // A description may hold words that look like labels; an event begins as the one before it did.
    if (label.role === 'id') return eventIdOf(this.#valueOf(label)) !== null;
    return label.role === 'log' || (label.role === this.#firstRole && label.role !== 'other');
  }

  take(label: LabelledLine | null, line: LineWithText): void {
    if (label !== null && this.#isLabel(label, line)) this.#takeLabel(label, line);
    else this.#takeText(line);
  }

  /** Null where neither an id nor a text was found. */
  finish(): EventDraft | null {
    if (this.#eventId === null && this.#messageStart < 0) return null;
    const messageStart = this.#messageStart < 0 ? this.#end : this.#messageStart;
    return {
      start: this.#start,
      end: this.#end,
      messageStart,
      messageEnd: Math.max(messageStart, this.#messageEnd),
      source: this.#source === '' ? this.#log : this.#source,
      date: this.#date,
      level: this.#level,
      eventId: this.#eventId,
    };
  }

  /** Whether what looks like a label is one, and not a line of the message. */
  #isLabel(label: LabelledLine, line: LineWithText): boolean {
    if (this.#within === 'labels' || label.role === 'xml') return true;
    return this.#isList && line.start - line.lineStart <= this.#indent;
  }

  #takeLabel(label: LabelledLine, line: LineWithText): void {
    const value = this.#valueOf(label);
    this.#seen.add(label.role);
    this.#within = 'labels';
    this.#end = line.end;
    switch (label.role) {
      case 'log':
        this.#log = value;
        break;
      case 'source':
        this.#source = value;
        break;
      case 'date':
        this.#date = value;
        break;
      case 'id':
        this.#eventId = eventIdOf(value);
        break;
      case 'level':
        this.#level = value;
        break;
      case 'message':
        this.#messageStart = label.valueStart;
        this.#messageEnd = label.valueEnd;
        this.#within = 'message';
        this.#isList = label.isProperty;
        break;
      case 'xml':
        this.#within = 'xml';
        break;
      case 'other':
        break;
    }
  }

  #takeText(line: LineWithText): void {
    switch (this.#within) {
      case 'labels':
        // Some leave out the label of the description.
        if (this.#messageStart >= 0 || this.#eventId === null) return;
        this.#messageStart = line.start;
        this.#within = 'message';
        break;
      case 'message':
        if (this.#messageEnd <= this.#messageStart) this.#messageStart = line.start;
        break;
      case 'xml': {
        // The XML of the same event tells the same moment in UTC.
        const part = this.#text.slice(line.start, Math.min(line.end, line.start + longestValue));
        this.#date = /SystemTime=["']([^"']{10,40})["']/.exec(part)?.[1] ?? this.#date;
        this.#end = line.end;
        return;
      }
    }
    this.#messageEnd = line.end;
    this.#end = line.end;
  }

  #valueOf(label: LabelledLine): string {
    return this.#text.slice(label.valueStart, Math.min(label.valueEnd, label.valueStart + longestValue));
  }
}

const longestValue = 400;
