import type { CompiledKnowledge } from './knowledge.ts';
import { matchesNear } from './matchesNear.ts';
import { isPseudonym } from './pseudonym.ts';
import { sightHost, type HostContext } from './hosts.ts';
import type { SightingList } from './sighting.ts';

/**
 * Identifiers that their own form gives away, whatever stands around them. Each expression can begin only where its
 * run of characters begins, and counts what it repeats: the time is linear, whatever the text.
 */
export function findByForm(list: SightingList, context: HostContext): void {
  const { text } = list;
  const { knowledge } = context;
  for (const { index, 0: match } of text.matchAll(guids)) {
    if (knowledge.isWellKnownGuid(match) || isPseudonym(match)) list.keep(index, index + match.length);
    // `ScopeId_{guid}/ConfigurationPolicy_{guid}`: ids of what an administrator made.
    else list.add(text.charAt(index - 1) === '_' ? 'policy' : 'id', index, index + match.length);
  }
  for (const { index, 0: match } of text.matchAll(hexRuns)) {
    if (isPseudonym(match) || /^(.)\1*$/.test(match)) continue;
    list.add(match.length === 32 ? 'id' : 'certificate', index, index + match.length);
  }
  for (const { index, 0: match } of text.matchAll(spacedThumbprints)) {
    if (!isPseudonym(match)) list.add('certificate', index, index + match.length);
  }
  for (const { index, 0: match } of matchesNear(text, sidStart, sids)) {
    if (knowledge.isPersonalSid(match) && !isPseudonym(match)) list.add('sid', index, index + match.length);
  }
  for (const { index, 0: match } of text.matchAll(productKeys)) {
    if (/[0-9]/.test(match) && /[a-z]/i.test(match)) list.add('product-key', index, index + match.length);
  }
  for (const { index, 0: match } of text.matchAll(productIds)) {
    list.add('product-key', index, index + match.length);
  }
  for (const pattern of defaultNames) {
    for (const { index, 0: match } of matchesNear(text, defaultStarts, pattern))
      list.add('device', index, index + match.length);
  }
  for (const { index, 0: match } of text.matchAll(dottedMacs)) {
    if (/[0-9]/.test(match) && /[a-f]/i.test(match)) list.add('mac', index, index + match.length);
  }
  for (const { index, 0: match } of text.matchAll(macs)) {
    if (!isPseudonym(match) && !/^(?:00.){5}00$|^(?:ff.){5}ff$/i.test(match))
      list.add('mac', index, index + match.length);
  }
  findAddresses(list, knowledge);
  findMailNames(list, context);
  for (const { index, 0: match } of text.matchAll(dottedNames)) {
    const end = index + match.replace(/[.\-_]+$/, '').length;
    sightHost(list, index, end, false, context);
  }
  for (const { index, 0: match } of matchesNear(text, '://', urlHosts))
    sightHost(list, index, index + match.length, true, context);
  for (const { index, 0: match } of matchesNear(text, '/', principals)) {
    const isTold = /[0-9.-]/.test(match) && !context.knowledge.commonWords.has(match.toLowerCase());
    if (isTold) sightHost(list, index, index + match.length, true, context);
  }
  for (const pattern of [shares, escapedShares, longShares]) {
    for (const { index, 0: match } of matchesNear(text, '\\', pattern)) {
      const end = index + match.length;
      if (sightHost(list, index, end, true, context)) sightShare(list, end, knowledge);
    }
  }
}

/** The name of a share, behind that of its server; `packages$` and the like are the same everywhere. */
function sightShare(list: SightingList, end: number, knowledge: CompiledKnowledge): void {
  const [, slashes = '', share = ''] = shareName.exec(list.text.slice(end, end + 90)) ?? [];
  const word = share.toLowerCase().replace(/\$$/, '');
  const isEveryday = [word, word.replace(/s$/, '')].some(
    (one) => knowledge.commonWords.has(one) || knowledge.shares.has(one),
  );
  if (share === '' || isEveryday || /^(?:[a-z]$|sms|sccm)/.test(word) || isPseudonym(share)) return;
  const start = end + slashes.length;
  list.addHere('name', start, start + share.length);
}

