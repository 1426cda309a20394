import type { Severity } from '../caseAnalysis.ts';
import { credentialWords, lookOfOutcome, lookOfStatus, lookOfTone } from '../features/stageWords.ts';
import { leftOver, linkHtml, quoteHtml, tableHtml, timeHtml, whereHtml } from './htmlParts.ts';
import { html, type Html } from './htmlText.ts';
import { markWords, noteTime } from './noteWords.ts';
import type {
  Report,
  ReportAttempt,
  ReportEvidence,
  ReportFinding,
  ReportNote,
  ReportStage,
} from './report.ts';
import { stagePicture } from './stagePicture.ts';

/** Entries that are shown one by one; the rest is counted, so that a page stays one that a browser can show. */
const mostEvents = 300;
const mostFindings = 300;
const mostEvidence = 20;

/** One case of a page. `index` tells the ids of several apart; no id is made from a text of a file. */
export function caseHtml(report: Report, index: number): Html {
  const id = `case${index + 1}`;
  const sections = [
    section(id, 'stages', 'Stages', stagesHtml(report, id)),
    section(id, 'attempts', 'Attempts', attemptsHtml(report.attempts)),
    section(id, 'notes', 'Notes', notesHtml(report)),
    section(id, 'findings', 'Findings', findingsHtml(report.findings)),
    section(id, 'evidence', 'Evidence', evidenceHtml(report.stages)),
    section(id, 'timeline', 'Timeline', timelineHtml(report.timeline)),
    section(id, 'workloads', 'Workloads', workloadsHtml(report)),
    section(id, 'files', 'Files', filesHtml(report)),
  ].filter((each) => each !== null);
  return html`<article aria-labelledby="${id}-name">
    <header>
      <h1 id="${id}-name">${report.name}: ${report.verdict.inShort}</h1>
      ${verdictHtml(report)}
      <nav aria-label="Sections of ${report.name}">
        <ul>
          ${sections.map(({ anchor, title }) => html`<li><a href="#${anchor}">${title}</a></li>`)}
        </ul>
      </nav>
    </header>
    ${sections.map(({ markup }) => markup)}
  </article> `;
}

interface Section {
  readonly anchor: string;
  readonly title: string;
  readonly markup: Html;
}

/** A section with its heading; none where there is nothing to say. */
function section(id: string, name: string, title: string, content: Html | null): Section | null {
  if (content === null) return null;
  const anchor = `${id}-${name}`;
  const markup = html`<section aria-labelledby="${anchor}">
    <h2 id="${anchor}">${title}</h2>
    ${content}
  </section> `;
  return { anchor, title, markup };
}

function verdictHtml({ verdict, asOf }: Report): Html {
  const next =
    verdict.nextStep === null
      ? null
      : html`<p>
          <strong>Next step:</strong> ${verdict.nextStep}
          ${verdict.source === null ? null : linkHtml(verdict.source)}
        </p>`;
  const judged = asOf === null ? null : html`<p class="dim">Judged for ${asOf}.</p>`;
  return html`<div class="verdict ${lookOfOutcome[verdict.outcome].colour}">
    <p class="lead">${verdict.summary}</p>
    ${next}
    <p><strong>Confidence:</strong> ${verdict.confidence}. ${verdict.confidenceReason}</p>
    ${judged}
  </div>`;
}

function stagesHtml({ stages }: Report, id: string): Html {
  const rows = stages.map(({ title, status, reason, evidence }) => {
    const { words, colour } = lookOfStatus[status];
    const where = evidence[0] === undefined ? null : whereHtml(evidence[0].place);
    return html`<th scope="row">${title}</th>
      <td><span class="state ${colour}">${words}</span></td>
      <td>${reason}</td>
      <td>${where}</td>`;
  });
  return html`${stagePicture(stages, `${id}-picture`)} ${tableHtml(['Stage', 'Status', 'Why', 'Where'], rows)}`;
}

function attemptsHtml(attempts: readonly ReportAttempt[]): Html | null {
  if (attempts.length === 0) return null;
  const rows = attempts.map(
    ({ number, credential, result, code, started, retryAt, place }) =>
      html`<th scope="row">${number}</th>
        <td>${credentialWords[credential]}</td>
        <td><span class="state ${colourOfResult[result]}">${result}</span></td>
        <td class="code">${code}</td>
        <td>${timeHtml(started)}</td>
        <td>${timeHtml(retryAt)}</td>
        <td>${whereHtml(place)}</td>`,
  );
  return tableHtml(['Try', 'Credential', 'Result', 'Code', 'Started', 'Next due', 'Where'], rows);
}

const colourOfResult: Readonly<Record<ReportAttempt['result'], string>> = {
  succeeded: 'good',
  failed: 'bad',
  unknown: 'muted',
};

