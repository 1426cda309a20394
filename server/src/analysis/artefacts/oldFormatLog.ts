/**
 * The older log format of site servers, of the cloud management gateway and of some tools. The message comes first,
 * possibly over several lines, then a trailer; `~` and `~~` in it stand for line breaks. There is no severity.
 *
 *     message  $$<COMPONENT><MM-dd-yyyy HH:mm:ss.fff+bias><thread=4196 (0x1064)>
 *
 * The logs of role setups, which put the date before the text (`<Fri Dec  9 11:25:00 2022> text`), are read too.
 */
import { skipBlanksAndLines, trimBlanksAndLines } from '../text/characters.ts';
import type { ArtefactReader, LogArtefact } from './artefact.ts';
import { readOldFormatTrailer, trailerOpener, type OldFormatTrailer } from './oldFormatTrailer.ts';
import { ProblemList } from './problemList.ts';
import { noBias, RecordTableBuilder, recordFlags } from './recordTable.ts';
import { isRoleSetupLog, readRoleSetupLog } from './roleSetupLog.ts';

export const oldFormatLogReader: ArtefactReader = { kind: 'simple-log', detect, parse };

function detect(head: string, name: string): 0 | 1 | 2 {
  if (isRoleSetupLog(head)) return 2;
  let isMentioned = false;
  for (let at = head.indexOf(trailerOpener); at >= 0; at = head.indexOf(trailerOpener, at + 1)) {
    const trailer = readOldFormatTrailer(head, at);
    if (trailer?.time != null) return 2;
    isMentioned ||= trailer !== null && !trailer.cut;
  }
  return isMentioned && /\.(?:log|lo_|txt)/i.test(name) ? 1 : 0;
}

function parse(text: string): LogArtefact {
  if (isRoleSetupLog(text)) return readRoleSetupLog(text);
  const builder = new RecordTableBuilder(text);
  const problems = new ProblemList();

  let at = skipLeading(text, 0);
  for (let from = at; ;) {
    const opener = text.indexOf(trailerOpener, from);
    if (opener < 0) break;
    const trailer = readOldFormatTrailer(text, opener);
    if (trailer === null) {
      from = opener + 1;
      continue;
    }
    if (trailer.cut) {
      problems.add('torn-record', at, trimBlanksAndLines(text, at, trailer.end), cutTrailer);
    }
    add(builder, text, at, trimBlanksAndLines(text, at, opener), trailer);
    at = skipLeading(text, trailer.end);
    from = at;
  }

  const end = trimBlanksAndLines(text, at, text.length);
  if (end > at) {
    problems.add('torn-record', at, end, noTrailer);
    add(builder, text, at, end, { end, component: '', time: null, thread: 0, cut: true });
  }
  return { type: 'log', kind: 'simple-log', text, records: builder.finish(), problems: problems.finish() };
}

const cutTrailer = 'This record breaks off behind its message: its time or thread is missing.';
const noTrailer = 'This text has no trailer: the component, time and thread of the record are missing.';

function add(
  builder: RecordTableBuilder,
  text: string,
  start: number,
  messageEnd: number,
  trailer: OldFormatTrailer,
): void {
  const { time } = trailer;
  builder.add({
    start,
    end: Math.max(trimBlanksAndLines(text, start, trailer.end), messageEnd),
    messageStart: start,
    messageEnd,
    localTime: time?.local ?? Number.NaN,
    bias: time?.bias ?? noBias,
    type: 255,
    component: trailer.component,
    thread: trailer.thread,
    flags:
      (trailer.cut ? recordFlags.torn : 0) |
      (isMultiLine(text, start, messageEnd) ? recordFlags.multiLine : 0) |
      (time === null ? recordFlags.timeless : 0) |
      (time?.bias == null ? recordFlags.zoneless : 0),
  });
}

/** The line breaks of articles that were saved from a web page stand before the next record, too. */
function skipLeading(text: string, from: number): number {
  let at = skipBlanksAndLines(text, from, text.length);
  while (text.startsWith('<BR/>', at)) at = skipBlanksAndLines(text, at + 5, text.length);
  return at;
}

function isMultiLine(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || code === 0x0d) return true;
  }
  return false;
}