const shareName = /^(\\{1,2})([\p{L}\p{N}_][^\\/:*?"<>|\s,;'()[\]]{0,79})/u;

const guids = /(?<![0-9a-f-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f-])/gi;
/** GUIDs without hyphens, SHA-1 and SHA-256 thumbprints. */
const hexRuns = /(?<![0-9a-z])(?:[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32})(?![0-9a-z])/gi;
const spacedThumbprints =
  /(?<![0-9a-z]|(?<![0-9a-z])[0-9a-f]{2}[ :])[0-9a-f]{2}([ :])[0-9a-f]{2}(?:\1[0-9a-f]{2}){18}(?![0-9a-z]|\1[0-9a-f]{2})/gi;
const sidStart = /S-1-/gi;
const sids = /(?<![\w-])S-1-[0-9]{1,15}(?:-[0-9]{1,10}){1,15}(?![\w-])/gi;
/** The ids that Windows gives its installations. */
const productIds =
  /(?<![\w-])[0-9]{5}-(?:[0-9]{5}-[0-9]{5}-[A-Z]{2}[A-Z0-9]{3}|OEM-[0-9]{7}-[0-9]{5})(?![\w-])/gi;
/** The names that Windows gives to new computers: at a fixed length in capitals, else with a digit. */
const defaultStarts = /(?:DESKTOP|LAPTOP|WIN)-/gi;
const defaultNames = [
  /(?<![\w-])(?:DESKTOP-[A-Z0-9]{7}|LAPTOP-[A-Z0-9]{8}|WIN-[A-Z0-9]{11})(?![\w-])/g,
  /(?<![\w-])(?:DESKTOP|LAPTOP|WIN)-(?=[a-z]{0,11}[0-9])[a-z0-9]{5,11}(?![\w-])/gi,
];
/** As network devices write them: `3c52.82af.10a0`. */
const dottedMacs = /(?<![\w.:-])[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}(?![\w:-]|\.[\w])/gi;
const productKeys = /(?<![\w-])[0-9a-z]{5}(?:-[0-9a-z]{5}){4}(?![\w-])/gi;
const macs = /(?<![0-9a-z:-])[0-9a-f]{2}([:-])[0-9a-f]{2}(?:\1[0-9a-f]{2}){4}(?![0-9a-z:-])/gi;
const dottedNames =
  /(?:(?<![\p{L}\p{N}_.%-])|(?<=%[0-9a-f]{2})|(?<=\*\.))[\p{L}\p{N}_][\p{L}\p{N}_-]{0,62}(?:\.[\p{L}\p{N}_-]{1,63}){1,10}/giu;
const urlHosts =
  /(?<=:\/\/(?:[^\s/?#@"'<>]{1,64}@)?)[\p{L}\p{N}][\p{L}\p{N}._-]{0,252}(?=[/:?#\s"'<>,;)\]\\]|$)/gu;
/** Whom a Kerberos ticket is for: `TERMSRV/PC-0042`. */
const principals =
  /(?<=(?<![\p{L}\p{N}])(?:TERMSRV|HOST|CIFS|WSMAN|MSSQLSvc|RestrictedKrbHost|SMTPSVC)\/)\p{L}[\p{L}\p{N}._-]{1,252}(?<![._-])/gu;
/** `\\server\share`; with every backslash doubled in registry files, JSON and the like. */
const shares = /(?<=(?<![\\\p{L}\p{N}:%)}.])\\\\)[\p{L}\p{N}][\p{L}\p{N}._-]{0,252}(?=\\(?!\\)|[\s;,)]|$)/gu;
/** `\\?\UNC\server\share`. */
const longShares = /(?<=\\[?]\\{1,2}UNC\\{1,2})[\p{L}\p{N}][\p{L}\p{N}._-]{0,252}(?=\\)/giu;
const escapedShares = /(?<=(?<![\\\p{L}\p{N}:%)}.])\\{4})[\p{L}\p{N}][\p{L}\p{N}._-]{0,252}(?=\\\\(?!\\))/gu;

