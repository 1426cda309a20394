import type { HostContext } from './hosts.ts';
import { matchesNear } from './matchesNear.ts';
import { isPseudonym } from './pseudonym.ts';
import type { SightingList } from './sighting.ts';

/** Names of persons and accounts that their place gives away: profile folders, `DOMAIN\user`, certificate subjects. */
export function findByPlace(list: SightingList, context: HostContext): void {
  findProfiles(list, context);
  findAccounts(list, context);
  findToldAccounts(list, context);
  findSubjects(list, context);
  findSerials(list);
  findFullNames(list, context);
  for (const { index, 0: match } of matchesNear(list.text, 'OneDrive - ', cloudFolders)) {
    if (!isPseudonym(match) && match !== 'Personal') list.add('tenant', index, index + match.length);
  }
  for (const { index, 0: match } of matchesNear(list.text, phoneWords, phones))
    list.addHere('name', index, index + match.length);
}

/** `User "Adele Vance"`, and the display name of an object that tells a user by other fields, too. */
function findFullNames(list: SightingList, { knowledge }: HostContext): void {
  for (const { index, 0: match } of list.text.matchAll(quotedNames)) {
    if (match.split(' ').every((word) => knowledge.commonWords.has(word.toLowerCase()))) continue;
    list.add('user', index, index + match.length);
  }
  for (const { index, 0: match } of matchesNear(list.text, '@', mailboxes)) {
    if (!isPseudonym(match)) list.add('user', index, index + match.length);
  }
  for (const { index, 0: match } of matchesNear(list.text, displayNameWord, displayNames)) {
    const around = list.text.slice(Math.max(0, index - objectLength), index + objectLength);
    if (ofUser.test(around) && !isPseudonym(match)) list.add('user', index, index + match.length);
  }
}

