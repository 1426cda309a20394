import { createCaseKeys, partitionIntoCases, type Analyser, type Reading } from '../analysis/index.ts';

/**
 * The folders of the devices that the files of one path come from, by the rule after which the editor sorts files
 * into cases. One or none where they belong together.
 */
export function deviceFolders(readings: readonly Reading[], { catalogue }: Analyser): readonly string[] {
  const keyOf = createCaseKeys(catalogue.logs);
  const files = readings.flatMap((reading) => {
    const key = keyOf(reading);
    return key === null ? [] : [{ path: reading.path, key }];
  });
  return partitionIntoCases(files).map(({ folder }) => folder);
}
