import type { TextDocument } from 'vscode-languageserver-textdocument';
import { caseNamesOf, partitionIntoCases } from '../analysis/index.ts';
import type { Analyser, AnalysisOptions, CaseFile, EditorFeatures, Reading } from '../analysis/index.ts';
import type { KnownCase, KnownFile } from './knownCase.ts';
import { baseName, childUri } from './uris.ts';

/** A file below a folder that is to be sorted into cases. */
export interface GroupMember {
  /** Path below that folder, with `/`. */
  readonly path: string;
  readonly uri: string;
  readonly reading: Reading;
  readonly document: TextDocument;
  readonly open: boolean;
  readonly read: boolean;
}

/** Sorts files into cases and judges them; a case of which nothing changed keeps its judgement. */
export class CaseJudge {
  readonly #analyser: Analyser;
  readonly #features: EditorFeatures;
  #kept = new Map<string, Kept>();
  #latest = new Map<string, Kept>();
  /** Readings under their path relative to the case, so that an unchanged one stays the same value. */
  readonly #renamed = new WeakMap<Reading, Reading>();

  constructor(analyser: Analyser, features: EditorFeatures) {
    this.#analyser = analyser;
    this.#features = features;
  }

  judgeFolder(
    folder: string,
    members: readonly GroupMember[],
    options: AnalysisOptions,
  ): readonly KnownCase[] {
    const unread = members.filter(({ read }) => !read);
    const found = partitionIntoCases(members.flatMap((member) => this.#artefact(member)));
    const names = caseNamesOf(
      baseName(folder),
      found.map((each) => each.folder),
    );
    return found.map((each, index) => {
      const inside = unread.filter(({ path }) => isBelow(path, each.folder));
      const files = [...each.files.map(({ member }) => member), ...inside].map((member) =>
        this.#knownFile(member, each.folder),
      );
      const id = each.folder
        .split('/')
        .reduce((uri, name) => (name === '' ? uri : childUri(uri, name)), folder);
      return this.#known(id, names[index] ?? '', files, options);
    });
  }

  /** A document that lies in no folder, such as pasted text that was never saved. */
  judgeAlone(member: GroupMember, options: AnalysisOptions): readonly KnownCase[] {
    if (this.#artefact(member).length === 0) return [];
    return [this.#known(member.uri, member.path, [this.#knownFile(member, '')], options)];
  }

  /** Drops the judgements that were not asked for since the last call. */
  keepOnlyLatest(): void {
    this.#kept = this.#latest;
    this.#latest = new Map();
  }

  #artefact(member: GroupMember): readonly (CaseFile & { readonly member: GroupMember })[] {
    const key = member.read ? this.#features.caseKey(member.reading) : null;
    return key === null ? [] : [{ path: member.path, key, member }];
  }

  #knownFile({ path, uri, reading, document, open }: GroupMember, folder: string): KnownFile {
    const relative = folder === '' ? path : path.slice(folder.length + 1);
    return { uri, document, open, reading: this.#underPath(reading, relative) };
  }

  #underPath(reading: Reading, path: string): Reading {
    if (reading.path === path) return reading;
    const kept = this.#renamed.get(reading);
    if (kept?.path === path) return kept;
    const renamed = { ...reading, path };
    this.#renamed.set(reading, renamed);
    return renamed;
  }

  #known(id: string, name: string, files: readonly KnownFile[], options: AnalysisOptions): KnownCase {
    const kept = this.#kept.get(id);
    const analysis =
      kept !== undefined && isUnchanged(kept, files, options)
        ? kept.known.analysis
        : this.#analyser.analyse(
            name,
            files.map(({ reading }) => reading),
            options,
          );
    const byPath = new Map(files.map(({ reading, document }) => [reading.path, document]));
    const known: KnownCase = { id, analysis, files, documents: (file) => byPath.get(file) ?? null };
    this.#latest.set(id, { known, options });
    return known;
  }
}

interface Kept {
  readonly known: KnownCase;
  readonly options: AnalysisOptions;
}

function isUnchanged(
  { known, options: before }: Kept,
  files: readonly KnownFile[],
  options: AnalysisOptions,
): boolean {
  return (
    before === options &&
    known.files.length === files.length &&
    known.files.every(({ reading }, index) => files[index]?.reading === reading)
  );
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}