const quotedNames =
  /(?<=(?<![\p{L}\p{N}])user(?:name| name)?[ :=]{1,3}["'])\p{Lu}[\p{L}'’-]{1,40}(?: \p{Lu}[\p{L}'’.-]{0,40}){1,3}(?=["'])/giu;
/** `"Adele Vance" <adele@contoso.example>`. */
const mailboxes = /(?<=")[^"\r\n<>@]{2,60}(?="[ \t]{0,2}<[^<>\s]{1,64}@[^<>\s]{1,255}>)/gu;
const displayNames = /(?<="displayName\\?"[ \t]?:[ \t]?\\?")[^"\\\r\n]{2,120}(?=\\?")/giu;
const displayNameWord = /displayName/giu;
const ofUser = /userPrincipalName|samAccountName|givenName|mailNickname/i;
const objectLength = 600;
const phoneWords = /phone|mobile|tel/giu;
const phones =
  /(?<=(?<![\p{L}\p{N}])(?:phone|phone ?number|mobile|telephone|tel)["']?[ \t]{0,2}[:=][ \t]{0,2}["']?)\+?[0-9][0-9 ()./-]{5,20}[0-9]/giu;

/** In sentences: `machine PC-0042 serial 5CG1234XYZ`. */
function findSerials(list: SightingList): void {
  for (const { index, 0: match } of matchesNear(list.text, serialWord, serials)) {
    if (/[0-9]/.test(match) && !isPseudonym(match)) list.add('serial', index, index + match.length);
  }
}

const serialWord = /serial/giu;
const serials =
  /(?<=(?<![\p{L}\p{N}])serial(?: number| no\.?)?[ :#]{1,3}(?:is )?['"]?)(?=[A-Z0-9]{0,20}[0-9])[A-Z0-9][A-Z0-9-]{5,24}(?![\p{L}\p{N}])/giu;

function findProfiles(list: SightingList, context: HostContext): void {
  for (const { index, 0: run } of matchesNear(list.text, profileFolders, profiles)) {
    sightProfile(
      list,
      index,
      isWholeName(list.text, index, run) ? run : nameInSentence(run, list.text.charAt(index + run.length)),
      context,
    );
  }
  for (const [needed, pattern] of otherProfiles) {
    for (const { index, 0: name } of matchesNear(list.text, needed, pattern)) {
      sightProfile(list, index, name, context);
    }
  }
}

function sightProfile(list: SightingList, start: number, folder: string, { knowledge }: HostContext): void {
  const name = folder.replace(/[ .]+$/, '');
  const lower = name.toLowerCase();
  if (knowledge.noNames.has(lower) || knowledge.pathRoots.has(lower)) return;
  if (isPseudonym(name) || sharedProfiles.test(name)) return;
  list.add('user', start, start + name.length);
}

/**
 * Whether a profile's name ends where the run of characters ends that a folder may have: before a further folder, or
 * at the end of quotation marks or an element that began with the path. Else its blanks may be those of a sentence
 * (`C:\\Users\\adele is full`) or of a command line (`C:\\Users\\adele MODE=3 NAME="x"`).
 */
function isWholeName(text: string, start: number, run: string): boolean {
  if (!run.includes(' ')) return true;
  if (/ [\p{L}\p{N}_]{1,64}=/u.test(run)) return false;
  const next = text.charAt(start + run.length);
  if (next === '\\' || next === '/') return true;
  const before = text.slice(Math.max(0, start - 260), start).replace('Documents and Settings', '');
  return next !== '' && `"'<`.includes(next) && /["'>][^"'<> ]*$/.test(before);
}

/** The first word, and those behind it that begin like a name. */
function nameInSentence(run: string, next: string): string {
  // `adele D:` is followed by another path.
  const own = next === ':' ? run.slice(0, Math.max(0, run.lastIndexOf(' '))) : run;
  return folderInSentence.exec(own)?.[0] ?? run;
}

const folderInSentence = /^[^ ]+(?: \p{Lu}[\p{L}'’.-]*(?![^ ]))*/u;

/** Whatever the folder is called that profiles lie in. */
const profileRoots =
  /(?<=[\\/])(?!Windows[\\/])[\p{L}\p{N}_][^\\/:*?"'<>|\r\n,;()[\]{}]{0,63}(?=\\{1,2}(?:NTUSER\.DAT|AppData\\|Local Settings\\))/giu;
/** `\\server\home$\adele`. */
const homeShares =
  /(?<=\\{2,4}[\p{L}\p{N}._-]{1,80}\\{1,2}(?:homes?|users?|profiles?|userdata|redirected(?:folders)?)\$?\\{1,2})[\p{L}\p{N}_][\p{L}\p{N}._$-]{1,63}(?=[\\\s"']|$)/giu;
/** `OneDrive - Contoso` is named after the tenant. */
const cloudFolders = /(?<=[\\/]OneDrive - )[^\\/:*?"<>|\r\n]{2,64}(?=[\\/"]|$)/gu;

const profiles =
  /(?<=(?:[\\/]Users|Documents and Settings|[\\/]home)(?:\\{1,2}|\/))[\p{L}\p{N}_](?:[^\\/:*?"'<>|\r\n,;()[\]{}]|'(?=\p{L})){0,255}/giu;
/** What a line must hold for a profile to be in it. */
const profileFolders = /users|documents and settings|home/giu;
const otherProfiles: readonly (readonly [string | RegExp, RegExp])[] = [
  [/ntuser|appdata|local settings/giu, profileRoots],
  ['\\', homeShares],
];
const sharedProfiles = /^(?:all users|default user|default\.|public|\.net )/i;

function findAccounts(list: SightingList, { knowledge }: HostContext): void {
  for (const match of matchesNear(list.text, '\\', accounts)) {
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

/** Behind a word that says so, a domain may be written in small letters: `the account contoso\\adele`. */
function findToldAccounts(list: SightingList, { knowledge }: HostContext): void {
  for (const match of matchesNear(list.text, '\\', toldAccounts)) {
    const [, domain = '', slashes = '', name = ''] = match;
    const lower = domain.toLowerCase();
    if (knowledge.commonWords.has(lower) || knowledge.pathRoots.has(lower) || fileLike.test(name)) continue;
    if (!isPseudonym(domain)) list.add('domain', match.index, match.index + domain.length);
    const start = match.index + domain.length + slashes.length;
    if (!isPseudonym(name) && !knowledge.noNames.has(name.toLowerCase()))
      list.add('user', start, start + name.length);
  }
}

const toldAccounts =
  /(?<=(?<![\p{L}\p{N}\\])(?:user|username|account|logged on|runs? as)[ \t]{0,2}[:=]?[ \t]{0,2}["']?)([\p{L}\p{N}][\p{L}\p{N}-]{1,14})(\\{1,2})([\p{L}\p{N}_][\p{L}\p{N}._-]{0,62}[\p{L}\p{N}_])(?![\p{L}\p{N}\\/])/giu;

/** A NetBIOS name in capitals and an account. Not part of a longer path. */
const accounts =
  /(?<![\p{L}\p{N}\\/:._%$-])((?=[A-Z0-9-]{0,14}[A-Z])[A-Z0-9][A-Z0-9-]{1,14}|AzureAD)(\\{1,2})([\p{L}\p{N}_][\p{L}\p{N}._-]{0,63}\$?)(?![\p{L}\p{N}\\/])/gu;
const fileLike = /\.(?:exe|dll|log|lo_|txt|xml|ini|sys|cab|msi|ps1|vbs|cmd|bat|reg|mof|zip|dat|json|cpp)$/i;
function findSubjects(list: SightingList, context: HostContext): void {
  for (const match of list.text.matchAll(subjects)) {
    const [whole, part = '', quoted] = match;
    const value = quoted ?? whole.slice(part.length + 1).replace(/[ .]+$/, '');
    const mark = quoted === undefined ? 0 : whole.charAt(part.length + 1) === '\\' ? 2 : 1;
    const start = match.index + part.length + 1 + mark;
    const end = start + value.length;
    if (value === '' || isPseudonym(value) || context.knowledge.isWellKnownCertificateName(value)) continue;
    if (context.knowledge.noNames.has(value.toLowerCase()) || placeholder.test(value)) continue;
    // Dotted names, mail names and GUIDs are told by their form.
    if (/[.@]/.test(value) && !value.includes(' ')) continue;
    if (/^\{?[0-9a-f-]{36}\}?$/i.test(value) || /^[0-9a-f]{32,64}$/i.test(value) || /^S-1-/i.test(value))
      continue;
    if (part.toUpperCase() === 'DC') {
      const label = /^[\p{L}\p{N}-]+/u.exec(value)?.[0] ?? '';
      if (!context.knowledge.domainEndings.has(label.toLowerCase()))
        list.add('domain', start, start + label.length);
    } else list.add('name', start, end);
  }
}

const subjects =
  /((?<![\p{L}\p{N}_])(?:CN|OU|DC|cn|ou|dc)|(?<=[,;/] ?)(?:O|E|L|SERIALNUMBER))=(?:\\?"([^"\\\r\n]{1,128})\\?"|(?:[^,;"'\][)>+<|\\/\r\n]|\\[,;+=]){1,128})/gu;
const placeholder = /^[%{<$*]/;
