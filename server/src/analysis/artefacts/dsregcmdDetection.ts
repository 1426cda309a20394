import { isSectionTitle } from './dsregcmdLabels.ts';
import { readPieces } from './dsregcmdPieces.ts';

/** Texts that show another kind of file, even where `dsregcmd` output is quoted in it. */
const signsOfOthers = [
  '<![LOG[',
  '$$<',
  'Windows Registry Editor Version',
  'REGEDIT4',
  'Microsoft.PowerShell.Core\\Registry',
];

/** One of these alone is enough where it makes up most of the text: fragments that people paste. */
const tellingAlone: ReadonlySet<string> = new Set([
  'azureadjoined',
  'azureadprt',
  'domainjoined',
  'workplacejoined',
  'client errorcode',
  'deviceauthstatus',
  'dmcomplianceurl',
  'mdmurl',
  'keysigntest',
]);

/** How surely the text is output of `dsregcmd`, see `ArtefactReader.detect`. */
export function detectDsregcmd(head: string, name: string): 0 | 1 | 2 {
  if (signsOfOthers.some((sign) => head.includes(sign))) return 0;
  const seen = countSigns(head);
  const known = seen.own.size + seen.shared.size;
  if (seen.debug) return 2;
  if (seen.boxes > 0 && (seen.titles > 0 || seen.own.size > 0)) return 2;
  // Without a box, labels must make up a fair part of the text: scripts' logs mention some of them too.
  const dense = seen.fields * 20 >= seen.lines;
  if (seen.own.size > 0 && known >= 2 && dense) return 2;
  const mostly = seen.fields * 5 >= seen.lines;
  if (mostly && [...seen.own].some((label) => tellingAlone.has(label))) return 1;
  return /dsreg/i.test(name) && known > 0 ? 1 : 0;
}

interface Signs {
  readonly own: Set<string>;
  readonly shared: Set<string>;
  /** Titles that the tool prints. */
  titles: number;
  /** Lines of boxes. */
  boxes: number;
  /** Fields with a known label. */
  fields: number;
  /** Lines that are not blank. */
  lines: number;
  /** The tool's own debug log. */
  debug: boolean;
}

function countSigns(head: string): Signs {
  const signs: Signs = {
    own: new Set(),
    shared: new Set(),
    titles: 0,
    boxes: 0,
    fields: 0,
    lines: 0,
    debug: false,
  };
  let line = -1;
  for (const piece of readPieces(head)) {
    if (piece.line !== line) signs.lines++;
    line = piece.line;
    switch (piece.kind) {
      case 'rule':
        if (piece.whole) signs.boxes++;
        break;
      case 'title':
        if (isSectionTitle(head.slice(piece.start, piece.end))) signs.titles++;
        break;
      case 'field': {
        if (piece.origin === 'unknown') break;
        signs.fields++;
        signs[piece.origin].add(head.slice(piece.nameStart, piece.nameEnd).toLowerCase());
        break;
      }
      case 'text':
        if (head.startsWith('dsregcmd::', piece.start)) signs.debug = true;
        break;
    }
  }
  return signs;
}
