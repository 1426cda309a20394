import { readArtefactText } from '../../../../server/src/analysis/artefacts/index.ts';
import { formatRegistryData } from '../../../../server/src/analysis/artefacts/registryData.ts';
import { registryKeys } from '../../../../server/src/analysis/artefacts/registryKeyAt.ts';
import type { RegistryArtefact, RegistryKey } from '../../../../server/src/analysis/artefacts/artefact.ts';

/** Reads a text that must be a registry snapshot; `keys` are all its keys. */
export function readRegistry(
  text: string,
  name = 'snapshot.reg',
): RegistryArtefact & { readonly keys: readonly RegistryKey[] } {
  const artefact = readArtefactText(text, name);
  if (artefact.type !== 'registry') throw new Error(`read as ${artefact.kind}`);
  return { ...artefact, keys: [...registryKeys(artefact)] };
}

/**
 * What was read, one line each: `KEY path` (`-KEY` where the file deletes it), then `name TYPE data` for each of
 * its values, then `! id: the text it is about` for each problem.
 */
export function describeRegistry(artefact: RegistryArtefact): string[] {
  const lines: string[] = [];
  for (const key of registryKeys(artefact)) {
    lines.push(`${key.deleted ? '-KEY' : 'KEY'} ${key.path}`);
    for (const value of key.values) {
      const data = value.data.kind === 'partial' ? `partial ${value.data.text}` : formatRegistryData(value);
      lines.push(`${value.name === '' ? '@' : value.name} ${value.valueType ?? '?'} ${data}`);
    }
  }
  for (const problem of artefact.problems) {
    const about = artefact.text.slice(problem.start, problem.end).replace(/\r\n?|\n/g, '↵');
    lines.push(`! ${problem.id}: ${about}`);
  }
  return lines;
}

/** Reads the text and describes it. */
export function read(text: string, name?: string): string[] {
  return describeRegistry(readRegistry(text, name));
}

/** A version 5 file with these lines below one key; answers what follows the line of that key. */
export function readValues(...lines: string[]): string[] {
  return read(`Windows Registry Editor Version 5.00\n\n[${key}]\n${lines.join('\n')}\n`).slice(1);
}

/** The same for REGEDIT4. */
export function readAnsiValues(...lines: string[]): string[] {
  return read(`REGEDIT4\n\n[${key}]\n${lines.join('\n')}\n`).slice(1);
}

export const key = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso';
