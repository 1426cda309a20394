import type { Diagnostic, DocumentLink, Position, Range } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  excerptAround,
  excerptLinks,
  excerptName,
  findingsInExcerpt,
  noteDiagnosticsOf,
  positionInFile,
  rangeInExcerpt,
  stretchOf,
  textAgain,
} from '../analysis/index.ts';
import type { EditorFeatures, Excerpt, ExcerptStretch, ShownNote } from '../analysis/index.ts';
import { excerptScheme } from '../protocol.ts';
import type { ExcerptPlace } from '../protocol.ts';
import type { KnownCase, KnownFile, Snapshot } from './knownCase.ts';
import type { FileSystem } from './runtime.ts';
import { baseName, childUri, parentUri } from './uris.ts';

/** Whether a document is an excerpt, and no file of a case. */
export function isExcerpt(uri: string): boolean {
  return uri.startsWith(`${excerptScheme}:`);
}

/** The file that an excerpt is taken from; null for what is no excerpt. */
export function fileOfExcerpt(uri: string): string | null {
  return isExcerpt(uri) ? (sourceOf(uri)?.uri ?? null) : null;
}

/** Lines of a file, from 0, the end exclusive. */
export interface LinesOfFile {
  readonly uri: string;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** Excerpts of files that are too large to be open. Everything about an excerpt is in its uri. */
export class Excerpts {
  readonly #files: FileSystem;
  readonly #features: EditorFeatures;
  readonly #longestDocument: number;

  /** `longestDocument`: what an editor can have open, in UTF-16 code units. */
  constructor(files: FileSystem, features: EditorFeatures, longestDocument: number) {
    this.#files = files;
    this.#features = features;
    this.#longestDocument = longestDocument;
  }

  /** Where a range of a file is in an excerpt; null for files that can be opened themselves. */
  async place(snapshot: Snapshot, uri: string, range: Range): Promise<ExcerptPlace | null> {
    const found = snapshot.fileOf(uri);
    if (found === null || lengthOf(found.file) <= this.#longestDocument) return null;
    const { line } = range.start;
    const excerpt = await this.#excerpt(found.file, line);
    return { uri: excerptUri(uri, line, excerpt), range: rangeInExcerpt(excerpt, range) };
  }

  /** The text of an excerpt; null where its file is not known (any more). */
  async text(snapshot: Snapshot, uri: string): Promise<string | null> {
    return (await this.#find(snapshot, uri))?.excerpt.text ?? null;
  }

  /** Whether an open excerpt shows lines that its file has no more, and does not say so. */
  async isOutdated(snapshot: Snapshot, document: TextDocument): Promise<boolean> {
    const found = await this.#find(snapshot, document.uri);
    if (found?.excerpt.hasChanged !== true) return false;
    // An editor gives all lines of a document the same end.
    return linesOf(document.getText()).join('\n') !== linesOf(found.excerpt.text).join('\n');
  }

  /** Ways to the excerpts before and behind. */
  async links(snapshot: Snapshot, uri: string): Promise<DocumentLink[]> {
    const found = await this.#find(snapshot, uri);
    if (found === null) return [];
    const { file, excerpt } = found;
    const uriAround = async (line: number | null): Promise<string | null> =>
      line === null ? null : excerptUri(file.uri, line, await this.#excerpt(file, line));
    return excerptLinks(excerpt, await uriAround(excerpt.earlier), await uriAround(excerpt.later));
  }

  /** What stands in a document that may be an excerpt, as a place in the file that it is taken from. */
  async inFile(
    snapshot: Snapshot,
    uri: string,
    position: Position | null,
  ): Promise<{ readonly uri: string; readonly position: Position | null }> {
    const source = isExcerpt(uri) ? sourceOf(uri) : null;
    if (source === null) return { uri, position };
    const found = position === null ? null : await this.#find(snapshot, uri);
    return {
      uri: source.uri,
      position: found === null || position === null ? null : positionInFile(found.excerpt, position),
    };
  }

  /** The lines of an excerpt that show these lines of its file; null for those that it does not show. */
  async linesOf(
    snapshot: Snapshot,
    uri: string,
    lines: readonly number[],
  ): Promise<readonly (number | null)[]> {
    const found = await this.#find(snapshot, uri);
    return lines.map((line) => {
      if (found === null || line < found.excerpt.firstLine || line >= found.excerpt.lastLine) return null;
      const place = { line, character: 0 };
      return rangeInExcerpt(found.excerpt, { start: place, end: place }).start.line;
    });
  }

  /**
   * The line of the file that a line of an excerpt shows. Null where the excerpt as it is open shows another text than
   * the file has there now: a log may have been rotated away under it.
   */
  async lineInFile(
    snapshot: Snapshot,
    { uri, position }: { readonly uri: string; readonly position: Position },
    open: TextDocument | null,
  ): Promise<{ readonly uri: string; readonly position: Position } | null> {
    const found = await this.#find(snapshot, uri);
    if (found === null) return null;
    const { excerpt, file } = found;
    const lineOf = (text: string): string => linesOf(text)[position.line] ?? '';
    if (open !== null && lineOf(open.getText()) !== lineOf(excerpt.text)) return null;
    return { uri: file.uri, position: positionInFile(excerpt, position) };
  }

  /** The findings of the file that stand in an excerpt, and what notes name as the cause; null where its file is not known. */
  async diagnostics(
    snapshot: Snapshot,
    document: TextDocument,
    notes: ReadonlyMap<KnownCase, readonly ShownNote[]>,
  ): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly shown: LinesOfFile } | null> {
    const found = await this.#find(snapshot, document.uri);
    if (found === null) return null;
    const { excerpt, file, known } = found;
    const { path, artefact } = file.reading;
    const findings = this.#features.diagnostics({
      file: path,
      document,
      artefact: { ...artefact, problems: [] },
      findings: findingsInExcerpt(excerpt, path, known.analysis.findings),
      documents: known.documents,
    });
    const causes = noteDiagnosticsOf(notes.get(known) ?? [], file.uri)
      .filter(({ range: { start } }) => start.line >= excerpt.firstLine && start.line < excerpt.lastLine)
      .map((cause) => ({ ...cause, range: rangeInExcerpt(excerpt, cause.range) }));
    const { firstLine, lastLine } = excerpt;
    return { diagnostics: [...findings, ...causes], shown: { uri: file.uri, firstLine, lastLine } };
  }

