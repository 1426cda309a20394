import type { ArtefactReader, RegistryArtefact, RegistryKey, RegistryValue } from './artefact.ts';
import { linesOf, trimBlanksEnd } from './lineEnds.ts';
import { ProblemList } from './problemList.ts';
import { longKeyPath } from './registryPath.ts';
import { readPowershellData } from './registryPowershellData.ts';
import { tableOfKeys } from './registryTable.ts';

/**
 * `Get-ItemProperty ... | Format-List` and, as well as it goes, the table of `Get-ChildItem`. The list names its
 * key behind the values (`PSPath`), loses the types, prints numbers as signed decimals and cuts long lists.
 */
export const registryPowershellReader: ArtefactReader = {
  kind: 'registry-powershell',
  detect: detectRegistryPowershell,
  parse: (text) => new PowershellReading(text).read(),
};

/** Properties that PowerShell adds; they are no values. */
const providerProperties = ['PSPath', 'PSParentPath', 'PSChildName', 'PSDrive', 'PSProvider'];

function detectRegistryPowershell(head: string): 0 | 1 | 2 {
  const isList = /(?:^|[\r\n])[^\r\n:]{0,40}PSPath[^\r\n:]{0,60}:[^\r\n]{0,60}Registry::HKEY_/.test(head);
  return isList || /(?:^|[\r\n]) {1,8}Hive: HKEY_/.test(head) ? 2 : 0;
}

interface Property {
  readonly name: string;
  readonly start: number;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly dataStart: number;
  dataEnd: number;
  data: string;
}

class PowershellReading {
  readonly #text: string;
  readonly #keys: RegistryKey[] = [];
  readonly #problems = new ProblemList();
  /** Properties of the list block at hand. */
  #block: Property[] = [];
  /** `Hive:` of the table at hand, and the column at which its properties begin. */
  #hive: string | null = null;
  #propertyColumn = -1;
  #row: { name: string; start: number; nameEnd: number; properties: Property[] } | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  read(): RegistryArtefact {
    const text = this.#text;
    for (const { start, end: lineEnd } of linesOf(text)) {
      const end = trimBlanksEnd(text, start, lineEnd);
      const hive = /^ {1,8}Hive: (HKEY_[^\r\n]+)$/.exec(text.slice(start, Math.min(end, start + 2000)))?.[1];
      if (hive !== undefined) {
        this.#closeBlock();
        this.#closeRow();
        this.#hive = hive;
        this.#propertyColumn = -1;
      } else if (this.#hive !== null) {
        this.#readTableLine(start, end);
      } else {
        this.#readListLine(start, end);
      }
    }
    this.#closeBlock();
    this.#closeRow();
    const problems = this.#problems.finish();
    return { type: 'registry', kind: 'registry-powershell', text, table: tableOfKeys(this.#keys), problems };
  }

  #readListLine(start: number, end: number): void {
    if (end <= start) {
      this.#closeBlock();
      return;
    }
    const property = propertyOf(this.#text, start, end);
    if (property !== null) {
      this.#block.push(property);
      return;
    }
    const last = this.#block.at(-1);
    if (last !== undefined && this.#text[start] === ' ') {
      // Console width breaks long data; whether a blank stood at the break cannot be told.
      const at = start + (/^ */.exec(this.#text.slice(start, end))?.[0].length ?? 0);
      last.data += this.#text.slice(at, end);
      last.dataEnd = end;
      return;
    }
    this.#closeBlock();
  }

  /** The block's key is known only now; without one its values belong nowhere. */
  #closeBlock(): void {
    const block = this.#block;
    this.#block = [];
    const first = block[0];
    const last = block.at(-1);
    if (first === undefined || last === undefined) return;
    const path = block.find((property) => property.name === 'PSPath');
    const provider = path?.data.indexOf('::') ?? -1;
    if (path === undefined || provider < 0) {
      this.#problems.add(
        'value-without-key',
        first.start,
        last.dataEnd,
        'The list does not say its key (PSPath), so these values belong to none.',
      );
      return;
    }
    const isWrapped = path.dataEnd - path.dataStart > path.data.length;
    const values = block
      .filter((property) => !providerProperties.includes(property.name))
      .map((property) => this.#value(property));
    this.#keys.push({
      path: longKeyPath(path.data.slice(provider + 2)),
      start: first.start,
      end: last.dataEnd,
      pathStart: isWrapped ? path.dataStart : path.dataStart + provider + 2,
      pathEnd: path.dataEnd,
      deleted: false,
      lastWrite: null,
      values,
    });
  }

