import type { Reference } from '../../catalogue/types.ts';
import { html, type Html } from './htmlText.ts';
import type { ReportPlace, ReportTime } from './report.ts';

/** Pieces that the sections of a page share. */

/** A table that scrolls by itself where the window is narrow. A row is its cells. */
export function tableHtml(headings: readonly string[], rows: readonly Html[]): Html {
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells) =>
            html`<tr>
              ${cells}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** A text of a file with the numbers of its lines. */
export function quoteHtml(
  place: ReportPlace,
  time: ReportTime | null,
  text: string,
  ruleId: string | null,
): Html {
  const when = time === null ? null : html` · ${timeHtml(time)}`;
  const rule = ruleId === null ? null : html` · <span class="code">${ruleId}</span>`;
  const lines = text
    .split('\n')
    .map((line, index) => html`<span class="line">${place.line + index}</span><span>${line}</span>`);
  return html`<figure>
    <figcaption>${whereHtml(place)}${when}${rule}</figcaption>
    <div class="quote">${lines}</div>
  </figure>`;
}

export function whereHtml({ file, line }: ReportPlace): Html {
  return html`<span class="where">${file}:${line}</span>`;
}

export function timeHtml(time: ReportTime | null): Html | null {
  return time === null ? null : html`<time datetime="${time.iso}">${time.clock}</time>`;
}

/** Pages of the catalogue are the only links that lead out of a report. */
export function linkHtml({ title, url }: Reference): Html {
  if (!url.startsWith('https://')) return html`${title}`;
  return html`<a href="${url}" rel="noreferrer noopener">${title}</a>`;
}

/** Says how many were left out; nothing where none was. */
export function leftOver(count: number, what: string): Html | null {
  return count > 0 ? html`<p class="dim">… and ${count} more ${what}.</p>` : null;
}
