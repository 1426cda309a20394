import type { LogArtefact } from '../artefacts/artefact.ts';

/**
 * A message as its writer wrote it. Web pages put entities for some characters and round quotation marks for straight
 * ones, Markdown puts backslashes before them, tables double them, and people who type a line off spell enrolment
 * their way; the catalogue knows the original. Only kinds that come through such hands are touched, and only for
 * matching: offsets count in the text as it is.
 */
export function plainMessage(message: string, kind: LogArtefact['kind']): string {
  switch (kind) {
    case 'ccm-log':
    case 'simple-log':
    case 'installer-log':
      return message;
    case 'log-excerpt':
    case 'event-text':
      return /[&\\\u2018\u2019\u201c\u201d]|""|\*\*|enrol(?!l)/i.test(message)
        ? withoutMarkup(message)
        : message;
  }
}

function withoutMarkup(message: string): string {
  return message
    .replace(
      /&(?:quot|#34|apos|#39|lt|gt|nbsp|amp);/gi,
      (entity) => characters.get(entity.toLowerCase()) ?? entity,
    )
    .replace(/\\(?=[_*[\]<>#"])/g, '')
    .replaceAll('""', '"')
    .replaceAll('**', '')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/enrol(?!l)/gi, '$&l');
}

const characters: ReadonlyMap<string, string> = new Map([
  ['&quot;', '"'],
  ['&#34;', '"'],
  ['&apos;', "'"],
  ['&#39;', "'"],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&nbsp;', ' '],
  ['&amp;', '&'],
]);
