import type { CodeExplanation } from '../matching/codeExplanation.ts';
import { codeSpan, escapeMarkdown } from './markdown.ts';

/** Markdown of a code, for hovers and the command that explains a typed code. All texts are escaped. */
export function codeMarkdown(explanation: CodeExplanation): string {
  const { cause, remedy, via, alsoKnownAs } = explanation;
  const paragraphs = [
    codeHeading(explanation),
    escapeMarkdown(sentence(explanation.meaning)),
    labelled('Read as', via),
    labelled('Likely cause', cause),
    labelled('What to do', remedy),
    labelled('See also', alsoKnownAs.length === 0 ? null : alsoKnownAs.join('; ')),
    `*${escapeMarkdown(footer(explanation))}*`,
  ];
  return paragraphs.filter((paragraph) => paragraph !== null).join('\n\n');
}

/** The number in each of its forms, once, with its name. */
export function codeHeading({ title, symbol, unsigned, signed }: CodeExplanation): string {
  const numbers = [unsigned, signed === unsigned ? null : signed].filter((number) => number !== null);
  return [
    `**${escapeMarkdown(title)}**`,
    ...(symbol === null ? [] : [codeSpan(symbol)]),
    ...numbers.map((number) => escapeMarkdown(number)),
  ].join(' · ');
}

function labelled(label: string, text: string | null): string | null {
  return text === null ? null : `**${label}:** ${escapeMarkdown(sentence(text))}`;
}

function footer({ family, source, certainty }: CodeExplanation): string {
  return [sentence(family), ...(source === null ? [] : [sentence(`Source: ${source}`)]), certainty].join(' ');
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
