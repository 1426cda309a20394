import { numberAt } from '../text/calendar.ts';
import { isDigit } from '../text/characters.ts';

/**
 * A thread number as logs write it: `4196`, `0x1064`, `4764 (0x129C)`, `E0`. The logs of the nineties write hex without
 * a prefix, which shows only where a letter occurs; `hex` says that it is known. 0 when there is none.
 */
export function readThread(text: string, start: number, end: number, hex = false): number {
  let at = start;
  while (at < end && isDigit(text.charCodeAt(at))) at++;
  if (at === end && end - start < 10 && !hex) return numberAt(text, start, end);

  if (end - start > 32) return 0;
  const [first = ''] = text.slice(start, end).trim().split(/\s/);
  if (!/^(?:0x)?[0-9a-f]{1,10}$/i.test(first)) return 0;
  const number = hex || /[a-fx]/i.test(first) ? Number.parseInt(first, 16) : Number(first);
  return number <= 0xffffffff ? number : 0;
}
