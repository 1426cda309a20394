import type { Catalogue } from '../catalogue/index.ts';
import type { Observation, Reading } from '../analysis/index.ts';

/** A reading on its way between threads: catalogue entries are named by their place in the catalogue. */
export type PackedReading = Omit<Reading, 'observations'> & {
  readonly observations: readonly PackedObservation[];
};

export type PackedObservation = Omit<Observation, 'entry'> & { readonly entry: number };

type Messages = Catalogue['messages'];

/** Makes a reading ready to be cloned; both threads hold the same catalogue. */
export function packReading(reading: Reading, messages: Messages): PackedReading {
  const places = new Map(messages.map((entry, index) => [entry, index]));
  return {
    ...reading,
    observations: reading.observations.map((observation) => ({
      ...observation,
      entry: places.get(observation.entry) ?? -1,
    })),
  };
}

/** The reading again, with the entries of this thread's catalogue. */
export function unpackReading(packed: PackedReading, messages: Messages): Reading {
  return {
    ...packed,
    observations: packed.observations.flatMap((observation) => {
      const entry = messages[observation.entry];
      return entry === undefined ? [] : [{ ...observation, entry }];
    }),
  };
}

/** The memory that moves to the other thread instead of being copied: the columns of a log or registry snapshot and of its lines. */
export function memoryOf({ artefact, dropped }: PackedReading): readonly ArrayBuffer[] {
  const columns: readonly unknown[] = Object.values(tableOf(artefact));
  const lines: readonly unknown[] = dropped === undefined ? [] : Object.values(dropped);
  const buffers = [...columns, ...lines].flatMap((column) =>
    ArrayBuffer.isView(column) && column.buffer instanceof ArrayBuffer ? [column.buffer] : [],
  );
  return [...new Set(buffers)];
}

function tableOf(artefact: PackedReading['artefact']): object {
  switch (artefact.type) {
    case 'log':
      return artefact.records;
    case 'registry':
      return artefact.table;
    case 'dsregcmd':
    case 'unread':
      return {};
  }
}
