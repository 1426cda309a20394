import { readFileSync } from 'node:fs';
import { createAnalyser, decode, readSource, type Reading } from '../../server/src/analysis/index.ts';
import { readArtefactText } from '../../server/src/analysis/artefacts/index.ts';
import { readRegistryFilePieces } from '../../server/src/analysis/artefacts/registryFilePieces.ts';
import { withFileSource } from '../../server/src/shell/fileSource.ts';
import type { BenchData } from '../data.ts';
import { measured, timed, type Measurement } from '../measurement.ts';
import { snapshotSizes, timeFigure } from '../sizes.ts';
import { catalogue, usedBytes } from './core.ts';

/** A registry export, from the file to the offsets of keys, values, their names and data, and of lines. */
export function registryFile({ registryFile: path, snapshots }: BenchData): Measurement {
  indexRegistryFile(snapshots[1] ?? path);
  return measured(() => indexRegistryFile(path));
}

/** The same where the text is kept, as for an open document and in the command line. */
export function registryText({ registryFile: path, snapshots }: BenchData): Measurement {
  const read = (file: string): unknown => readArtefactText(decode(readFileSync(file)).text, 'a.reg');
  read(snapshots[1] ?? path);
  return measured(() => read(path));
}

/** Exports of three sizes, each ten times the one before, to what judging a case needs of them. */
export function registrySnapshots({ registryFile: path, snapshots, scale }: BenchData): Measurement {
  const analyser = createAnalyser(catalogue);
  const read = (file: string): Reading => {
    const reading = withFileSource(file, (source) => readSource(analyser, 'a.reg', source, false));
    if (reading.dropped === undefined) throw new Error(`${file} was read as a whole`);
    return reading;
  };
  read(path);
  const times = snapshots.map((file) => timed(() => read(file)));
  const [largest = path] = snapshots.slice(-1);
  const { milliseconds, figures } = measured(() => read(largest));
  const sizes = Object.fromEntries(
    times.map((time, i) => [timeFigure((snapshotSizes[i] ?? 0) * scale), time]),
  );
  return { milliseconds, figures: { ...figures, ...sizes } };
}

/** Bytes that a value keeps of a registry export whose text was let go, its part of the keys and lines included. */
export async function registryMemory({ registryFile: path, snapshots }: BenchData): Promise<Measurement> {
  indexRegistryFile(snapshots[0] ?? path);
  const before = await usedBytes();
  const index = indexRegistryFile(path);
  const used = (await usedBytes()) - before;
  const { valueCount, keyCount } = index.artefact.table;
  return {
    milliseconds: 0,
    figures: { 'bytes a value': used / valueCount, values: valueCount, keys: keyCount },
  };
}

function indexRegistryFile(path: string): ReturnType<typeof readRegistryFilePieces> {
  return withFileSource(path, (source) => readRegistryFilePieces(source, 'utf-16le-bom', null));
}
