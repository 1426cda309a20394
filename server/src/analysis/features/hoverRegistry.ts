import type { Catalogue, CauseId, RegistryEntry } from '../../catalogue/types.ts';
import type { RegistryArtefact, RegistryData, RegistryKey, RegistryValue } from '../artefacts/artefact.ts';
import { registryKeyAt } from '../artefacts/registryKeyAt.ts';
import { keyIndexAt } from '../artefacts/registryTable.ts';
import { filetimeToUtc, formatRegistryData } from '../artefacts/registryData.ts';
import { meetsExpectation } from '../matching/expectation.ts';
import { entryOfValue } from '../matching/snapshotEntries.ts';
import { dataText } from '../stages/facts.ts';
import { causesMarkdown } from './causesMarkdown.ts';
import { codesMarkdown, codesOfText } from './codesMarkdown.ts';
import type { NamedCode } from './codesMarkdown.ts';
import { describedValue } from './describedValue.ts';
import { entryMarkdown, labelled } from './entryMarkdown.ts';
import type { HoverContext, HoverText } from './hoverContext.ts';
import { codeSpan, escapeMarkdown } from './markdown.ts';
import { flagsMarkdown } from './flagsMarkdown.ts';
import { formatClock } from './moment.ts';
import { oneLine } from './oneLine.ts';
import { tasksMarkdown } from './tasksMarkdown.ts';
import { workloadsMarkdown } from './workloadsMarkdown.ts';

/** Data is quoted up to here; a certificate has thousands of characters. */
const quotedCharacters = 400;

/** The key or value under the cursor. Keys that the catalogue does not know say nothing; values show their data. */
export function registryHover(
  artefact: RegistryArtefact,
  offset: number,
  context: HoverContext,
): HoverText | null {
  const index = keyIndexAt(artefact.table, offset);
  if (index < 0 || offset > (artefact.table.keyEnd[index] ?? 0)) return null;
  const key = registryKeyAt(artefact, index);
  if (offset <= key.pathEnd) return keyHover(key, context);
  const value = key.values.find(({ start, end }) => start <= offset && offset <= end);
  return value === undefined ? null : valueHover(key, value, context);
}

function keyHover(key: RegistryKey, { catalogue, entries }: HoverContext): HoverText | null {
  const known = entries.ofKey(key.path).find(({ entry }) => entry.value === null);
  if (known === undefined) return null;
  const { entry } = known;
  return {
    start: key.pathStart,
    end: key.pathEnd,
    paragraphs: [
      ...entryMarkdown(entry, catalogue.references),
      ...labelled('Healthy', entry.healthy),
      ...tasksMarkdown(catalogue, key.path.slice(key.path.lastIndexOf('\\') + 1)),
      ...(key.deleted ? ['*This file deletes the key.*'] : []),
      ...labelled('Last written', key.lastWrite),
    ],
  };
}

function valueHover(key: RegistryKey, value: RegistryValue, context: HoverContext): HoverText {
  const entry = entryOfValue(context.entries.ofKey(key.path), value.name)?.entry ?? null;
  const name = value.name === '' ? '(Default)' : value.name;
  const type = value.valueType === null ? [] : [escapeMarkdown(value.valueType)];
  const text = dataText(value.data);
  const codes = codesOf(entry, value.data, context.catalogue);
  return {
    start: value.start,
    end: value.end,
    paragraphs: [
      [`**${escapeMarkdown(oneLine(name))}**`, ...type, codeSpan(oneLine(key.path, quotedCharacters))].join(
        ' · ',
      ),
      codeSpan(oneLine(formatRegistryData(value), quotedCharacters)),
      ...(entry === null ? [] : decoded(entry, value, context)),
      ...(entry === null ? [] : describedValue(entry, context.catalogue.references, text)),
      ...(value.data.kind === 'string' ? tasksMarkdown(context.catalogue, text) : []),
      ...codesMarkdown(codes, context.catalogue),
      ...causesMarkdown(context.catalogue, wrongCause(entry, text), codes),
    ],
  };
}

/** The data in the terms of the entry. */
function decoded(entry: RegistryEntry, value: RegistryValue, { catalogue }: HoverContext): readonly string[] {
  const text = dataText(value.data);
  const label = entry.labels?.[text];
  switch (entry.decoding ?? 'none') {
    case 'workloads':
      return workloadsMarkdown(catalogue, text);
    case 'filetime': {
      const filetime = filetimeOf(value.data);
      const time = filetime === null ? null : filetimeToUtc(filetime);
      return time === null ? [] : [`${formatClock(time)} UTC`];
    }
    case 'client-health':
      return value.data.kind === 'number' ? flagsMarkdown(value.data.value, entry.labels ?? {}) : [];
    case 'code':
    case 'labels':
    case 'none':
      return label === undefined ? [] : [`= ${escapeMarkdown(label)}`];
  }
}

/** A FILETIME is stored as a number, or as its eight bytes, the lowest first. */
function filetimeOf(data: RegistryData): bigint | null {
  if (data.kind === 'number') return data.value;
  if (data.kind !== 'binary' || data.length !== 8 || data.bytes.length !== 8) return null;
  return data.bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

/** The data itself, where the entry says that it is a code, else the codes that a text prints. */
function codesOf(
  entry: RegistryEntry | null,
  data: RegistryData,
  catalogue: Catalogue,
): readonly NamedCode[] {
  if (entry?.decoding !== 'code') {
    return data.kind === 'string' ? codesOfText(data.text, null, catalogue) : [];
  }
  const value = codeOf(dataText(data));
  return value === null ? [] : [{ kind: 'code', value }];
}

/** The cause that a value names, where it is not as it should be. */
function wrongCause(entry: RegistryEntry | null, text: string): CauseId | undefined {
  return entry?.expectation === undefined || meetsExpectation(entry.expectation, text)
    ? undefined
    : entry.causeId;
}

/** Numbers are stored signed or unsigned; 0 is success and needs no explanation. */
function codeOf(text: string): number | null {
  const value = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(value) || value === 0) return null;
  return value >= -0x80000000 && value <= 0xffffffff ? value >>> 0 : null;
}
