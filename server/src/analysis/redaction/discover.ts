import type { IdentifierKind, IdentifyingLabel } from '../../catalogue/types.ts';
import type { Reading } from '../caseAnalysis.ts';
import type { RegistryArtefact } from '../artefacts/artefact.ts';
import { registryKeyAt, valueNameAt } from '../artefacts/registryKeyAt.ts';
import { entryOfValue, type SnapshotEntries } from '../matching/snapshotEntries.ts';
import type { HostContext } from './hosts.ts';
import { sightNamed } from './everydayName.ts';
import { sightValue } from './labelledValue.ts';
import { findByForm } from './patterns.ts';
import { findByPlace } from './people.ts';
import { SightingList, type Sighting } from './sighting.ts';
import { namedCells } from './tableColumns.ts';

/** Identifiers of one kind that stand together, such as the name and the id of one tenant. */
export type Discovery = readonly Sighting[];

/**
 * Looks where the structure says what a value names: fields of dsregcmd, keys and values of the registry, holes of the
 * messages that the catalogue knows. What is learnt here is replaced wherever it stands later, also alone.
 */
export function discover(
  reading: Reading,
  entries: SnapshotEntries,
  context: HostContext,
  holes: ReadonlyMap<string, IdentifierKind>,
): readonly Discovery[] {
  const { artefact } = reading;
  switch (artefact.type) {
    case 'dsregcmd': {
      const discovery = artefact.sections.flatMap(({ title, fields }) =>
        fields.flatMap(({ name, value }) => {
          const kind = entries.ofField(title, name)?.identifies;
          return kind === undefined ? [] : named(kind, value, context);
        }),
      );
      return [discovery];
    }
    case 'registry':
      return inRegistry(artefact, entries, context);
    case 'log':
      return [
        artefact.kind === 'event-text'
          ? [...namedCells(artefact.text, context.knowledge)].flatMap(({ kind, value }) =>
              named(kind, value, context),
            )
          : [],
        ...reading.observations.map(({ values }) =>
          Object.entries(values).flatMap(([hole, value]) => {
            const kind = holes.get(hole);
            // A hole may hold a whole sentence, which names nobody.
            return kind === undefined || /\s/.test(value) ? [] : named(kind, unquoted(value), context);
          }),
        ),
      ];
    case 'unread':
      return [];
  }
}

/** Keys that the catalogue knows, and values of any key whose names tell what they hold. */
function inRegistry(
  artefact: RegistryArtefact,
  entries: SnapshotEntries,
  context: HostContext,
): readonly Discovery[] {
  const known = new Map(entries.knownKeys(artefact).map(({ index, matches }) => [index, matches]));
  const discoveries: Discovery[] = [];
  for (let index = 0; index < artefact.table.keyCount; index++) {
    const matches = known.get(index) ?? [];
    if (matches.length === 0 && !hasTellingName(artefact, index, context)) continue;
    const ofKey = matches.flatMap(({ entry, captures }) =>
      entry.value === null && entry.identifies !== undefined && captures[0] !== undefined
        ? named(entry.identifies, captures[0], context)
        : [],
    );
    const ofValues = registryKeyAt(artefact, index).values.flatMap(({ name, data }) => {
      const known = entryOfValue(matches, name)?.entry.identifies;
      const label = known === undefined ? labelOf(name, context) : { kind: known, value: 'name' };
      if (label === undefined) return [];
      const texts = data.kind === 'string' ? [data.text] : data.kind === 'strings' ? data.texts : [];
      const sight = label.value === 'here' ? namedByWords : named;
      return texts.flatMap((text) => sight(label.kind, text, context));
    });
    discoveries.push([...ofKey, ...ofValues]);
  }
  return discoveries;
}

function hasTellingName(artefact: RegistryArtefact, key: number, context: HostContext): boolean {
  const { firstValue } = artefact.table;
  for (let value = firstValue[key] ?? 0; value < (firstValue[key + 1] ?? 0); value++) {
    if (labelOf(valueNameAt(artefact, key, value), context) !== undefined) return true;
  }
  return false;
}

/** What a value of a kind names: it may hold several, as `CONTOSO\adele, adele@contoso.com` does. */
function named(kind: IdentifierKind, value: string, context: HostContext): readonly Sighting[] {
  const whole = new SightingList(value.trim());
  sightValue(whole, kind, 0, whole.text.length, context);
  if (whole.found.length > 0) return whole.found;
  findByForm(whole, context);
  findByPlace(whole, context);
  return whole.found;
}

/** The same of what may be an everyday word. */
function namedByWords(kind: IdentifierKind, value: string, { knowledge }: HostContext): readonly Sighting[] {
  const whole = new SightingList(value.trim());
  sightNamed(whole, kind, 0, whole.text.length, knowledge);
  return whole.found;
}

/** What the name of a registry value says of its data, whatever the key. */
function labelOf(name: string, { knowledge }: HostContext): IdentifyingLabel | undefined {
  const label = knowledge.labels.get(name.replace(/\s+/g, '').toLowerCase());
  return label?.value === 'secret' || label?.value === 'person' ? undefined : label;
}

function unquoted(text: string): string {
  return text.replace(/^["'[(]+|["'\]).,;]+$/g, '');
}
