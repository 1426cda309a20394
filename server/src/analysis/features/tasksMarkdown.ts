import type { Catalogue } from '../../catalogue/types.ts';
import { labelled } from './entryMarkdown.ts';

/** Names stand near the start of a text. */
const searchedCharacters = 16 * 1024;

/** What the scheduled tasks and enrollment commands named in a text are for; the longest name that fits counts. */
export function tasksMarkdown({ scheduledTasks }: Catalogue, text: string): readonly string[] {
  const folded = text.slice(0, searchedCharacters).toLowerCase();
  const found = scheduledTasks.flatMap((entry) => {
    const names = entry.names.filter((name) => containsWord(folded, name.toLowerCase()));
    const [longest] = names.toSorted((left, right) => right.length - left.length);
    return longest === undefined ? [] : [{ entry, name: longest }];
  });
  return found
    .filter(({ name }) => !found.some((other) => isLongerForm(other.name, name)))
    .flatMap(({ entry, name }) => labelled(name, entry.meaning));
}

/** `/AutoEnrollMDM` stands in `/AutoEnrollMDMUsing…` too, but not as a word. */
function containsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isLetterOrDigit(text.charAt(at - 1)) && !isLetterOrDigit(text.charAt(at + word.length))) return true;
  }
  return false;
}

function isLongerForm(longer: string, name: string): boolean {
  return longer.length > name.length && longer.toLowerCase().includes(name.toLowerCase());
}

function isLetterOrDigit(character: string): boolean {
  return /^[a-z0-9]$/.test(character);
}
