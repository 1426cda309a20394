import type { Reading } from '../caseAnalysis.ts';
import { entryOfValue } from '../matching/snapshotEntries.ts';
import { dataText } from '../stages/facts.ts';
import { guidAt } from '../text/guids.ts';
import { keysOfGuid } from './guidKeys.ts';
import type { GuidKey } from './guidKeys.ts';
import type { HoverContext, HoverText } from './hoverContext.ts';
import { codeSpan, escapeMarkdown } from './markdown.ts';
import { oneLine } from './oneLine.ts';

/** A GUID of declared configuration has dozens of keys; the first ones say what it is. */
const mostKeys = 8;
const mostValues = 6;

/**
 * What the GUID under the cursor is: the keys of the case that are named after it, with what the catalogue says of
 * each, and the telling values of its home. Null where no key of the case has its name.
 */
export function guidHover(
  text: string,
  offset: number,
  readings: readonly Reading[],
  context: HoverContext,
): HoverText | null {
  const mention = guidAt(text, offset);
  if (mention === null) return null;
  const keys = keysOfGuid(readings, mention.guid, context.entries);
  if (keys.length === 0) return null;
  const shown = keys.slice(0, mostKeys);
  const hidden = keys.length - shown.length;
  return {
    start: mention.start,
    end: mention.end,
    paragraphs: [
      `**This id in the registry of the case** (${keys.length === 1 ? 'one key' : `${keys.length} keys`})`,
      [
        ...shown.map((key) => `- ${keyLine(key)}`),
        ...(hidden > 0 ? [`- *… and ${hidden} more keys*`] : []),
      ].join('\n'),
      ...homeValues(keys, context),
    ],
  };
}

function keyLine({ path, entry }: GuidKey): string {
  const parent = codeSpan(oneLine(path.slice(0, path.lastIndexOf('\\')), 120));
  return entry === null ? parent : `${parent}: ${escapeMarkdown(firstSentence(entry.meaning))}`;
}

/** Values of the home that the reasoning reads: provider, state, user and the like. */
function homeValues(keys: readonly GuidKey[], { entries }: HoverContext): readonly string[] {
  const home = keys.find(({ entry }) => entry?.isHome === true);
  const block = home?.blocks.at(-1);
  if (home === undefined || block === undefined) return [];
  const matches = entries.ofKey(home.path);
  const values = block.values.flatMap((value) => {
    const entry = entryOfValue(matches, value.name)?.entry;
    if (entry?.fact === undefined) return [];
    const text = dataText(value.data);
    const label = entry.labels?.[text];
    const named = label === undefined ? '' : ` (${escapeMarkdown(firstSentence(label))})`;
    return [`${escapeMarkdown(oneLine(value.name))} = ${codeSpan(oneLine(text, 120))}${named}`];
  });
  return values.length === 0 ? [] : [values.slice(0, mostValues).join(' · ')];
}

function firstSentence(text: string): string {
  const end = /[.;](?=\s)/.exec(text);
  return end === null ? text : text.slice(0, end.index + (text.charAt(end.index) === '.' ? 1 : 0));
}
