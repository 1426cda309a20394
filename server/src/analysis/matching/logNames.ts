import type { LogEntry } from '../../catalogue/types.ts';

/**
 * Tells which log a record belongs to. Components are asked first, as they survive renaming and merging of
 * files; a file's name counts without folder, extension and rotation stamp, and also where somebody put words
 * around it (`PC01-CoManagementHandler (2).log`).
 */
export function createLogNames(
  logs: readonly LogEntry[],
): (component: string, fileName: string) => string | null {
  const byComponent = new Map<string, string>();
  const byFile = new Map<string, string>();
  for (const log of logs) {
    for (const name of [log.name, ...log.aliases]) {
      byFile.set(name.toLowerCase(), log.name);
      byComponent.set(name.toLowerCase(), log.name);
    }
    for (const component of log.components) byComponent.set(component.toLowerCase(), log.name);
  }
  const longestFirst = [...byFile.keys()].toSorted((a, b) => b.length - a.length);

  return (component, fileName) => {
    const known = byComponent.get(component.trim().toLowerCase());
    if (known !== undefined) return known;
    const name = fileName
      .slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
      .toLowerCase();
    const contained = longestFirst.find((candidate) => containsAsWord(name, candidate));
    return contained === undefined ? null : (byFile.get(contained) ?? null);
  };
}

function containsAsWord(text: string, word: string): boolean {
  let at = text.indexOf(word);
  while (at >= 0) {
    if (!isWordCharacter(text.charAt(at - 1)) && !isWordCharacter(text.charAt(at + word.length))) return true;
    at = text.indexOf(word, at + 1);
  }
  return false;
}

function isWordCharacter(character: string): boolean {
  return /^[a-z0-9]$/.test(character);
}
