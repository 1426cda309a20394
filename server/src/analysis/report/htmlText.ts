/** HTML that was made here. A string is not one: text becomes one in `html` only, and is escaped there. */
export interface Html {
  readonly markup: string;
}

type HtmlValue = Html | string | number | null | readonly Html[];

/**
 * Markup with holes: ``html`<p>${text}</p>` ``. Every string in a hole is escaped, for text and for attributes in
 * quotes alike; there is no other way for a text into a page. Null is nothing.
 */
export function html(literals: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const markup = literals.reduce(
    (before, literal, index) => `${before}${markupOf(values[index - 1])}${literal}`,
  );
  return { markup };
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The text that `escapeHtml` made something of. */
export function unescapeHtml(text: string): string {
  return text.replace(/&#(\d{1,3});/g, (_, code: string) => String.fromCharCode(Number(code)));
}

function markupOf(value: HtmlValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('');
}
