import { sha256Base64 } from '../text/sha256.ts';
import { caseHtml } from './caseHtml.ts';
import { html, type Html } from './htmlText.ts';
import { jsonText } from './jsonText.ts';
import type { Report, ReportTool } from './report.ts';
import { reportData } from './reportJson.ts';
import { reportStyle } from './reportStyle.ts';

/** The element that holds the case for `readExport`: text, inert, never shown and never run. */
export const dataElement = 'comgmt-lens-data';

/**
 * Cases as one HTML file that needs nothing else: no script, no font, no picture, no request. The content security
 * policy says so to the browser: nothing may load or run, and of styles only the one block whose hash it names. A
 * hash rather than a nonce, because a file has nobody who could make a new nonce each time, and rather than
 * `unsafe-inline`, because then no `style` attribute works either, should one ever get in.
 */
export function reportHtml(reports: readonly Report[], tool: ReportTool): string {
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${sha256Base64(reportStyle)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const title = reports.map(({ name, verdict }) => `${name}: ${verdict.inShort}`).join(' · ');
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        ${styleElement}
      </head>
      <body>
        <a class="skip" href="#report">Skip to the report</a>
        <main id="report">${reports.map(caseHtml)}</main>
        <footer>
          <p>
            Made by ${tool.name} ${tool.version}. Texts of files are shown as data, with control characters
            replaced.
          </p>
        </footer>
        <template id="${dataElement}">${jsonText(reportData(reports, tool))}</template>
      </body>
    </html> `.markup;
}

/** The style is ours and a constant; it is the one thing that goes into the page as it is. */
const styleElement: Html = { markup: `<style>${reportStyle}</style>` };
