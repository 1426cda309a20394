import type { HostContext } from './hosts.ts';
import { isPseudonym } from './pseudonym.ts';
import type { SightingList } from './sighting.ts';

/** Names of persons and accounts that their place gives away: profile folders, `DOMAIN\user`, certificate subjects. */
export function findByPlace(list: SightingList, context: HostContext): void {
  findProfiles(list, context);
  findAccounts(list, context);
  findSubjects(list, context);
  findSerials(list);
}

/** In sentences: `machine PC-0042 serial 5CG1234XYZ`. */
function findSerials(list: SightingList): void {
  for (const { index, 0: match } of list.text.matchAll(serials)) {
    if (/[0-9]/.test(match) && !isPseudonym(match)) list.add('serial', index, index + match.length);
  }
}

const serials =
  /(?<=(?<![\p{L}\p{N}])serial(?: number| no\.?)?[ :#]{1,3}(?:is )?['"]?)(?=[A-Z0-9]{0,20}[0-9])[A-Z0-9][A-Z0-9-]{5,24}(?![\p{L}\p{N}])/giu;

function findProfiles(list: SightingList, { knowledge }: HostContext): void {
  for (const match of list.text.matchAll(profiles)) {
    const name = match[0].replace(/[ .]+$/, '');
    if (knowledge.noNames.has(name.toLowerCase()) || isPseudonym(name) || sharedProfiles.test(name)) continue;
    list.add('user', match.index, match.index + name.length);
  }
}

const profiles =
  /(?<=(?:[\\/]Users|Documents and Settings|[\\/]home)(?:\\{1,2}|\/))[\p{L}\p{N}_][^\\/:*?"'<>|\r\n,;()[\]{}]{0,63}(?=[\\/"'<>|\r\n,;()[\]{}]|$)/giu;
const sharedProfiles = /^(?:all users|default user|default\.|public|\.net )/i;

function findAccounts(list: SightingList, { knowledge }: HostContext): void {
  for (const match of list.text.matchAll(accounts)) {
    const [whole, domain = '', slashes = '\\', user = ''] = match;
    const end = match.index + whole.length;
    const name = user.replace(/[.-]+$/, '');
    const isEntra = domain.toLowerCase() === 'azuread';
    if (isPseudonym(domain) && isPseudonym(name)) continue;
    if (
      !isEntra &&
      (knowledge.noNames.has(domain.toLowerCase()) || knowledge.pathRoots.has(domain.toLowerCase()))
    )
      continue;
    if (fileLike.test(name) || /^[\\/.]/.test(list.text.slice(end, end + 1).replace('.', ''))) continue;
    if (knowledge.noNames.has(name.toLowerCase()) || knowledge.keyNames.has(name.toLowerCase())) continue;
    if (!isEntra && !isPseudonym(domain)) list.add('domain', match.index, match.index + domain.length);
    const start = match.index + domain.length + slashes.length;
    const isMachine = name.endsWith('$');
    if (!isPseudonym(name))
      list.add(isMachine ? 'device' : 'user', start, start + name.length - (isMachine ? 1 : 0));
  }
}

/** A NetBIOS name in capitals and an account. Not part of a longer path. */
const accounts =
  /(?<![\p{L}\p{N}\\/:._%$-])((?=[A-Z0-9-]{0,14}[A-Z])[A-Z0-9][A-Z0-9-]{1,14}|AzureAD)(\\{1,2})([\p{L}\p{N}_][\p{L}\p{N}._-]{0,63}\$?)(?![\p{L}\p{N}\\/])/gu;
const fileLike = /\.(?:exe|dll|log|lo_|txt|xml|ini|sys|cab|msi|ps1|vbs|cmd|bat|reg|mof|zip|dat|json|cpp)$/i;
function findSubjects(list: SightingList, context: HostContext): void {
  for (const match of list.text.matchAll(subjects)) {
    const [whole, part = '', quoted] = match;
    const value = quoted ?? whole.slice(part.length + 1).replace(/[ .]+$/, '');
    const start = match.index + part.length + 1 + (quoted === undefined ? 0 : 1);
    const end = start + value.length;
    if (value === '' || isPseudonym(value) || context.knowledge.isWellKnownCertificateName(value)) continue;
    if (context.knowledge.noNames.has(value.toLowerCase()) || placeholder.test(value)) continue;
    // Dotted names, mail names and GUIDs are told by their form.
    if (/[.@]/.test(value) && !value.includes(' ')) continue;
    if (/^\{?[0-9a-f-]{36}\}?$/i.test(value) || /^[0-9a-f]{32,64}$/i.test(value) || /^S-1-/i.test(value))
      continue;
    if (part === 'DC') {
      const label = /^[\p{L}\p{N}-]+/u.exec(value)?.[0] ?? '';
      if (!context.knowledge.domainEndings.has(label.toLowerCase()))
        list.add('domain', start, start + label.length);
    } else list.add('name', start, end);
  }
}

const subjects =
  /((?<![\p{L}\p{N}_])(?:CN|OU|DC)|(?<=[,;/] ?)(?:O|E|L|SERIALNUMBER))=(?:"([^"\r\n]{1,128})"|[^,;"'\][)>+<|\\/\r\n]{1,128})/gu;
const placeholder = /^[%{<$*]/;