function findingsHtml(findings: readonly ReportFinding[]): Html | null {
  if (findings.length === 0) return null;
  return html`<ol class="findings">
      ${findings.slice(0, mostFindings).map(findingHtml)}
    </ol>
    ${leftOver(findings.length - mostFindings, 'findings')}`;
}

function findingHtml(finding: ReportFinding): Html {
  const { severity, message, remedy, reference, place, time, text, ruleId, related } = finding;
  const { words, colour } = severityLooks[severity];
  const page = reference === null ? null : linkHtml(reference);
  return html`<li>
    <p><span class="state ${colour}">${words}</span> ${message}</p>
    ${remedy === null ? null : html`<p><strong>What to do:</strong> ${remedy}</p>`}
    ${page === null ? null : html`<p><strong>Source:</strong> ${page}</p>`}
    ${quoteHtml(place, time, text, ruleId)} ${related.length === 0 ? null : relatedHtml(finding)}
  </li>`;
}

function relatedHtml({ related }: ReportFinding): Html {
  return html`<p class="dim">See also:</p>
    <ul>
      ${related.map(({ place, message }) => html`<li>${whereHtml(place)} ${message}</li>`)}
    </ul>`;
}

function evidenceHtml(stages: readonly ReportStage[]): Html | null {
  const told = stages.filter(({ evidence }) => evidence.length > 0);
  if (told.length === 0) return null;
  return html`${told.map(
    ({ title, status, evidence }) =>
      html`<h3>${title}: ${lookOfStatus[status].words}</h3>
        ${evidence.slice(0, mostEvidence).map(
          ({ place, time, text, meaning }) =>
            html`<p>${meaning}</p>
              ${quoteHtml(place, time, text, null)}`,
        )}
        ${leftOver(evidence.length - mostEvidence, 'lines')}`,
  )}`;
}

function timelineHtml(timeline: readonly ReportEvidence[]): Html | null {
  if (timeline.length === 0) return null;
  const rows = timeline.slice(0, mostEvents).map(({ time, tone, meaning, codes, place }) => {
    const { words, colour } = lookOfTone[tone];
    return html`<td>${timeHtml(time)}</td>
      <td><span class="state ${colour}">${words}</span></td>
      <td>${meaning} <span class="code">${codes.join(', ')}</span></td>
      <td>${whereHtml(place)}</td>`;
  });
  return html`${tableHtml(['Time', 'Sign', 'What happened', 'Where'], rows)}
  ${leftOver(timeline.length - mostEvents, 'events')}`;
}

function notesHtml({ notes, stages }: Report): Html | null {
  if (notes.length === 0) return null;
  return html`<ul class="notes">
    ${notes.map((note) => noteHtml(note, stages))}
  </ul>`;
}

function noteHtml(note: ReportNote, stages: readonly ReportStage[]): Html {
  const { file, line, endLine, author, time, text, mark, stage, resolved } = note;
  const facts = [
    ...(mark === null ? [] : [markWords[mark]]),
    ...(stage === null ? [] : [stages.find(({ id }) => id === stage)?.title ?? stage]),
    ...(author === '' ? [] : [author]),
    ...(time === null ? [] : [noteTime(time)]),
    ...(resolved ? ['resolved'] : []),
  ];
  const lines = endLine > line ? `${line}–${endLine}` : `${line}`;
  return html`<li>
    <p><span class="where">${file}:${lines}</span> <span class="dim">${facts.join(' · ')}</span></p>
    <blockquote>${text}</blockquote>
  </li>`;
}

function workloadsHtml({ workloads }: Report): Html | null {
  if (workloads === null) return null;
  const list = (names: readonly string[]): string => (names.length === 0 ? 'none' : names.join(', '));
  const unknown =
    workloads.unknownBits.length === 0
      ? null
      : html`<li>Bits without a published meaning: ${list(workloads.unknownBits)}</li>`;
  return html`<ul>
    <li>With Intune: ${list(workloads.intune)}</li>
    <li>With ConfigMgr: ${list(workloads.configMgr)}</li>
    ${unknown}
  </ul>`;
}

function filesHtml({ files }: Report): Html | null {
  if (files.length === 0) return null;
  const rows = files.map(
    ({ path, kind, records, from, to, problems }) =>
      html`<th scope="row" class="where">${path}</th>
        <td>${kind}</td>
        <td>${records}</td>
        <td>${timeHtml(from)}</td>
        <td>${timeHtml(to)}</td>
        <td>${problems}</td>`,
  );
  return tableHtml(['File', 'Kind', 'Records', 'From', 'To', 'Problems'], rows);
}

const severityLooks: Readonly<Record<Severity, { readonly words: string; readonly colour: string }>> = {
  error: { words: 'Error:', colour: 'bad' },
  warning: { words: 'Warning:', colour: 'warning' },
  information: { words: 'Information:', colour: 'muted' },
  hint: { words: 'Hint:', colour: 'muted' },
};
