import type { IdentifierKind } from '../../catalogue/types.ts';

/** Who is meant: the number tells apart those of a kind. */
export interface Identity {
  readonly kind: IdentifierKind;
  /** From 1, in the order of first appearance. */
  readonly number: number;
}

/**
 * What stands for an identifier in a redacted text. Where a reader of artefacts expects a form, the form stays: a GUID
 * becomes a GUID, a SID a SID, a thumbprint a thumbprint, an address one of those set aside for documentation. So the
 * copy reads, and is judged, like the original. A reader can still tell them apart: everything else in them is zero.
 */
export function pseudonymOf(original: string, { kind, number }: Identity): string {
  if (guid.test(original)) return guidOf(kind, number);
  if (compactGuid.test(original)) return guidOf(kind, number).replaceAll('-', '');
  if (thumbprint.test(original)) return digitsInto(original, number);
  if (kind === 'sid') return sidOf(original, number);
  if (kind === 'mac') return macOf(original, number);
  if (kind === 'address')
    return original.includes(':') ? `2001:db8::${number.toString(16)}` : addressOf(number);
  const isDotted = original.includes('.') && (kind === 'domain' || kind === 'tenant' || kind === 'host');
  return isDotted ? `${kind}-${number}.example` : `${kind}-${number}`;
}

/** Whether a text is a pseudonym, or so plainly invented that it need not be replaced. */
export function isPseudonym(text: string): boolean {
  return ownForms.some((form) => form.test(text));
}

const kinds =
  '(?:user|device|host|domain|tenant|enrollment|policy|id|address|mac|sid|serial|certificate|name|token|product-key|other)';

const ownForms: readonly RegExp[] = [
  new RegExp(`^${kinds}-[0-9]{1,9}\\$?$`, 'i'),
  // Name and domain, in any number of parts.
  new RegExp(`^(?:[a-z0-9_-]{1,63}\\.){0,8}(?:domain|tenant|host)-[0-9]{1,9}\\.example$`, 'i'),
  /^00000000-0000-0000-000[0-9a-f]-[0-9]{12}$/i,
  /^0{16}000[0-9a-f][0-9]{12}$/i,
  /^(?:0[0 :]*)[0-9 :]{1,16}$/,
  /^S-1-(?:5-21-0-0-0|12-1-0-0-0|5-83-1-0-0-0|11-96-0-0-0)-[0-9]+$/i,
  /^0200\.00[0-9a-f]{2}\.[0-9a-f]{4}$/i,
  /^02[-:]00[-:]00(?:[-:][0-9a-f]{2}){3}$/i,
  /^(?:192\.0\.2|198\.51\.100|203\.0\.113|198\.1[89]\.[0-9]{1,3})\.[0-9]{1,3}$/,
  /^2001:db8:/i,
];

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const compactGuid = /^[0-9a-f]{32}$/i;
const thumbprint = /^[0-9a-f]{40}$|^[0-9a-f]{64}$|^[0-9a-f]{2}(?:[ :][0-9a-f]{2}){19}$/i;

/** The fourth group tells what the GUID names. */
const guidGroups: Readonly<Partial<Record<IdentifierKind, string>>> = {
  tenant: '0001',
  device: '0002',
  enrollment: '0003',
  policy: '0004',
  user: '0005',
};

function guidOf(kind: IdentifierKind, number: number): string {
  return `00000000-0000-0000-${guidGroups[kind] ?? '0009'}-${String(number).padStart(12, '0')}`;
}

/** The number in the last digits of a form that keeps its separators; all other digits become 0. */
function digitsInto(original: string, number: number): string {
  const slots = original.replace(/[0-9a-f]/gi, '0');
  const digits = String(number);
  let text = '';
  let next = digits.length;
  for (let at = slots.length - 1; at >= 0; at--) {
    const slot = slots.charAt(at);
    text = (slot === '0' && next > 0 ? digits.charAt(--next) : slot) + text;
  }
  return text;
}

function sidOf(original: string, number: number): string {
  const family = /^S-1-(12-1|5-83-1|11-96)-/i.exec(original)?.[1] ?? '5-21';
  return `S-1-${family}-0-0-0-${1000 + number}`;
}

/** A locally administered address. */
function macOf(original: string, number: number): string {
  const hex = number.toString(16).padStart(6, '0').slice(-6);
  if (original.includes('.')) return `0200.00${hex.slice(0, 2)}.${hex.slice(2)}`;
  return ['02', '00', '00', hex.slice(0, 2), hex.slice(2, 4), hex.slice(4)].join(original.charAt(2));
}

/** The three blocks for documentation (RFC 5737), then the block for benchmarks (RFC 2544). */
function addressOf(number: number): string {
  const blocks = ['192.0.2', '198.51.100', '203.0.113'];
  const perBlock = 254;
  const block = blocks[Math.floor((number - 1) / perBlock)];
  if (block !== undefined) return `${block}.${((number - 1) % perBlock) + 1}`;
  const rest = number - 1 - blocks.length * perBlock;
  return `198.${18 + (Math.floor(rest / 65_536) % 2)}.${Math.floor(rest / 256) % 256}.${rest % 256}`;
}
