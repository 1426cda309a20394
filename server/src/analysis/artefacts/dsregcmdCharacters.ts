/** Characters as `dsregcmd` output and its pastes use them. */
import { isBlank } from '../text/characters.ts';

/** Length of the line break at `at`: 2 for CR LF, 1 for CR or LF, 0 where there is none. */
export function lineBreakLength(text: string, at: number): 0 | 1 | 2 {
  const code = text.charCodeAt(at);
  if (code === 0x0a) return 1;
  if (code !== 0x0d) return 0;
  return text.charCodeAt(at + 1) === 0x0a ? 2 : 1;
}

/** The first offset in `start..end` that is not blank. */
export function trimStart(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** The offset behind the last character in `start..end` that is not blank. */
export function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}
