import type { StageStatus } from '../caseAnalysis.ts';
import { lookOfStatus } from '../features/stageWords.ts';
import { html, type Html } from './htmlText.ts';
import type { ReportStage } from './report.ts';

/** Widths in the picture's own units; it scales with the page. */
const stageWidth = 112;
const height = 124;
const radius = 17;

/**
 * The stages as a line of stations, in order. Each carries a sign and its state in words, so that the picture can
 * be read without colours; the same stands in a text for those who do not see it.
 */
export function stagePicture(stages: readonly ReportStage[], id: string): Html {
  const width = stages.length * stageWidth;
  const middle = (index: number): number => index * stageWidth + stageWidth / 2;
  const words = stages.map(({ title, status }) => `${title}: ${lookOfStatus[status].words}`).join('; ');
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-words">
    <title id="${id}-title">Stages of the enrollment</title>
    <desc id="${id}-words">${words}.</desc>
    <line class="track" x1="${middle(0)}" y1="28" x2="${middle(stages.length - 1)}" y2="28" />
    ${stages.map((stage, index) => station(stage, middle(index)))}
  </svg>`;
}

function station({ title, status }: ReportStage, x: number): Html {
  const { words, colour } = lookOfStatus[status];
  const lines = linesOf(title);
  return html`<g class="${colour}"
    ><circle class="dot" cx="${x}" cy="28" r="${radius}" /><text class="sign" x="${x}" y="34"
      >${signs[status]}</text
    >${lines.map((line, index) => html`<text x="${x}" y="${66 + index * 16}">${line}</text>`)}<text
      class="small"
      x="${x}"
      y="${68 + lines.length * 16}"
      >${words}</text
    ></g
  > `;
}

/** A title over at most three lines of a station's width. */
function linesOf(title: string): readonly string[] {
  const lines: string[] = [];
  for (const word of title.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= 14) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.slice(0, 3);
}

const signs: Readonly<Record<StageStatus, string>> = {
  succeeded: '✓',
  failed: '✕',
  waiting: '◷',
  'in-progress': '…',
  'passed-over': '✓',
  'not-reached': '·',
  'no-evidence': '?',
  'not-collected': '–',
};