function findMailNames(list: SightingList, context: HostContext): void {
  for (const match of matchesNear(list.text, mailSigns, mailNames)) {
    const [whole, local = '', at = '@', domain = ''] = match;
    const start = match.index;
    const end = start + whole.length - (domain.length - domain.replace(/[.-]+$/, '').length);
    const domainStart = start + local.length + at.length;
    if (context.knowledge.deviceIdentityNames.has(local.toLowerCase()) || isPseudonym(local))
      list.keep(start, domainStart);
    else list.add('user', start, start + local.length);
    sightHost(list, domainStart, end, true, { ...context, domains: new Set([domain.toLowerCase()]) });
  }
  for (const match of matchesNear(list.text, '@', perUserLogs)) {
    const [, domain = '', user = ''] = match;
    const start = match.index + 1;
    if (isPseudonym(domain) && isPseudonym(user)) continue;
    list.add('domain', start, start + domain.length);
    list.add('user', start + domain.length + 1, start + domain.length + 1 + user.length);
  }
}

const mailSigns = /@|%(?:25)?40|\\u0040|&#(?:64|x40);/giu;
const mailNames =
  /(?:(?<![\p{L}\p{N}._%+'-])|(?<=%[0-9a-f]{2}))([\p{L}\p{N}_][\p{L}\p{N}._%+'$-]{0,63}?)(@|%(?:25)?40|\\u0040|&#(?:64|x40);)([\p{L}\p{N}][\p{L}\p{N}-]{0,62}(?:\.[\p{L}\p{N}-]{1,63}){1,8})/giu;
/** Logs that are written per user: `SCNotify_CONTOSO@adele_1.log`. */
const perUserLogs =
  /_([\p{L}\p{N}-]{1,15})@([\p{L}\p{N}.-]{1,64})(?=_[0-9]{1,5}(?:-[0-9]{8}-[0-9]{6})?\.lo)/giu;

function findAddresses(list: SightingList, knowledge: CompiledKnowledge): void {
  const { text } = list;
  for (const { index, 0: match } of text.matchAll(dottedNumbers)) {
    const parts = match.split('.');
    if (parts.some((part) => Number(part) > 255 || (part.length > 1 && part.startsWith('0')))) continue;
    if (knowledge.addresses.has(match) || isPseudonym(match) || isSpecial(parts.map(Number))) continue;
    if (versionBefore.test(text.slice(Math.max(0, index - 24), index))) continue;
    list.add('address', index, index + match.length);
  }
  for (const { index, 0: match } of text.matchAll(colonNumbers)) {
    const lower = match.toLowerCase();
    const groups = lower.split(':').filter((group) => group !== '').length;
    const isWhole = lower.includes('::') ? groups >= 2 && groups <= 7 : groups === 8;
    if (!isWhole || isPseudonym(lower) || lower.startsWith('ff0')) continue;
    list.add('address', index, index + match.length);
  }
}

const dottedNumbers = /(?<![\p{L}\p{N}._-])[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?![\p{L}\p{N}_]|\.[0-9])/gu;
const colonNumbers =
  /(?<![\p{L}\p{N}:.])(?=[0-9a-f:]{0,39}::|(?:[0-9a-f]{1,4}:){7})[0-9a-f]{0,4}(?::{1,2}[0-9a-f]{1,4}){1,7}(?![\p{L}\p{N}:]|\.[0-9])/giu;
/** No server: `Version=`, `ClientVer:`, `v`, `Agent/`. */
const versionBefore =
  /(?:[Vv]ersion|VERSION|[Bb]uild|[Rr]elease|(?<![A-Za-z])[Vv](?:er|ER)?|(?<=[a-z])Ver|(?<=[A-Za-z])\/)["'>)]?[ \t]{0,2}(?:is|of|number)?[ \t]{0,2}[:=]?[ \t]{0,2}["'[(]?$/;

/** This computer, no computer, masks, groups and versions such as 4.0.0.0. */
function isSpecial([first = 0, second = 0, third = 0, last = 0]: readonly number[]): boolean {
  if (first === 0 || first === 127 || first >= 224) return true;
  return last === 0 || (second === 0 && third === 0 && first < 10);
}
