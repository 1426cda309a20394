import { pseudoRandom } from './pseudoRandom.ts';

/**
 * A log of about `length` characters with the mix of a real one: 2 % of the records over several lines, 3 %
 * errors, 5 % warnings, two in five messages known to the catalogue. The same every time.
 */
export function generateLog(length: number): string {
  return [...logBlocks(length)].join('');
}

/** The same log in blocks of some hundred kilobytes, for a file that is too large to hold. */
export function* logBlocks(length: number, seed = 20261122): Generator<string> {
  const next = pseudoRandom(seed);
  let block: string[] = [];
  let blockSize = 0;
  let size = 0;
  for (let record = 0; size < length; record++) {
    const line = `${makeRecord(record, next)}\r\n`;
    block.push(line);
    blockSize += line.length;
    size += line.length;
    if (blockSize < 0x40000) continue;
    yield block.join('');
    block = [];
    blockSize = 0;
  }
  yield block.join('');
}

type Next = () => number;

/** Messages that the catalogue knows, by their wording; two in five records have one of them. */
const known: readonly ((next: Next) => string)[] = [
  () => 'Queuing enrollment timer to fire at 05/12/2026 09:41:05 local time',
  () => "Merged value for setting 'CoManagementSettings_AutoEnroll' is 'true'",
  () => "Merged value for setting 'CoManagementSettings_Capabilities' is '8193'",
  () => 'Failed to enroll with RegisterDeviceWithManagement, error 0x80180014, will try again',
  (next) => `Sending state '${100 + number(next, 300)}'...`,
  () => 'Device is not MDM enrolled yet. All workloads are managed by SCCM.',
  () => 'Failed to connect to machine policy namespace. 0x8004100e',
  () => "Getting Azure AD info from CMG 'cmg01.contoso.com'",
];

/** Messages of other parts of the client, as most logs of a device are full of them. */
const unknown: readonly ((next: Next) => string)[] = [
  (next) => `Evaluated policy {${guid(next)}} and found nothing to change for this client`,
  (next) =>
    `Request to https://mp01.corp.contoso.com/SMS_MP/.sms_aut?MPLIST finished with status ${200 + number(next, 5)}`,
  (next) => `Raising event of class CCM_PolicyAgent_AssignmentsRequested with ${number(next, 40)} properties`,
  () => 'OK',
  (next) => `Execution context {${guid(next)}} released after ${number(next, 9000)} ms`,
  (next) => `Successfully queued event on HTTP endpoint ${number(next, 64)}.`,
  (next) =>
    `MP_LocationManager reply of ${number(next, 40000)} bytes parsed, ${number(next, 12)} sites in it`,
  () => 'Current AD site of machine is Contoso-HQ',
  (next) =>
    `State message with TopicType ${300 + number(next, 900)} and TopicId {${guid(next)}} has been recorded`,
  (next) => `CIAgent job ${number(next, 99999)}: transition from state Evaluating to state Reporting`,
  (next) =>
    `Failed to resolve PeerSource CNT000${number(next, 99)}, hr=0x87d0${(0x1000 + number(next, 0xeff)).toString(16)}`,
  (next) =>
    `Entering main loop, ${number(next, 30)} items wait, next wake-up in ${number(next, 86400)} seconds`,
  () => 'Inventory: Collection task completed; waiting for the next schedule of the site',
  (next) => `WMI instance of CCM_ClientAgentConfig updated (${number(next, 4)} properties differ)`,
];

const components = [
  'CoManagementHandler',
  'PolicyAgent_RequestAssignments',
  'CcmMessaging',
  'LocationServices',
  'StateMessage',
  'ClientIDManagerStartup',
  'CIAgent',
  'ContentTransferManager',
  'InventoryAgent',
  'Scheduler',
];

function makeRecord(record: number, next: Next): string {
  const chance = next();
  const type = chance < 0.03 ? 3 : chance < 0.08 ? 2 : 1;
  let message = pick(next() < 0.41 ? known : unknown, next)(next);
  if (next() < 0.02) message += '\r\n    at step one of the evaluation\r\n    at step two of the evaluation';
  const component = pick(components, next);
  const second = Math.floor(record / 20) % 86_400;
  const time = [second / 3600, (second / 60) % 60, second % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':');
  const day = String(1 + (Math.floor(record / 20 / 86_400) % 28)).padStart(2, '0');
  const thread = 1000 + number(next, 9000);
  const fraction = String(number(next, 1000)).padStart(3, '0');
  return (
    `<![LOG[${message}]LOG]!><time="${time}.${fraction}-120" date="05-${day}-2026" component="${component}" ` +
    `context="" type="${type}" thread="${thread}" file="${component.toLowerCase()}.cpp:${thread % 900}">`
  );
}

function pick<T>(items: readonly T[], next: Next): T {
  const item = items[Math.floor(next() * items.length)];
  if (item === undefined) throw new Error('Nothing to pick from');
  return item;
}

function number(next: Next, below: number): number {
  return Math.floor(next() * below);
}

function guid(next: Next): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(next() * 16).toString(16)).join('');
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20),
  ].join('-');
}
