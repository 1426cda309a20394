import type { DsregcmdEntry, Fact, RegistryEntry } from '../../catalogue/types.ts';
import type { RegistryData } from '../artefacts/artefact.ts';
import type { Evidence, Place } from '../caseAnalysis.ts';

/** One thing a snapshot says that the catalogue knows. */
export interface SnapshotSighting {
  readonly source: 'registry' | 'dsregcmd';
  readonly entry: RegistryEntry | DsregcmdEntry;
  /** What it tells the reasoning; null for what is only explained. */
  readonly fact: Fact | null;
  /** The value as text: a number in decimal, strings joined with blanks, '' for a key or an empty field. */
  readonly value: string;
  /** The value as a number, where it is one. */
  readonly number: number | null;
  /** What the pattern of the registry entry captured, such as the GUID of the enrollment; empty for dsregcmd. */
  readonly captures: readonly string[];
  readonly place: Place;
  /** Name and value on one line, for people. */
  readonly text: string;
  /** False when the value does not meet the entry's expectation; true also where nothing is expected. */
  readonly asExpected: boolean;
}

/** A sighting that the reasoning knows by name. */
export interface SeenFact extends SnapshotSighting {
  readonly fact: Fact;
}

/** Facts by name, in the order of files and offsets. */
export class Facts {
  readonly #byName = new Map<Fact, SeenFact[]>();

  constructor(sightings: Iterable<SnapshotSighting>) {
    for (const one of sightings) {
      if (!isFact(one)) continue;
      const list = this.#byName.get(one.fact);
      if (list === undefined) this.#byName.set(one.fact, [one]);
      else list.push(one);
    }
  }

  all(fact: Fact): readonly SeenFact[] {
    return this.#byName.get(fact) ?? [];
  }

  /** The last one seen: a later file, or a later block of the same file, is the newer snapshot. */
  last(fact: Fact): SeenFact | null {
    return this.all(fact).at(-1) ?? null;
  }

  /** The facts of one enrollment, by the GUID that its key carries. */
  ofGuid(fact: Fact, guid: string): SeenFact | null {
    return (
      this.all(fact).findLast((one) =>
        one.captures.some((part) => part.toLowerCase() === guid.toLowerCase()),
      ) ?? null
    );
  }
}

function isFact(sighting: SnapshotSighting): sighting is SeenFact {
  return sighting.fact !== null;
}

/** The fact as evidence. A value that is not as expected speaks against the stage. */
export function factEvidence(seen: SnapshotSighting): Evidence {
  return {
    place: seen.place,
    time: null,
    text: seen.text,
    entryId: seen.entry.id,
    meaning: seen.asExpected ? seen.entry.meaning : wrongSentence(seen),
    tone: seen.asExpected ? 'good' : seen.entry.severity === 'error' ? 'failure' : 'warning',
    codes: [],
  };
}

/**
 * What a wrong value implies, as a sentence. Entries whose values differ in what they imply put the value in front
 * ("4: the service is disabled"); whoever shows the sentence shows the value already.
 */
export function wrongSentence(seen: SnapshotSighting): string {
  const written = seen.entry.ifWrong ?? seen.entry.meaning;
  const bare = /^(?:true|false|disabled|\d{1,10}): /i.exec(written);
  const sentence = bare === null ? written : written.slice(bare[0].length);
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}

/** Registry data as the text that expectations are compared with. */
export function dataText(data: RegistryData): string {
  switch (data.kind) {
    case 'string':
    case 'partial':
      return data.text;
    case 'strings':
      return data.texts.join(' ');
    case 'number':
      return data.value.toString();
    case 'binary':
    case 'deleted':
      return '';
  }
}
