import type { CaseAnalysis, Verdict } from '../caseAnalysis.ts';
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
export function verdictMarkdown({ verdict }: CaseAnalysis, isReference: IsReference): string {
  const nextStep =
    verdict.nextStep === null ? [] : [`**Next step:** ${nextStepMarkdown(verdict.nextStep, isReference)}`];
  return [
    escapeMarkdown(verdict.summary),
    ...nextStep,
    `**Confidence:** ${verdict.confidence}. ${escapeMarkdown(verdict.confidenceReason)}`,
  ].join('\n\n');
}

/** Whether an address is one that the catalogue cites. Only such an address becomes a link. */
export type IsReference = (address: string) => boolean;

/** The next step with its source as a link. */
export function nextStepMarkdown(nextStep: string, isReference: IsReference): string {
  const { step, source } = splitNextStep(nextStep);
  if (source === null || !isReference(source.address)) return escapeMarkdown(nextStep);
  return `${escapeMarkdown(step)}. [${escapeMarkdown(source.title)}](${source.address})`;
}

/** The next step without its source, for a label. */
export function nextStepInShort(nextStep: string): string {
  return splitNextStep(nextStep).step;
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

/** A next step names its source at its end: `Do this (Microsoft: Title of the page, https://...).` */
export function splitNextStep(nextStep: string): {
  readonly step: string;
  readonly source: { readonly title: string; readonly address: string } | null;
} {
  const source = /^(.*) \((.*), (https:\/\/[^\s()<>]+)\)\.$/s.exec(nextStep);
  const [, step = nextStep, title = '', address] = source ?? [];
  return { step, source: address === undefined ? null : { title, address } };
}
