import { plainText } from './markdown.ts';

/**
 * Text from a file as it may stand in a label: one line, no control characters, at most `most` characters. Only the
 * head of the text is looked at, as a message may be many megabytes long.
 */
export function oneLine(text: string, most = 120): string {
  const head = text.length > most * 4 ? `${text.slice(0, most * 4)}…` : text;
  return plainText(head, most);
}
