import { recordAt, recordIndexAt } from '../artefacts/recordTable.ts';
import type { Place, Reading } from '../caseAnalysis.ts';
import { createLocator } from '../features/locations.ts';
import { anchorOf } from './anchor.ts';
import { cleanLine, cleanText } from './cleanText.ts';
import type { ReportFinding, ReportLine } from './report.ts';
import { recordTimeAt } from './reportTime.ts';

/** Characters of a record that are quoted when it is asked for by itself. */
const mostText = 4_000;

/** The record, value or line at a place, with what is known of it; nothing where there is no such place. */
export function lineOf(
  reading: Reading | undefined,
  asked: Place,
  findings: readonly ReportFinding[],
): readonly ReportLine[] {
  if (reading === undefined) return [];
  const place = wholePlace(reading, asked);
  const text = reading.artefact.text.slice(place.start, Math.min(place.end, place.start + mostText * 4));
  if (text.trim() === '') return [];
  const at = createLocator([reading])(place);
  const said = findings
    .filter(({ place: found }) => found.file === at.file && found.line >= at.line && found.line <= at.endLine)
    .map(({ message }) => message);
  return [
    {
      place: { ...at, file: cleanLine(at.file, 400) },
      time: recordTimeAt(reading, place.start),
      text: cleanText(text, mostText),
      meanings: [...new Set(said.length > 0 ? said : meaningsOf(reading, asked.start))],
      anchor: anchorOf(reading, place),
    },
  ];
}

/** The message of the record; elsewhere the line. */
function wholePlace({ artefact }: Reading, { file, start }: Place): Place {
  if (artefact.type === 'log') {
    const index = recordIndexAt(artefact.records, start);
    if (index >= 0) {
      const { messageStart, messageEnd, end } = recordAt(artefact.records, index);
      if (start < end || artefact.text.slice(end, start).trim() === '')
        return { file, start: messageStart, end: messageEnd };
    }
  }
  const { text } = artefact;
  const before = text.slice(0, start);
  const from = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  const length = text.slice(from, from + mostText * 4).search(/[\r\n]/);
  return { file, start: from, end: length < 0 ? Math.min(text.length, from + mostText * 4) : from + length };
}

/** What the catalogue says of a record that no finding is about. */
function meaningsOf({ artefact, observations }: Reading, offset: number): readonly string[] {
  if (artefact.type !== 'log') return [];
  const index = recordIndexAt(artefact.records, offset);
  return observations.filter(({ record }) => record === index).map(({ entry }) => entry.meaning);
}
