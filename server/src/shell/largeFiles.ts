import type { KnownCase, KnownFile, Snapshot } from './knownCase.ts';
import { lengthOf } from './excerpts.ts';
import { baseName } from './uris.ts';

/** From here on VS Code shows a document without colours and folding (`editor.largeFileOptimizations`). */
const mostForColours = 20 * 1024 * 1024;
const mostLinesForColours = 300_000;

/** What is different about the large files of the cases, in a sentence or two; null where there are none. */
export function largeFilesHint({ cases }: Snapshot, longestDocument: number): string | null {
  const files = cases.flatMap((known) => known.files.map((file) => ({ ...file, known })));
  const nameOf = ({ uri, known }: LargeFile): string => {
    const name = baseName(uri);
    const namesakes = files.filter((other) => other.known !== known && baseName(other.uri) === name);
    return namesakes.length === 0 ? name : `${name} of ${known.analysis.name}`;
  };
  const inExcerpts = files.filter((file) => lengthOf(file) > longestDocument);
  const colourless = files.filter((file) => isColourless(file) && lengthOf(file) <= longestDocument);
  const sentences = [
    ...sentence(
      inExcerpts,
      nameOf,
      'is above 50 MB, which VS Code keeps from extensions: its lines open as excerpts',
      'are above 50 MB, which VS Code keeps from extensions: their lines open as excerpts',
    ),
    ...sentence(
      colourless,
      nameOf,
      'is above 20 MB: VS Code shows it without colours and folding, all else works',
      'are above 20 MB: VS Code shows them without colours and folding, all else works',
    ),
  ];
  return sentences.length === 0 ? null : sentences.join(' ');
}

function isColourless(file: KnownFile): boolean {
  return lengthOf(file) > mostForColours || file.document.lineCount > mostLinesForColours;
}

type LargeFile = KnownFile & { readonly known: KnownCase };

function sentence(
  files: readonly LargeFile[],
  nameOf: (file: LargeFile) => string,
  ofOne: string,
  ofSeveral: string,
): readonly string[] {
  const [first] = files;
  if (first === undefined) return [];
  if (files.length === 1) return [`${nameOf(first)} ${ofOne}.`];
  return [`${files.length.toLocaleString('en')} files ${ofSeveral}.`];
}
