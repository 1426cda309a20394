import type { RegistryArtefact, RegistryKey } from '../artefacts/artefact.ts';
import { registryKeys } from '../artefacts/registryKeyAt.ts';
import type { Place, Reading } from '../caseAnalysis.ts';
import { dataText } from '../stages/facts.ts';
import { offsetsOfGuid } from '../text/guids.ts';

/** A chatty log repeats one id in every record; nobody reads a longer list. */
const mostInOneFile = 500;

/**
 * The places of one GUID in a file, in the order of its text. Where the text was dropped after reading, they are
 * those of the keys, values, fields and known messages that were kept.
 */
export function placesOfGuid(reading: Reading, guid: string): readonly Place[] {
  const { path, artefact } = reading;
  if (reading.dropped !== undefined) return keptPlaces(reading, guid).slice(0, mostInOneFile);
  return offsetsOfGuid(artefact.text, guid, mostInOneFile).map((start) => ({
    file: path,
    start,
    end: start + guid.length,
  }));
}

/** The GUID in the header of a key that carries it in its path. Paths are written as they are, save for their root. */
export function placeInHeader(file: string, { path, pathStart, pathEnd }: RegistryKey, guid: string): Place {
  const fromEnd = path.length - path.toUpperCase().indexOf(guid);
  const start = Math.max(pathStart, pathEnd - fromEnd);
  return { file, start, end: Math.min(start + guid.length, pathEnd) };
}

function keptPlaces(reading: Reading, guid: string): readonly Place[] {
  const { path: file, artefact, observations } = reading;
  const names = (text: string): boolean => text.toUpperCase().includes(guid);
  switch (artefact.type) {
    case 'registry':
      return registryPlaces(file, artefact, guid, names);
    case 'log':
      return observations
        .filter(({ quote }) => quote !== undefined && names(quote))
        .map(({ start, end }) => ({ file, start, end }));
    case 'dsregcmd':
      return artefact.sections.flatMap(({ fields }) =>
        fields
          .filter(({ value }) => names(value))
          .map(({ valueStart, valueEnd }) => ({ file, start: valueStart, end: valueEnd })),
      );
    case 'unread':
      return [];
  }
}

function registryPlaces(
  file: string,
  artefact: RegistryArtefact,
  guid: string,
  names: (text: string) => boolean,
): readonly Place[] {
  return [...registryKeys(artefact)].flatMap((key) => [
    ...(names(key.path) ? [placeInHeader(file, key, guid)] : []),
    ...key.values
      .filter(({ data }) => names(dataText(data)))
      .map(({ dataStart, dataEnd }) => ({ file, start: dataStart, end: dataEnd })),
  ]);
}
