import type { Anchor } from '../analysis/index.ts';

/** What a link to a line says. */
export interface LineLink {
  readonly caseName: string;
  /** Path relative to the case. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly anchor: Anchor | null;
}

/** The link as the query of an address. */
export function lineLinkQuery({ caseName, file, line, anchor }: LineLink): string {
  const query = new URLSearchParams({ case: caseName, file, line: String(line) });
  if (anchor !== null) {
    query.set('log', anchor.file);
    if (anchor.time !== null) query.set('time', anchor.time);
    query.set('component', anchor.component);
    query.set('hash', anchor.hash);
  }
  return query.toString();
}

/** Reads the query of a link that somebody sent; null where it is none. Nothing of it is used as an address. */
export function readLineLink(query: string): LineLink | null {
  if (query.length > longestQuery) return null;
  const values = new URLSearchParams(query);
  const file = values.get('file') ?? '';
  const line = Number(values.get('line'));
  if (file === '' || !Number.isSafeInteger(line) || line < 1) return null;
  const hash = values.get('hash') ?? '';
  const anchor = /^[0-9a-f]{8}$/.test(hash)
    ? {
        file: values.get('log') ?? '',
        time: values.get('time'),
        component: values.get('component') ?? '',
        hash,
      }
    : null;
  return { caseName: values.get('case') ?? '', file, line, anchor };
}

const longestQuery = 4_000;
