import {
  Anchors,
  anchorsIn,
  decode,
  editNotesText,
  findCaseNotes,
  findStretches,
  shownNoteOf,
  stretchAround,
  textAgain,
  wholeFile,
} from '../analysis/index.ts';
import type {
  Analyser,
  CaseAnalysis,
  FileInParts,
  NotesText,
  SearchedParts,
  ShownNote,
  Stretch,
} from '../analysis/index.ts';
import type { EditNotesParams, EditNotesResult, NotesOfCase, NotesParams, NotesPlace } from '../protocol.ts';
import { lazily } from './lazily.ts';
import type { KnownCase, KnownFile, Snapshot } from './knownCase.ts';
import type { NotesInExcerpts } from './notesInExcerpts.ts';
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
  readonly #longestDocument: number;
  readonly #anchors = lazily(() => new Anchors());
  /** How far which file was searched for lines that are not where they were. */
  readonly #searched = new Map<string, SearchedParts>();
  readonly #kept = new WeakMap<
    CaseAnalysis,
    { readonly texts: string; readonly shown: Promise<ShownNotes> }
  >();
  #texts: NotesParams['files'] = [];

  /** `longestDocument`: what an editor can have open, in UTF-16 code units. Longer files are read in parts only. */
  constructor(analyser: Analyser, files: FileSystem, longestDocument: number) {
    this.#analyser = analyser;
    this.#files = files;
    this.#longestDocument = longestDocument;
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
  async answer(snapshot: Snapshot, inExcerpts: NotesInExcerpts): Promise<readonly NotesOfCase[]> {
    const cases: NotesOfCase[] = [];
    for (const known of snapshot.cases) {
      const shown = await this.of(known);
      cases.push({
        caseId: known.id,
        caseName: known.analysis.name,
        notes: shown.notes,
        stages: known.analysis.stages.map(({ id, title }) => ({ id, title })),
        documents: known.files.filter(isArtefact).map(({ uri }) => uri),
        excerpts: await inExcerpts.of(snapshot, known, shown),
        problems: shown.problems,
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
    let anchor: ReturnType<Anchors['make']> = null;
    if (at !== null && file !== undefined) {
      const offset = file.document.offsetAt(at.position);
      const stretch = await this.#around(file, offset);
      anchor = this.#anchors.make(stretch, offset - stretch.start);
    }
    return editNotesText(text, known.analysis.name, edit, { author, time }, anchor);
  }

  async #show(texts: readonly NotesText[], known: KnownCase): Promise<ShownNotes> {
    const anchors = anchorsIn(texts);
    const stretches = await Promise.all(
      known.files.map((file) =>
        this.#inParts(file, (parts) => {
          const { stretches: found, searched } = findStretches(
            parts,
            anchors,
            this.#searched.get(file.uri) ?? null,
          );
          if (searched !== null) this.#searched.set(file.uri, searched);
          return found;
        }),
      ),
    );
    const { notes, problems } = findCaseNotes(texts, stretches.flat(), this.#anchors);
    const { analysis, documents } = known;
    return { notes: notes.map((note) => shownNoteOf(note, analysis.stages, documents)), problems };
  }

  async #around(file: KnownFile, offset: number): Promise<Stretch> {
    const [stretch] = await this.#inParts(file, (parts) => [stretchAround(parts, offset)]);
    return stretch ?? wholeFile(file.reading);
  }

  /**
   * What is to be looked at of a file: all of it, which is read again where its text was dropped, or the parts that
   * `choose` asks for where it is too large for that.
   */
  async #inParts(
    { uri, reading }: KnownFile,
    choose: (parts: FileInParts) => readonly Stretch[],
  ): Promise<readonly Stretch[]> {
    const { dropped } = reading;
    if (dropped === undefined) return [wholeFile(reading)];
    try {
      if (dropped.length > this.#longestDocument) {
        return await this.#files.readSource(uri, (source) =>
          choose({
            reading,
            pieces: dropped,
            textBetween: (start, end) => textAgain(source, dropped, start, end),
          }),
        );
      }
      const bytes = await this.#files.readFile(uri);
      const { text, encoding } = decode(bytes);
      return [wholeFile(this.#analyser.read(reading.path, text, encoding, bytes.length))];
    } catch {
      // Gone or locked meanwhile: then its times are all there is to go by.
      return [wholeFile(reading)];
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
