/** Puts the pieces of `dsregcmd` output together: sections with their fields, wrapped values, and what is damaged. */
import type { DsregcmdSection, Problem } from './artefact.ts';
import { isSectionTitle, startsLabel } from './dsregcmdLabels.ts';
import type { FieldPiece, Piece, RulePiece, TextPiece, TitlePiece } from './dsregcmdPieces.ts';
import { WrappedField } from './dsregcmdWrappedField.ts';

export interface DsregcmdContent {
  readonly sections: readonly DsregcmdSection[];
  readonly problems: readonly Problem[];
}

/** Takes the pieces in the order of the text. */
export class SectionBuilder {
  readonly #text: string;
  readonly #sections: OpenSection[] = [];
  readonly #problems: Problem[] = [];
  #current: OpenSection | null = null;
  /** The field that following lines may belong to. */
  #lastField: WrappedField | null = null;
  /** A rule that no title has used: it closes what is before it, or opens what is behind it. */
  #rule: RulePiece | null = null;
  /** A title whose closing rule has not come. */
  #openTitle: TitlePiece | null = null;
  #last: Piece | null = null;
  #debugLine: TextPiece | null = null;
  #crowded: Piece | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  add(piece: Piece): void {
    if (piece.crowded) this.#crowded ??= piece;
    switch (piece.kind) {
      case 'rule':
        this.#addRule(piece);
        break;
      case 'title':
        this.#addTitle(piece);
        break;
      case 'field':
        this.#addField(piece);
        break;
      case 'text':
        this.#addText(piece);
        break;
    }
    this.#last = piece;
  }

  finish(): DsregcmdContent {
    this.#reportCut();
    const sections = this.#sections.map((section) => closeSection(this.#text, section));
    this.#reportWhole(sections);
    return { sections, problems: this.#problems.toSorted((a, b) => a.start - b.start) };
  }

  #addRule(rule: RulePiece): void {
    this.#lastField = null;
    if (this.#openTitle !== null && this.#current !== null) {
      this.#openTitle = null;
      this.#current.end = rule.end;
      return;
    }
    this.#rule = rule;
  }

  #addTitle(title: TitlePiece): void {
    const name = this.#text.slice(title.start, title.end);
    if (this.#rule === null) {
      // Without a line above it, only a title that the tool prints is one: tables have bars too.
      if (!isSectionTitle(name)) return;
      this.#report(
        'header-without-rule',
        title,
        `The box around "${shorten(name)}" has lost its upper line; its fields are read as usual.`,
      );
    }
    this.#reportUnclosedTitle();
    this.#open(this.#rule?.start ?? title.start, title);
    this.#rule = null;
    this.#openTitle = title;
    this.#lastField = null;
  }

  #addField(piece: FieldPiece): void {
    if (this.#lastField?.takesField(this.#text, piece) === true) {
      this.#lastField.append(piece);
      return;
    }
    this.#reportUnclosedTitle();
    if (this.#rule !== null) {
      this.#report(
        'header-without-title',
        this.#rule,
        'This box has no title, so it is not known which section its fields belong to; they are read without one.',
      );
      this.#open(this.#rule.start, null);
      this.#rule = null;
    }
    const section = this.#current ?? this.#open(piece.start, null);
    this.#lastField = new WrappedField(piece);
    section.fields.push(this.#lastField);
  }

  #addText(piece: TextPiece): void {
    if (this.#lastField?.takesText(this.#text, piece) === true) {
      this.#lastField.append(piece);
      return;
    }
    if (this.#text.startsWith('dsregcmd::', piece.start)) this.#debugLine ??= piece;
    this.#lastField = null;
  }

  #open(start: number, title: TitlePiece | null): OpenSection {
    const section: OpenSection = { start, end: title?.end ?? start, title, fields: [] };
    this.#sections.push(section);
    this.#current = section;
    return section;
  }

  #reportUnclosedTitle(): void {
    const title = this.#openTitle;
    if (title === null) return;
    this.#openTitle = null;
    const name = shorten(this.#text.slice(title.start, title.end));
    this.#report(
      'header-without-rule',
      title,
      `The box around "${name}" has lost its lower line; its fields are read as usual.`,
    );
  }

  /** Output that ends in the middle of something. */
  #reportCut(): void {
    const last = this.#last;
    const message =
      'The output ends in the middle; what came after this is unknown. Collect it again with "dsregcmd /status > dsregcmd.txt".';
    const section = this.#current;
    if (last === null) return;
    const endsInTitle = section !== null && section.title !== null && section.fields.length === 0;
    if (endsInTitle || isCutOff(this.#text, last)) this.#report('truncated-output', last, message);
  }

  #reportWhole(sections: readonly DsregcmdSection[]): void {
    const [first] = sections;
    if (this.#crowded !== null) {
      this.#report(
        'one-line-output',
        this.#crowded,
        'The line breaks of this output were lost; its fields are told apart by their labels, and a value may be cut wrongly.',
      );
    }
    if (this.#debugLine !== null) {
      this.#report(
        'not-status-output',
        this.#debugLine,
        'This is what dsregcmd prints with /debug, not its /status; it tells about one join attempt and little about the present state.',
      );
    }
    const [firstField] = first?.fields ?? [];
    if (first === undefined || firstField === undefined) return;
    if (
      first.titleEnd === first.titleStart &&
      sections.some((section) => section.title !== '') &&
      this.#isHeaderless(first)
    ) {
      this.#report(
        'fields-before-header',
        firstField,
        'These fields stand before the first section header, so the start of the output is probably missing.',
      );
    }
    const tellsJoin = sections.some((section) =>
      section.fields.some((field) => /^azureadjoined$/i.test(field.name)),
    );
    if (!tellsJoin && this.#debugLine === null) {
      this.#report(
        'partial-output',
        firstField,
        'Only a part of the output: the field AzureAdJoined is not in it, so it does not tell whether the device is joined.',
      );
    }
  }

  /** Whether an untitled section starts with a field, not with a box. */
  #isHeaderless(section: DsregcmdSection): boolean {
    return section.start === section.fields[0]?.start;
  }

  #report(id: string, place: { readonly start: number; readonly end: number }, message: string): void {
    this.#problems.push({ id, start: place.start, end: place.end, message });
  }
}

interface OpenSection {
  readonly start: number;
  end: number;
  readonly title: TitlePiece | null;
  readonly fields: WrappedField[];
}

function closeSection(text: string, section: OpenSection): DsregcmdSection {
  const fields = section.fields.map((field) => field.finish(text));
  const titleStart = section.title?.start ?? section.start;
  const titleEnd = section.title?.end ?? section.start;
  return {
    title: text.slice(titleStart, titleEnd),
    start: section.start,
    end: Math.max(section.end, fields.at(-1)?.end ?? 0),
    titleStart,
    titleEnd,
    fields,
  };
}

/** A box line without its end, the beginning of a label, or a date range without its bracket. */
function isCutOff(text: string, last: Piece): boolean {
  switch (last.kind) {
    case 'rule':
      return !last.whole;
    case 'title':
      return false;
    case 'field':
      return text[last.valueStart] === '[' && text[last.valueEnd - 1] !== ']';
    case 'text':
      return last.end - last.start < 60 && startsLabel(text.slice(last.start, last.end));
  }
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
