import type { Catalogue, DsregcmdEntry, RegistryEntry } from '../../catalogue/types.ts';
import { meetsExpectation } from '../matching/expectation.ts';
import { entryMarkdown, labelled } from './entryMarkdown.ts';

/** What a value means, what is healthy, and what it implies when it is not. `text` is what is compared. */
export function describedValue(
  entry: RegistryEntry | DsregcmdEntry,
  references: Catalogue['references'],
  text: string,
): readonly string[] {
  const asExpected = entry.expectation === undefined ? null : meetsExpectation(entry.expectation, text);
  return [
    ...entryMarkdown(entry, references, asExpected !== true),
    ...labelled('Healthy', entry.healthy),
    ...labelled(asExpected === false ? 'Not as expected' : 'If it is otherwise', entry.ifWrong),
  ];
}
