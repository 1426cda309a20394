import type { TextDocument } from 'vscode-languageserver-textdocument';
import { caseNamesOf, partitionIntoCases } from '../analysis/index.ts';
import type {
  Analyser,
  AnalysisOptions,
  CaseAnalysis,
  CaseFile,
  EditorFeatures,
  Reading,
} from '../analysis/index.ts';
import { messageOf, stackOf } from './errors.ts';
import type { KnownCase, KnownFile } from './knownCase.ts';
import type { Pause } from './pause.ts';
import { baseName, childUri } from './uris.ts';

/** A file below a folder that is to be sorted into cases. */
export interface GroupMember {
  /** Path below that folder, with `/`. */
  readonly path: string;
  readonly uri: string;
  readonly reading: Reading;
  readonly document: TextDocument;
  /** See `KnownFile`. */
  readonly version: number;
  readonly open: boolean;
  readonly read: boolean;
}

export interface Judged {
  readonly cases: readonly KnownCase[];
  /** What is missing among them, in words for the user. */
  readonly omissions: readonly string[];
}

/** Sorts files into cases and judges them; a case of which nothing changed keeps its judgement. */
export class CaseJudge {
  readonly #analyser: Analyser;
  readonly #features: EditorFeatures;
  readonly #log: (line: string) => void;
  readonly #pause: Pause;
  #kept = new Map<string, Kept>();
  #latest = new Map<string, Kept>();
  /** Readings under their path relative to the case, so that an unchanged one stays the same value. */
  readonly #renamed = new WeakMap<Reading, Reading>();

  /** `pause` lets others have their turn. */
  constructor(analyser: Analyser, features: EditorFeatures, log: (line: string) => void, pause: Pause) {
    this.#analyser = analyser;
    this.#features = features;
    this.#log = log;
    this.#pause = pause;
  }

  async judgeFolder(
    folder: string,
    members: readonly GroupMember[],
    options: AnalysisOptions,
  ): Promise<Judged> {
    const unread = members.filter(({ read }) => !read);
    const found = partitionIntoCases(members.flatMap((member) => this.#artefact(member)));
    const names = caseNamesOf(
      baseName(folder),
      found.map((each) => each.folder),
      this.#analyser.catalogue.everydayFolders,
    );
    const judged: Judged[] = [];
    for (const [index, each] of found.entries()) {
      await this.#pause();
      const inside = unread.filter(({ path }) => isBelow(path, each.folder));
      const files = [...each.files.map(({ member }) => member), ...inside].map((member) =>
        this.#knownFile(member, each.folder),
      );
      const id = each.folder
        .split('/')
        .reduce((uri, name) => (name === '' ? uri : childUri(uri, name)), folder);
      judged.push(await this.#judge(id, names[index] ?? '', files, options));
    }
    const isInCase = ({ path }: GroupMember): boolean => found.some((each) => isBelow(path, each.folder));
    return {
      cases: judged.flatMap(({ cases }) => cases),
      omissions: [
        ...judged.flatMap(({ omissions }) => omissions),
        ...withoutCase(unread.filter((member) => !isInCase(member))),
      ],
    };
  }

  /** A document that lies in no folder, such as pasted text that was never saved. */
  async judgeAlone(member: GroupMember, options: AnalysisOptions): Promise<Judged> {
    if (!member.read) return { cases: [], omissions: withoutCase([member]) };
    if (this.#artefact(member).length === 0) return { cases: [], omissions: [] };
    return this.#judge(member.uri, member.path, [this.#knownFile(member, '')], options);
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

  #knownFile({ path, uri, reading, document, version, open }: GroupMember, folder: string): KnownFile {
    const relative = folder === '' ? path : path.slice(folder.length + 1);
    return { uri, document, version, open, reading: this.#underPath(reading, relative) };
  }

  #underPath(reading: Reading, path: string): Reading {
    if (reading.path === path) return reading;
    const kept = this.#renamed.get(reading);
    if (kept?.path === path) return kept;
    const renamed = { ...reading, path };
    this.#renamed.set(reading, renamed);
    return renamed;
  }

  /** One case that cannot be judged takes no other with it. */
  async #judge(
    id: string,
    name: string,
    files: readonly KnownFile[],
    options: AnalysisOptions,
  ): Promise<Judged> {
    try {
      return { cases: [await this.#known(id, name, files, options)], omissions: [] };
    } catch (error) {
      this.#log(`judging ${id}: ${stackOf(error)}`);
      const omission = `Co-management Lens failed at the case ${name}, so nothing is said of it: ${messageOf(error)}. The log of the language server says where.`;
      return { cases: [], omissions: [omission] };
    }
  }

  async #known(
    id: string,
    name: string,
    files: readonly KnownFile[],
    options: AnalysisOptions,
  ): Promise<KnownCase> {
    const kept = this.#kept.get(id);
    const analysis =
      kept !== undefined && isUnchanged(kept, files, options)
        ? kept.known.analysis
        : await this.#analyse(
            name,
            files.map(({ reading }) => reading),
            options,
          );
    const byPath = new Map(files.map(({ reading, document }) => [reading.path, document]));
    const known: KnownCase = { id, analysis, files, documents: (file) => byPath.get(file) ?? null };
    this.#latest.set(id, { known, options });
    return known;
  }

  async #analyse(
    name: string,
    readings: readonly Reading[],
    options: AnalysisOptions,
  ): Promise<CaseAnalysis> {
    const steps = this.#analyser.analyseInSteps(name, readings, options);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      const turn = this.#pause();
      if (turn !== null) await turn;
    }
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

/** Files that were not read and lie in no case would be in no list at all. */
function withoutCase(unread: readonly GroupMember[]): readonly string[] {
  const [first, ...others] = unread;
  if (first === undefined) return [];
  const [problem] = first.reading.artefact.problems;
  const more = others.length === 0 ? '' : ` ${others.length.toLocaleString('en')} more files were not read.`;
  return [`${first.path}: ${problem?.message ?? 'The file was not read.'}${more}`];
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}
