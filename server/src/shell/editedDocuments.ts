import type { TextDocument, TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { mergeEdits, OpenDocument } from '../analysis/index.ts';
import type { TextEdit } from '../analysis/index.ts';

/** What happened to a document from one version to another. */
interface Edited {
  readonly from: number;
  readonly to: number;
  /** Null: everything may be different. */
  readonly edit: TextEdit | null;
}

/** Keeps documents as editors change them, and what was changed since they were last read. */
export class EditedDocuments {
  readonly #edited = new WeakMap<TextDocument, Edited>();

  create(uri: string, languageId: string, version: number, content: string): OpenDocument {
    return new OpenDocument(uri, languageId, version, content);
  }

  update(
    document: OpenDocument,
    changes: readonly TextDocumentContentChangeEvent[],
    version: number,
  ): OpenDocument {
    const before = this.#edited.get(document) ?? {
      from: document.version,
      to: document.version,
      edit: noEdit,
    };
    let { edit } = before;
    for (const change of changes) {
      const made = document.change(change);
      edit = edit === null || made === null ? null : edit === noEdit ? made : mergeEdits(edit, made);
    }
    document.isNow(version);
    this.#edited.set(document, { from: before.from, to: version, edit });
    return document;
  }

  /** What was changed since a version; null where that is not known, or everything may be different. */
  since(document: TextDocument, version: number): TextEdit | null {
    const edited = this.#edited.get(document);
    return edited?.from === version && edited.to === document.version ? edited.edit : null;
  }

  /** From now on only later changes are of interest. */
  wasRead(document: TextDocument): void {
    this.#edited.delete(document);
  }
}

const noEdit: TextEdit = { start: 0, oldEnd: 0, newEnd: 0 };
