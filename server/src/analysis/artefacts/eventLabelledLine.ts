import { isBlank } from '../text/characters.ts';
import { eventRole, type EventRole } from './eventLabels.ts';

/** A line `Label: value`. Offsets into the text; the value is without the blanks around it. */
export interface LabelledLine {
  readonly role: EventRole;
  readonly valueStart: number;
  readonly valueEnd: number;
  /** The label is `Message`, a property among others, which further labels follow. */
  readonly isProperty: boolean;
}

/** Longer labels are none. */
const longestLabel = 40;

/** List marks and quotation marks of mails before a label. */
const marks = '>*-\u2022|`';

/** Reads a line, given without the blanks around it; null where it does not begin with a label of an event. */
export function readLabelledLine(text: string, lineStart: number, lineEnd: number): LabelledLine | null {
  let start = lineStart;
  while (start < lineEnd && (marks.includes(text.charAt(start)) || isBlank(text.charCodeAt(start)))) start++;
  const part = text.slice(start, Math.min(lineEnd, start + longestLabel));
  const colon = part.indexOf(':');
  const role = colon < 1 ? null : eventRole(part.slice(0, colon));
  if (role === null) return null;
  let valueStart = start + colon + 1;
  let valueEnd = lineEnd;
  while (valueStart < valueEnd && isValueMargin(text, valueStart)) valueStart++;
  while (valueEnd > valueStart && isValueMargin(text, valueEnd - 1)) valueEnd--;
  return { role, valueStart, valueEnd, isProperty: /^[\s*`]{0,8}message/i.test(part) };
}

function isValueMargin(text: string, at: number): boolean {
  return isBlank(text.charCodeAt(at)) || text.charAt(at) === '*' || text.charAt(at) === '`';
}
