import type { CodeExplanation } from '../matching/codeExplanation.ts';
import { codeSpan, escapeMarkdown } from './markdown.ts';

/** Markdown of a code, for hovers and the command that explains a typed code. All texts are escaped. */
export function codeMarkdown(explanation: CodeExplanation): string {
  const { title, symbol, unsigned, signed, cause, remedy, via, alsoKnownAs } = explanation;
  const numbers = [unsigned, signed === unsigned ? null : signed].filter((number) => number !== null);
  const heading = [
    `**${escapeMarkdown(title)}**`,
    ...(symbol === null ? [] : [codeSpan(symbol)]),
    ...numbers.map((number) => escapeMarkdown(number)),
  ].join(' · ');
  const paragraphs = [
    heading,
    escapeMarkdown(sentence(explanation.meaning)),
    labelled('Read as', via),
    labelled('Likely cause', cause),
    labelled('What to do', remedy),
    labelled('See also', alsoKnownAs.length === 0 ? null : alsoKnownAs.join('; ')),
    `*${escapeMarkdown(footer(explanation))}*`,
  ];
  return paragraphs.filter((paragraph) => paragraph !== null).join('\n\n');
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
