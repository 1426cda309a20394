import type { ReportingDescriptor } from 'sarif';
import type { Catalogue, Explanation } from '../../catalogue/types.ts';
import { cleanLine } from './cleanText.ts';
import { inlineText, link } from './markdownText.ts';

/** Describes each rule that a run names, once, in the order in which they come. All of it is the catalogue's. */
export function sarifRules(ids: readonly string[], catalogue: Catalogue): ReportingDescriptor[] {
  const entries = new Map<string, Explanation>(
    [...catalogue.messages, ...catalogue.registry, ...catalogue.dsregcmd].map((entry) => [entry.id, entry]),
  );
  return [...new Set(ids)].map((id) => {
    const entry = entries.get(id);
    return entry === undefined ? ownRule(id) : entryRule(id, entry, catalogue.references);
  });
}

function entryRule(
  id: string,
  { meaning, cause, remedy, reference }: Explanation,
  references: Catalogue['references'],
): ReportingDescriptor {
  const page = reference === null ? null : references[reference];
  const parts = [
    { label: null, text: meaning },
    ...(cause === null ? [] : [{ label: 'Likely cause', text: cause }]),
    ...(remedy === null ? [] : [{ label: 'What to do', text: remedy }]),
  ];
  const plain = parts.map(({ label, text }) => (label === null ? text : `${label}: ${text}`));
  const marked = parts.map(({ label, text }) =>
    label === null ? inlineText(text) : `**${label}:** ${inlineText(text)}`,
  );
  return {
    id,
    name: nameOf(id),
    shortDescription: { text: cleanLine(meaning, 300) },
    help: {
      text: plain.join('\n\n'),
      markdown: [...marked, ...(page === null ? [] : [link(page)])].join('\n\n'),
    },
    ...(page === null ? {} : { helpUri: page.url }),
  };
}

/** A rule that stands in no catalogue, as it looks at more than one line. */
function ownRule(id: string): ReportingDescriptor {
  const group = groups.find(({ start }) => id.startsWith(start)) ?? otherProblems;
  return {
    id,
    name: nameOf(id),
    shortDescription: { text: group.about },
    help: { text: group.help, markdown: inlineText(group.help) },
  };
}

const groups = [
  {
    start: 'verdict.',
    about: 'How far the enrollment of this device came.',
    help: 'The verdict over all files of the case. Its code flow leads through the lines that decided it.',
  },
  {
    start: 'note',
    about: 'A remark that somebody left at this line.',
    help: 'Notes are written by people who looked at the case. They are not a finding of the tool.',
  },
  {
    start: 'contradiction.',
    about: 'Two files of the case cannot both be right.',
    help: 'Collect the files again at the same time and compare them. The other place is a related location.',
  },
  {
    start: 'schedule.',
    about: 'The timer that enrollment waits for.',
    help: 'A timer in the future is waiting, not a fault. A timer whose time is long over was missed.',
  },
  {
    start: 'policy.',
    about: 'A policy keeps the device from enrolling.',
    help: 'This can be meant so. Look at the co-management settings and the collections of the device.',
  },
  {
    start: 'log.unexplained-code',
    about:
      'A record prints a code that enrollment can fail with, in a line that the catalogue does not know.',
    help: 'The code is explained; whether it matters for the enrollment is for the reader to judge.',
  },
];

const otherProblems = {
  about: 'A part of the file is not as it should be.',
  help: 'The file is torn, cut or damaged here. Everything else in it was read. Collect it again if it matters.',
};

/** `comanagement.attempt-failed` as a name in the style of SARIF: `ComanagementAttemptFailed`. */
function nameOf(id: string): string {
  return id
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
