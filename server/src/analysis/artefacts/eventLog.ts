import type { ArtefactReader } from './artefact.ts';

/** Binary event logs (`.evtx`). Recognised, and refused with the way to an export that is read. */
export const eventLogReader: ArtefactReader = {
  kind: 'event-log',
  detect: (head) => (isEventLog(head) ? 2 : 0),
  parse: (text) => ({
    type: 'unread',
    kind: 'event-log',
    text,
    problems: [
      {
        id: 'event-log',
        start: 0,
        end: Math.min(text.length, 7),
        message:
          'This is a binary event log, which is not read. Export it as text: wevtutil qe "<this file>" /lf:true /f:text ' +
          '> events.txt (or /f:RenderedXml /e:Events > events.xml), on any Windows computer. On the device itself: ' +
          'wevtutil qe <name of the log> /f:text > events.txt.',
      },
    ],
  }),
};

/** The bytes `ElfFile` and a zero, as 8-bit text or as UTF-16 characters when the bytes were taken for that. */
function isEventLog(head: string): boolean {
  const start = head.charCodeAt(0) === 0xfeff ? 1 : 0;
  return (
    head.startsWith('ElfFile\0', start) ||
    head.startsWith('\u6c45\u4666\u6c69\u0065', start) ||
    head.startsWith('\u456c\u6646\u696c\u6500', start)
  );
}
