/**
 * A log of about `length` characters with the mix of a real one: 2 % of the records over several lines, 3 %
 * errors, 5 % warnings. The same every time.
 */
export function generateLog(length: number): string {
  const next = pseudoRandom(20261122);
  const parts: string[] = [];
  let size = 0;
  for (let record = 0; size < length; record++) {
    const part = makeRecord(record, next);
    parts.push(part);
    size += part.length + 1;
  }
  return parts.join('\n');
}

const messages = [
  'Queuing enrollment timer to fire at 05/12/2026 09:41:05 local time',
  "Merged value for setting 'CoManagementSettings_AutoEnroll' is 'true'",
  'Evaluated policy {3f9d1b62-58c7-4ae0-8b14-96d20e7fa451} and found nothing to change for this client',
  'Request to https://mp01.corp.contoso.com/SMS_MP/.sms_aut?MPLIST finished with status 200',
  'Failed to enroll with RegisterDeviceWithManagement, error 0x80180014, will try again',
  'Raising event of class CCM_PolicyAgent_AssignmentsRequested with 12 properties',
  'OK',
];
const components = [
  'CoManagementHandler',
  'PolicyAgent_RequestAssignments',
  'CcmMessaging',
  'LocationServices',
];

function makeRecord(record: number, next: () => number): string {
  const chance = next();
  const type = chance < 0.03 ? 3 : chance < 0.08 ? 2 : 1;
  let message = messages[Math.floor(next() * messages.length)] ?? '';
  if (next() < 0.02) message += '\n    at step one of the evaluation\n    at step two of the evaluation';
  const component = components[Math.floor(next() * components.length)] ?? '';
  const second = Math.floor(record / 20) % 86_400;
  const time = [second / 3600, (second / 60) % 60, second % 60]
    .map((part) => twoDigits(Math.floor(part)))
    .join(':');
  const thread = 1000 + Math.floor(next() * 9000);
  const fraction = String(Math.floor(next() * 1000)).padStart(3, '0');
  return (
    `<![LOG[${message}]LOG]!><time="${time}.${fraction}-120" date="05-12-2026" component="${component}" ` +
    `context="" type="${type}" thread="${thread}" file="${component.toLowerCase()}.cpp:${thread % 900}">`
  );
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** Numbers in 0..1 from a seed (mulberry32). */
function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
