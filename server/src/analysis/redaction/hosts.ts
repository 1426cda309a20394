import type { CompiledKnowledge } from './knowledge.ts';
import { isPseudonym } from './pseudonym.ts';
import type { SightingList } from './sighting.ts';

/** What the parts of a dotted name are. */
export interface HostContext {
  readonly knowledge: CompiledKnowledge;
  /** Domains of this case, lower case: they tell hosts whatever their ending. */
  readonly domains: ReadonlySet<string>;
}

/**
 * Takes a dotted or bare name apart into the host and its domain and adds both. `certain` says that what stands around
 * it makes it a host (a URL, a share, a label). Answers whether it was one, public hosts included.
 */
export function sightHost(
  list: SightingList,
  start: number,
  end: number,
  certain: boolean,
  context: HostContext,
  as: 'host' | 'device' = 'host',
): boolean {
  const name = list.text.slice(start, end);
  const lower = name.toLowerCase();
  if (isPseudonym(name) || isPublic(lower, context.knowledge)) {
    list.keep(start, end);
    return true;
  }
  const labels = lower.split('.');
  if (labels.length === 1) return certain && sightBare(list, start, end, context, as);
  const tenant = isTenantDomain(lower);
  if (tenant || lower === tenantSuffixOf(lower)) {
    list.add('tenant', start, end);
    return true;
  }
  if (isCustomerHost(lower, context.knowledge)) {
    list.add('host', start, end);
    return true;
  }
  if (!certain && !looksLikeHost(name, labels, context)) return false;
  const domainAt = domainStart(labels, context);
  const domainOffset = labels.slice(0, domainAt).reduce((sum, label) => sum + label.length + 1, 0);
  const host = labels.slice(0, domainAt).join('.');
  if (domainAt > 0 && !isService(host, context.knowledge)) {
    list.add(as, start, start + domainOffset - 1);
  }
  list.add('domain', start + domainOffset, end);
  return true;
}

/** Domains that a tenant is given by Microsoft: `contoso.onmicrosoft.com`. */
export function isTenantDomain(lower: string): boolean {
  const suffix = tenantSuffixOf(lower);
  return suffix !== null && suffix !== lower;
}

function tenantSuffixOf(lower: string): string | null {
  return (
    /(?:^|\.)((?:partner\.)?onmicrosoft\.(?:com|us|de)|partner\.onmschina\.cn)$/.exec(lower)?.[1] ?? null
  );
}

function sightBare(
  list: SightingList,
  start: number,
  end: number,
  { knowledge }: HostContext,
  as: 'host' | 'device',
): boolean {
  const lower = list.text.slice(start, end).toLowerCase();
  if (knowledge.noNames.has(lower) || /^[0-9]+$/.test(lower)) return false;
  list.add(as, start, end);
  return true;
}

function isPublic(lower: string, knowledge: CompiledKnowledge): boolean {
  if (lower === 'localhost' || lower === tenantSuffixOf(lower)) return true;
  return !isCustomerHost(lower, knowledge) && suffixesOf(lower).some((one) => knowledge.publicHosts.has(one));
}

/** The suffix itself names nobody. */
function isCustomerHost(lower: string, { customerHosts }: CompiledKnowledge): boolean {
  return suffixesOf(lower)
    .slice(1)
    .some((suffix) => customerHosts.has(suffix));
}

function suffixesOf(name: string): readonly string[] {
  const labels = name.split('.');
  return labels.map((_, i) => labels.slice(i).join('.'));
}

/** A name with dots is a host when its domain is known, or its ending says so; otherwise it may be a file or a class. */
function looksLikeHost(
  name: string,
  labels: readonly string[],
  { knowledge, domains }: HostContext,
): boolean {
  if (suffixesOf(name.toLowerCase()).some((suffix) => domains.has(suffix))) return true;
  const last = labels.at(-1) ?? '';
  const [first = ''] = labels;
  const written = name.slice(name.lastIndexOf('.') + 1);
  // `System.Net` and `Policy.Id` are classes.
  const isOneCase = written === written.toLowerCase() || name === name.toUpperCase();
  if (!isOneCase || !/^[\p{L}][\p{L}0-9-]*$/u.test(last)) return false;
  if (labels.length === 2) {
    return (
      knowledge.domainEndings.has(last) &&
      !knowledge.fileEndings.has(last) &&
      first.length > 1 &&
      // `system.info` and `test.io` are no domains; `primary.lan` is one.
      !(isAmbiguous(last) && isService(first, knowledge)) &&
      !first.includes('_')
    );
  }
  if (knowledge.domainEndings.has(last)) return labels.every((label) => label !== '');
  // A name such as srv-01.ad.fabrikam, in a network with an ending of its own.
  const isUniform = name === name.toLowerCase() || name === name.toUpperCase();
  return isUniform && last.length >= longerThanFileEndings && /[-0-9]/.test(first) && !/^[0-9]+$/.test(first);
}

/** Endings that are short words as well. */
function isAmbiguous(ending: string): boolean {
  return ending.length === 2 || ending === 'info';
}

const longerThanFileEndings = 6;

/** Index of the label at which the domain begins. */
function domainStart(labels: readonly string[], { domains }: HostContext): number {
  if (domains.has(labels.join('.'))) return 0;
  const behindServices = labels.findLastIndex((label) => label.startsWith('_')) + 1;
  if (behindServices > 0) return Math.min(behindServices, labels.length - 2);
  const [, second = '', third = ''] = labels;
  const isCountrySecond = labels.length === 3 && /^[a-z]{2}$/.test(third) && secondLevels.has(second);
  return labels.length === 2 || isCountrySecond ? 0 : 1;
}

/** `contoso.co.uk` is a domain, not a host. */
const secondLevels: ReadonlySet<string> = new Set([
  'co',
  'com',
  'org',
  'net',
  'ac',
  'gov',
  'edu',
  'or',
  'ne',
  'gv',
]);

/** Names of services are part of the diagnosis and name nobody. */
function isService(host: string, { commonWords, noNames, services }: CompiledKnowledge): boolean {
  return host.startsWith('_') || commonWords.has(host) || noNames.has(host) || services.has(host);
}