  async #find(
    snapshot: Snapshot,
    uri: string,
  ): Promise<{ readonly known: KnownCase; readonly file: KnownFile; readonly excerpt: Excerpt } | null> {
    const source = sourceOf(uri);
    const found = source === null ? null : snapshot.fileOf(source.uri);
    if (source === null || found === null) return null;
    return { ...found, excerpt: await this.#excerpt(found.file, source.line, source.made) };
  }

  #excerpt(
    { uri, reading, document }: KnownFile,
    line: number,
    made: ExcerptStretch | null = null,
  ): Promise<Excerpt> {
    const { dropped, artefact } = reading;
    if (dropped === undefined) {
      const { text } = artefact;
      const textBetween = (start: number, end: number): string => text.slice(start, end);
      return Promise.resolve(excerptAround(reading, document, line, textBetween, made));
    }
    return this.#files.readSource(uri, (source) =>
      excerptAround(reading, document, line, (start, end) => textAgain(source, dropped, start, end), made),
    );
  }
}

/** Length of a file's text in UTF-16 code units, whether or not the text is there. */
export function lengthOf({ reading }: KnownFile): number {
  return reading.dropped?.length ?? reading.artefact.text.length;
}

interface ExcerptSource {
  readonly uri: string;
  /** The line in the middle, from 0. */
  readonly line: number;
  /** Null in an address that says nothing of it. */
  readonly made: ExcerptStretch | null;
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/);
}

/** The path only serves the eyes, with the folder, which the editor shows where two files have one name. */
function excerptUri(uri: string, line: number, excerpt: Excerpt): string {
  const source: ExcerptSource = { uri, line, made: stretchOf(excerpt) };
  const query = encodeURIComponent(JSON.stringify(source));
  const folder = childUri(`${excerptScheme}:`, baseName(parentUri(uri) ?? ''));
  return `${childUri(folder, excerptName(baseName(uri), excerpt))}?${query}`;
}

/** Null for a uri that no excerpt has. */
function sourceOf(uri: string): ExcerptSource | null {
  try {
    const source: unknown = JSON.parse(decodeURIComponent(uri.slice(uri.indexOf('?') + 1)));
    if (!isSource(source)) return null;
    const { uri: file, line } = source;
    return { uri: file, line, made: 'made' in source && isStretch(source.made) ? source.made : null };
  } catch {
    return null;
  }
}

function isSource(source: unknown): source is { readonly uri: string; readonly line: number } {
  return (
    typeof source === 'object' &&
    source !== null &&
    'uri' in source &&
    typeof source.uri === 'string' &&
    'line' in source &&
    typeof source.line === 'number' &&
    Number.isInteger(source.line)
  );
}

function isStretch(made: unknown): made is ExcerptStretch {
  if (typeof made !== 'object' || made === null) return false;
  const { start, end, firstLine, lastLine, hash } = made as Readonly<Record<string, unknown>>;
  const isCount = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0;
  return [start, end, firstLine, lastLine].every(isCount) && typeof hash === 'string';
}
