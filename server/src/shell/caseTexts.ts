import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { CancellationToken } from 'vscode-languageserver';
import { decode } from '../analysis/index.ts';
import type { Analyser, AnalysisOptions, CaseAnalysis, Reading } from '../analysis/index.ts';
import type { KnownCase, KnownFile } from './knownCase.ts';
import type { FileSystem } from './runtime.ts';

/** A case with the texts of its files, and what was judged from them. */
export interface CaseWithTexts {
  readonly analysis: CaseAnalysis;
  readonly readings: readonly Reading[];
}

/** Bytes of the files that are read again for one question: their texts have to fit into memory together. */
export const mostReadAgain = 256 * 1024 * 1024;

/**
 * Of files that nobody has open only what the judgement needs is kept. Whoever quotes has to read them again, which
 * happens here: as little as will do, within a limit, and until the question is withdrawn. Made for one question.
 */
export class CaseTexts {
  readonly #analyser: Analyser;
  readonly #files: FileSystem;
  readonly #options: AnalysisOptions;
  readonly #token: CancellationToken;
  #left = mostReadAgain;

  constructor(analyser: Analyser, files: FileSystem, options: AnalysisOptions, token: CancellationToken) {
    this.#analyser = analyser;
    this.#files = files;
    this.#options = options;
    this.#token = token;
  }

  /**
   * With the texts of all files, but for those that are too large by themselves. Rejects where they are too large
   * together, with a sentence for the user.
   */
  whole(known: KnownCase): Promise<CaseWithTexts> {
    return this.some(
      known,
      known.files.filter(({ reading }) => reading.bytes <= mostReadAgain),
    );
  }

  /** With the texts of these files; of the others what was kept has to do. Rejects where they are too large. */
  async some(known: KnownCase, files: readonly KnownFile[]): Promise<CaseWithTexts> {
    const again = new Set(files.filter(({ reading }) => reading.dropped !== undefined));
    if (again.size === 0) {
      return { analysis: known.analysis, readings: known.files.map(({ reading }) => reading) };
    }
    const { name } = known.analysis;
    const bytes = [...again].reduce((sum, { reading }) => sum + reading.bytes, 0);
    if (bytes > this.#left) throw tooLarge(name, bytes);
    this.#left -= bytes;
    const readings: Reading[] = [];
    for (const file of known.files)
      readings.push(again.has(file) ? await this.#readAgain(file) : file.reading);
    return { analysis: this.#analyser.analyse(name, readings, this.#options), readings };
  }

  async #readAgain({ uri, reading }: KnownFile): Promise<Reading> {
    if (this.#token.isCancellationRequested) {
      throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
    }
    // Gone or locked meanwhile: then what was kept of it has to do.
    const bytes = await this.#files.readFile(uri).catch(() => null);
    if (bytes === null) return reading;
    const { text, encoding } = decode(bytes);
    return this.#analyser.read(reading.path, text, encoding, bytes.length);
  }
}

function tooLarge(name: string, bytes: number): ResponseError {
  const [size, most] = [bytes, mostReadAgain].map((each) =>
    Math.ceil(each / (1024 * 1024)).toLocaleString('en'),
  );
  return new ResponseError(
    LSPErrorCodes.RequestFailed,
    `The files of ${name} that would have to be read again have ${size} MB together, and the editor reads at most ${most} MB for this. Use comgmt-lens report on the command line, or move logs that do not matter out of the folder.`,
  );
}
