/** Pieces that logs are made of, whole, torn and hostile, for tests that put them together at random. */

const known = [
  'Queuing enrollment timer to fire at 11/22/2026 03:17:00 local time',
  'Failed to enroll with RegisterDeviceWithManagementUsingAADDeviceCredentials with error code 0x80180026',
  'Device is not MDM enrolled yet. All workloads are managed by SCCM.',
  'State message with TopicType 810 has been recorded: größer, 日本語 😀',
  'two lines\r\nof one message',
  'quotes <![LOG[ in its text, and ]LOG]!> too',
];

const components = ['CoManagementHandler', 'CcmExec', 'PolicyAgent', ''];

/** Numbers from 0 to before 1. */
export type Chance = () => number;

export function pickFrom<Item>(items: readonly Item[], chance: Chance): Item {
  const item = items[Math.floor(chance() * items.length)];
  if (item === undefined) throw new Error('Nothing to pick from.');
  return item;
}

export function record(chance: Chance): string {
  const second = String(Math.floor(chance() * 60)).padStart(2, '0');
  const type = Math.floor(chance() * 4);
  const bias = pickFrom(['-060', '-060', '', '+9999'], chance);
  const month = pickFrom(['11', '11', '11', '13'], chance);
  return (
    `<![LOG[${pickFrom(known, chance)}]LOG]!><time="10:00:${second}.000${bias}" date="${month}-20-2026" ` +
    `component="${pickFrom(components, chance)}" context="" type="${type}" thread="${type + 7}" file="x.cpp:1">`
  );
}

/** Something that a log holds: mostly a record on a line of its own, sometimes what is left of one. */
export function piece(chance: Chance): string {
  const whole = record(chance);
  const at = Math.floor(chance() * whole.length);
  const kind = chance();
  if (kind < 0.6) return `${whole}\r\n`;
  if (kind < 0.7) return whole;
  if (kind < 0.76) return `${whole.slice(0, at)}\n`;
  if (kind < 0.82) return `${whole.slice(at)}\n`;
  return pickFrom(
    ['<![LOG[', ']LOG]!>', '\n', '\r\n', ' ', '"', '>', 'plain text 0x80180026\n', '\0', '😀', 'x'],
    chance,
  );
}

export function log(chance: Chance, pieces: number): string {
  return Array.from({ length: pieces }, () => piece(chance)).join('');
}
