/**
 * Codes that matter to enrollment and name no root cause, each with the reason. Every other code of that relevance
 * belongs to a cause.
 */
export const codesWithoutCause: ReadonlyMap<number, string> = new Map([
  [0x00180011, 'enrollment on hold: information, and today’s Windows does not use it'],
  [0x801c000f, 'the join succeeded and only the restart is missing'],
  [0x87d00324, 'about the detection rule of an app, not about enrollment'],
  [0x00000000, 'client set-up: success'],
  [0x00000006, 'client set-up: failed; the lines before it name the cause'],
  [0x00000007, 'client set-up: success, a restart follows'],
  [0x00000008, 'client set-up: another one is running, whose result counts'],
  [0x00000009, 'client set-up: prerequisites; the lines before it name the cause'],
  [0x0000000a, 'client set-up: manifest hash; the lines before it name the cause'],
  [0x80070669, 'installer: success, a restart was started'],
  [0x80070bc2, 'installer: success, a restart is needed'],
  [0x00041302, 'state of a task, no failure'],
  [0x00041303, 'state of a task, no failure'],
]);
