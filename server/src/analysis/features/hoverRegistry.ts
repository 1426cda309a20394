import type { RegistryEntry } from '../../catalogue/types.ts';
import type { RegistryArtefact, RegistryKey, RegistryValue } from '../artefacts/artefact.ts';
import { filetimeToUtc, formatRegistryData } from '../artefacts/registryData.ts';
import { explainCode } from '../matching/codeExplanation.ts';
import { entryOfValue } from '../matching/snapshotEntries.ts';
import { dataText } from '../stages/facts.ts';
import { codeMarkdown } from './codeMarkdown.ts';
import { describedValue } from './describedValue.ts';
import { entryMarkdown, labelled } from './entryMarkdown.ts';
import type { HoverContext, HoverText } from './hoverContext.ts';
import { codeSpan, escapeMarkdown } from './markdown.ts';
import { formatClock } from './moment.ts';
import { oneLine } from './oneLine.ts';
import { workloadsMarkdown } from './workloadsMarkdown.ts';

/** Data is quoted up to here; a certificate has thousands of characters. */
const quotedCharacters = 400;

/** The key or value under the cursor. Keys that the catalogue does not know say nothing; values show their data. */
export function registryHover(
  { keys }: RegistryArtefact,
  offset: number,
  context: HoverContext,
): HoverText | null {
  const key = keyAt(keys, offset);
  if (key === null) return null;
  if (offset <= key.pathEnd) return keyHover(key, context);
  const value = key.values.find(({ start, end }) => start <= offset && offset <= end);
  return value === undefined ? null : valueHover(key, value, context);
}

/** Keys come in the order of the text and do not overlap. */
function keyAt(keys: readonly RegistryKey[], offset: number): RegistryKey | null {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const key = keys[low - 1];
  return key !== undefined && offset <= key.end ? key : null;
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
      ...(key.deleted ? ['*This file deletes the key.*'] : []),
      ...labelled('Last written', key.lastWrite),
    ],
  };
}

function valueHover(key: RegistryKey, value: RegistryValue, context: HoverContext): HoverText {
  const entry = entryOfValue(context.entries.ofKey(key.path), value.name)?.entry ?? null;
  const name = value.name === '' ? '(Default)' : value.name;
  const type = value.valueType === null ? [] : [escapeMarkdown(value.valueType)];
  return {
    start: value.start,
    end: value.end,
    paragraphs: [
      [`**${escapeMarkdown(oneLine(name))}**`, ...type, codeSpan(oneLine(key.path, quotedCharacters))].join(
        ' · ',
      ),
      codeSpan(oneLine(formatRegistryData(value), quotedCharacters)),
      ...(entry === null ? [] : decoded(entry, value, context)),
      ...(entry === null ? [] : describedValue(entry, context.catalogue.references, dataText(value.data))),
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
    case 'code': {
      const code = codeOf(text);
      return code === null ? [] : [codeMarkdown(explainCode(catalogue.codes, code))];
    }
    case 'filetime': {
      const time = value.data.kind === 'number' ? filetimeToUtc(value.data.value) : null;
      return time === null ? [] : [`${formatClock(time)} UTC`];
    }
    case 'client-health':
      return value.data.kind === 'number' ? [`Bits set: ${bits(value.data.value, entry)}`] : [];
    case 'labels':
    case 'none':
      return label === undefined ? [] : [`= ${escapeMarkdown(label)}`];
  }
}

/** Numbers are stored signed or unsigned; 0 is success and needs no explanation. */
function codeOf(text: string): number | null {
  const value = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(value) || value === 0) return null;
  return value >= -0x80000000 && value <= 0xffffffff ? value >>> 0 : null;
}

/** The bits of a mask by the names that the entry gives them. */
function bits(value: bigint, { labels }: RegistryEntry): string {
  const set: string[] = [];
  for (let bit = 1n; bit <= value && bit <= 0x80000000n; bit <<= 1n) {
    if ((value & bit) === 0n) continue;
    const name = labels?.[bit.toString()];
    set.push(name === undefined ? bit.toString() : `${bit} (${escapeMarkdown(name)})`);
  }
  return set.length === 0 ? 'none' : set.join(', ');
}
