import type { Artefact, UnreadArtefact } from './artefacts/artefact.ts';

/**
 * A file of no known kind that is empty or holds no text, although its name says what it should hold: the copy went
 * wrong, which is another thing than not to have been collected. Everything else stays as it is.
 */
export function withWhatIsWrong(unread: UnreadArtefact, log: string | null): UnreadArtefact {
  const wrong = log === null ? null : whatIsWrong(unread.text);
  if (wrong === null) return unread;
  const message = `${log} was collected and ${wrong.how}. Copy it again from the device, with its .lo_ neighbour.`;
  return { ...unread, problems: [{ id: wrong.id, start: 0, end: 0, message }] };
}

/** Whether a file has the name of a log and nothing that could be read. */
export function isUnreadableLog({ type, problems }: Artefact): boolean {
  return type === 'unread' && problems.some(({ id }) => ids.includes(id));
}

function whatIsWrong(text: string): { readonly id: string; readonly how: string } | null {
  if (!/\S/.test(text)) return { id: 'empty-file', how: 'is empty' };
  const start = text.search(/[^\0\s]/);
  if (start < 0)
    return { id: 'no-text', how: 'holds nothing but zeros; it is damaged, or its copy broke off' };
  if (!isNoText(text.slice(start, start + sampleLength))) return null;
  return { id: 'no-text', how: 'holds no text; it may be damaged, encrypted or compressed' };
}

const ids: readonly string[] = ['empty-file', 'no-text'];

/** Characters behind the first zeros that tell whether a file is text. */
const sampleLength = 8192;

/**
 * One of eleven random bytes is a control character of ASCII that no text holds, whatever encoding the bytes are taken
 * for; as UTF-16 they are halves of pairs and characters that Unicode gives to nobody. No encoding of text uses such
 * bytes for letters, so that a text in an encoding that is not known stays a text. Zeros are not counted, as damaged
 * texts have them anywhere.
 */
function isNoText(sample: string): boolean {
  const written = Array.from(sample.replaceAll('\0', ''));
  const strange = written.filter(isStrange).length;
  return strange >= fewest && strange >= written.length * share;
}

function isStrange(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code < 0x20) return !controlsOfText.has(code);
  return code === 0x7f || code === 0xfffd || /[\p{Co}\p{Cn}\p{Cs}]/u.test(character);
}

/** Bell to carriage return, the end of a text under DOS, and the start of a terminal's colours. */
const controlsOfText: ReadonlySet<number> = new Set([7, 8, 9, 10, 11, 12, 13, 0x1a, 0x1b]);

/** A stray control character in a short text is no reason to call it none. */
const fewest = 4;
const share = 0.05;
