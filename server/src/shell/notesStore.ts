import { Anchors, decode, editNotesText, findCaseNotes, shownNoteOf } from '../analysis/index.ts';
import type { Analyser, CaseAnalysis, NotesText, Reading, ShownNote } from '../analysis/index.ts';
import type { EditNotesParams, EditNotesResult, NotesOfCase, NotesParams, NotesPlace } from '../protocol.ts';
import { lazily } from './lazily.ts';
import type { KnownCase, KnownFile, Snapshot } from './knownCase.ts';
import type { FileSystem } from './runtime.ts';
import { parentUri, uriKey } from './uris.ts';

/** What the editor is shown of the notes of a case. */
export interface ShownNotes {
  readonly notes: readonly ShownNote[];
  readonly problems: NotesOfCase['problems'];
}

/**
 * The notes files that the client told of, and where their notes stand. The files themselves are the client's:
 * it reads and writes them, also where the server cannot.
 */
export class NotesStore {
  readonly #analyser: Analyser;
  readonly #files: FileSystem;
  readonly #anchors = lazily(() => new Anchors());
  readonly #kept = new WeakMap<
    CaseAnalysis,
    { readonly texts: string; readonly shown: Promise<ShownNotes> }
  >();
  #texts: NotesParams['files'] = [];

  constructor(analyser: Analyser, files: FileSystem) {
    this.#analyser = analyser;
    this.#files = files;
  }

  /** Takes over what the client read; tells whether it is anything else than before. */
  setFiles(files: NotesParams['files']): boolean {
    const isNew = keyOf(files) !== keyOf(this.#texts);
    this.#texts = files;
    return isNew;
  }

  /** The notes of a case, with their places. The same answer, and the same object, until files or notes change. */
  of(known: KnownCase): Promise<ShownNotes> {
    const own = this.#texts.filter(({ caseId }) => uriKey(caseId) === uriKey(known.id));
    if (own.length === 0) return none;
    const texts = keyOf(own);
    const kept = this.#kept.get(known.analysis);
    if (kept?.texts === texts) return kept.shown;
    const shown = this.#show(own, known);
    this.#kept.set(known.analysis, { texts, shown });
    return shown;
  }

  /** The notes of every case that has any. */
  async byCase({ cases }: Snapshot): Promise<ReadonlyMap<KnownCase, readonly ShownNote[]>> {
    const all = new Map<KnownCase, readonly ShownNote[]>();
    for (const known of cases) {
      const { notes } = await this.of(known);
      if (notes.length > 0) all.set(known, notes);
    }
    return all;
  }

  /** Everything that the client shows of the notes of all cases. */
  async answer(snapshot: Snapshot): Promise<readonly NotesOfCase[]> {
    const cases: NotesOfCase[] = [];
    for (const known of snapshot.cases) {
      const { notes, problems } = await this.of(known);
      cases.push({
        caseId: known.id,
        caseName: known.analysis.name,
        notes,
        stages: known.analysis.stages.map(({ id, title }) => ({ id, title })),
        documents: known.files.filter(isArtefact).map(({ uri }) => uri),
        problems,
      });
    }
    return cases;
  }

  /** Edits the text of a notes file; finds the line of a new note. */
  async edit(
    snapshot: Snapshot,
    { caseId, text, edit, author, time, at }: EditNotesParams,
  ): Promise<EditNotesResult> {
    const known = snapshot.cases.find(({ id }) => uriKey(id) === uriKey(caseId));
    if (known === undefined) return { text: null, refusal: 'The case is not there any more.', problems: [] };
    const file = at === null ? undefined : known.files.find(({ uri }) => uriKey(uri) === uriKey(at.uri));
    const anchor =
      at === null || file === undefined
        ? null
        : this.#anchors.make(await this.#withText(file), file.document.offsetAt(at.position));
    return editNotesText(text, known.analysis.name, edit, { author, time }, anchor);
  }

  async #show(texts: readonly NotesText[], known: KnownCase): Promise<ShownNotes> {
    const readings = await Promise.all(known.files.map((file) => this.#withText(file)));
    const { notes, problems } = findCaseNotes(texts, readings, this.#anchors);
    const { analysis, documents } = known;
    return { notes: notes.map((note) => shownNoteOf(note, analysis.stages, documents)), problems };
  }

  /** Lines are found by what they say: a file whose text was dropped is read again, unless it is very large. */
  async #withText({ uri, reading }: KnownFile): Promise<Reading> {
    if (reading.dropped === undefined || reading.bytes > largestReadAgain) return reading;
    try {
      const bytes = await this.#files.readFile(uri);
      const { text, encoding } = decode(bytes);
      return this.#analyser.read(reading.path, text, encoding, bytes.length);
    } catch {
      // Gone or locked meanwhile: then its times are all there is to go by.
      return reading;
    }
  }
}

/** Where the notes of each case may lie. */
export function notesPlaces(snapshot: Snapshot): readonly NotesPlace[] {
  return snapshot.cases.map(({ id, analysis, files }) => {
    const isAlone = files.some(({ uri }) => uri === id);
    const folders = files.map(({ uri }) => parentUri(uri)).filter((uri) => uri !== null);
    const all = new Map([...(isAlone ? [] : [id]), ...folders].map((uri) => [uriKey(uri), uri]));
    return {
      caseId: id,
      caseName: analysis.name,
      folders: [...all.values()].slice(0, mostFolders),
      fileName: `${asFileName(analysis.name)}.comgmt.json`,
    };
  });
}

const none: Promise<ShownNotes> = Promise.resolve({ notes: [], problems: [] });

const largestReadAgain = 64 * 1024 * 1024;
const mostFolders = 50;

function isArtefact({ reading }: KnownFile): boolean {
  return reading.artefact.kind !== 'unknown';
}

function keyOf(files: readonly NotesText[]): string {
  return JSON.stringify(files);
}

/** A name that every file system takes. */
function asFileName(name: string): string {
  const plain = name
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, '_')
    .replace(/[. ]+$/, '')
    .slice(0, 80);
  return plain === '' ? 'case' : plain;
}
