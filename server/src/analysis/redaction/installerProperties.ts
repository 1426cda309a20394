import type { HostContext } from './hosts.ts';
import { sightAs } from './labelledValue.ts';
import type { SightingList } from './sighting.ts';

/**
 * Properties as Windows Installer logs them: `Property(S): USERNAME = Adele Vance` at the end of a session, `PROPERTY
 * CHANGE: Adding LogonUser property. Its value is 'adele'.` on the way. The form says where a value ends, so that
 * several words are one value.
 */
export function findInstallerProperties(list: SightingList, context: HostContext): void {
  for (const match of list.text.matchAll(listed)) {
    const [whole, name = '', value = ''] = match;
    sightProperty(list, name, match.index + whole.length - value.length, value, context);
  }
  for (const match of list.text.matchAll(changed)) {
    const [whole, name = '', value = '', next] = match;
    const first = match.index + whole.indexOf(`'`) + 1;
    sightProperty(list, name, first, value, context);
    if (next !== undefined)
      sightProperty(list, name, match.index + whole.length - next.length, next, context);
  }
}

function sightProperty(
  list: SightingList,
  name: string,
  start: number,
  value: string,
  context: HostContext,
): void {
  const label = context.knowledge.labels.get(name.toLowerCase());
  const trimmed = value.trimEnd();
  if (label === undefined || trimmed === '') return;
  const place = { at: start, start, end: start + trimmed.length, isWhole: true };
  sightAs(list, place, label.value, label.kind, context);
}

const listed = /(?<![^\r\n])Property\([A-Z]\): ([\p{L}\p{N}_.]{1,72}) = ([^\r\n]{1,256})/gu;
const changed =
  /PROPERTY CHANGE: (?:Adding|Modifying|Deleting) ([\p{L}\p{N}_.]{1,72}) property\. Its (?:current )?value is '([^\r\n]{0,256}?)'(?=\.)(?:\. Its new value: '([^\r\n]{0,256}?)(?='\.))?/gu;
