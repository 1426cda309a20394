import type { Advice, CaseAnalysis, Verdict } from '../caseAnalysis.ts';
import { formatHex } from '../matching/hresult.ts';
import { escapeMarkdown } from './markdown.ts';
import { lookOfOutcome } from './stageWords.ts';

/** The verdict in a few words: `failed at Enrollment · 0x80180026`. */
export function verdictInShort({ verdict, stages }: CaseAnalysis): string {
  const stage = stages.find(({ id }) => id === verdict.stage);
  const words = lookOfOutcome[verdict.outcome].words;
  const where = stage === undefined || !namesItsStage(verdict) ? words : `${words} at ${stage.title}`;
  const [code] = verdict.codes;
  return code === undefined ? where : `${where} · ${formatHex(code)}`;
}

/** The verdict with next step and confidence, as Markdown. */
export function verdictMarkdown({ verdict }: CaseAnalysis): string {
  const nextStep = verdict.advice === null ? [] : [`**Next step:** ${adviceMarkdown(verdict.advice)}`];
  return [
    escapeMarkdown(verdict.summary),
    ...nextStep,
    `**Confidence:** ${verdict.confidence}. ${escapeMarkdown(verdict.confidenceReason)}`,
  ].join('\n\n');
}

/** The next step with its page as a link. Links come from the catalogue only. */
export function adviceMarkdown({ step, reference }: Advice): string {
  const sentence = escapeMarkdown(step);
  return reference === null ? sentence : `${sentence} [${escapeMarkdown(reference.title)}](${reference.url})`;
}

/** The verdict with next step and confidence, for the clipboard. */
export function verdictPlainText({ name, verdict }: CaseAnalysis): string {
  const nextStep = verdict.nextStep === null ? [] : [`Next step: ${verdict.nextStep}`];
  return [
    `${name}: ${verdict.summary}`,
    ...nextStep,
    `Confidence: ${verdict.confidence}. ${verdict.confidenceReason}`,
  ].join('\n');
}

function namesItsStage({ outcome }: Verdict): boolean {
  return outcome === 'failed' || outcome === 'waiting' || outcome === 'not-started';
}