  #readTableLine(start: number, end: number): void {
    const text = this.#text;
    if (end <= start) return;
    if (this.#propertyColumn < 0) {
      // The dashes under the headings tell the columns: `----      --------`.
      const dashes = /^-+ +(?=-)/.exec(text.slice(start, Math.min(end, start + 2000)))?.[0];
      if (dashes !== undefined) this.#propertyColumn = dashes.length;
      return;
    }
    const name = text.slice(start, Math.min(end, start + this.#propertyColumn)).trim();
    if (name !== '') {
      this.#closeRow();
      this.#row = { name, start, nameEnd: start + name.length, properties: [] };
    }
    const from = start + this.#propertyColumn;
    if (this.#row === null || from >= end) return;
    const property = propertyOf(text, from, end);
    if (property !== null) this.#row.properties.push(property);
    else
      this.#problems.add('ignored-line', from, end, 'The line holds no name and value, so it was not read.');
  }

  #closeRow(): void {
    const row = this.#row;
    this.#row = null;
    if (row === null || this.#hive === null) return;
    if (/(?:\.\.\.|\u2026)$/.test(row.name)) {
      this.#problems.add(
        'cut-name',
        row.start,
        row.nameEnd,
        'The name of the key is cut, so it was not read.',
      );
      return;
    }
    this.#keys.push({
      path: longKeyPath(`${this.#hive}\\${row.name}`),
      start: row.start,
      end: row.properties.at(-1)?.dataEnd ?? row.nameEnd,
      pathStart: row.start,
      pathEnd: row.nameEnd,
      deleted: false,
      lastWrite: null,
      values: row.properties.map((property) => this.#value(property)),
    });
  }

  #value(property: Property): RegistryValue {
    const { start, nameStart, nameEnd, dataStart, dataEnd, data } = property;
    const name = property.name === '(default)' ? '' : property.name;
    const place = { start, end: dataEnd, nameStart, nameEnd, dataStart, dataEnd };
    return { name, ...place, valueType: null, data: readPowershellData(data) };
  }
}

/** `Name   : data`, colour codes of PowerShell 7 around either; null for any other line. */
function propertyOf(text: string, start: number, end: number): Property | null {
  const nameStart = skipColours(text, start, end);
  if (nameStart >= end || text[nameStart] === ' ') return null;
  // A value name may hold a colon; the separator is the first one between blanks.
  let colon = text.slice(nameStart, Math.min(end, nameStart + 600)).indexOf(' :');
  if (colon < 0) return null;
  colon += nameStart + 1;
  if (colon + 1 < end && text[colon + 1] !== ' ') return null;
  const nameEnd = trimBlanksEnd(text, nameStart, colon);
  const dataStart = skipColours(text, Math.min(end, colon + 2), end);
  const name = text.slice(nameStart, nameEnd);
  const data = text.slice(dataStart, end);
  return { name, start, nameStart, nameEnd, dataStart, dataEnd: end, data };
}

/** Behind the ANSI colour sequences (`ESC [ ... m`) at `from`. */
function skipColours(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) === 27 && text[at + 1] === '[') {
    const close = text.slice(at, Math.min(end, at + 20)).indexOf('m');
    if (close < 0) return at;
    at += close + 1;
  }
  return at;
}
