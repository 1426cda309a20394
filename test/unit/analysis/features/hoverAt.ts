import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { MarkupContent } from 'vscode-languageserver-types';
import { createAnalyser } from '../../../../server/src/analysis/analyser.ts';
import { createEditorFeatures } from '../../../../server/src/analysis/features/editorFeatures.ts';
import { buildCodeTable } from '../../../../server/src/catalogue/codes/generate.ts';
import { createCatalogue, lazyCodeTable } from '../../../../server/src/catalogue/index.ts';
import type { Catalogue } from '../../../../server/src/catalogue/types.ts';
import { documentOf } from './caseValues.ts';

const codeTable = new URL('../../../../server/src/catalogue/codes/error-codes.tsv', import.meta.url);
/** All that the product knows. */
export const knowledge = createCatalogue(
  lazyCodeTable(() => buildCodeTable(readFileSync(codeTable, 'utf8'))),
);

export interface Shown {
  readonly markdown: string;
  /** The text that the hover is about. */
  readonly about: string;
}

/** The hover at the marker `<|>`. */
export function hoverAt(name: string, marked: string, catalogue: Catalogue = knowledge): Shown | null {
  const offset = marked.indexOf('<|>');
  assert.notEqual(offset, -1, 'the text needs a marker <|>');
  const text = marked.replace('<|>', '');
  const document = documentOf(text);
  const reading = createAnalyser(catalogue).read(name, text, null, text.length);
  const found = createEditorFeatures(catalogue).hover(reading, document, document.positionAt(offset), null);
  if (found === null) return null;
  assert.ok(MarkupContent.is(found.contents));
  return {
    markdown: found.contents.value,
    about: found.range === undefined ? '' : document.getText(found.range),
  };
}
