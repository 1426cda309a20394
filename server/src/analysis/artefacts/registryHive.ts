import type { ArtefactReader } from './artefact.ts';

/**
 * Binary registry hives (`regf`), as `reg save` writes them and as they lie in System32\config. Recognised, and
 * refused with the way to a text export.
 */
export const registryHiveReader: ArtefactReader = {
  kind: 'registry-hive',
  detect: (head) => (isHive(head) ? 2 : 0),
  parse: (text) => ({
    type: 'unread',
    kind: 'registry-hive',
    text,
    problems: [
      {
        id: 'registry-hive',
        start: 0,
        end: Math.min(text.length, 4),
        message:
          'This is a binary registry hive, which is not read. Make a text export of it in an elevated prompt: ' +
          'reg load HKLM\\Collected "<this file>", then reg export HKLM\\Collected collected.reg, then ' +
          'reg unload HKLM\\Collected. Its keys then stand below HKLM\\Collected. On the device itself use ' +
          'reg export instead of reg save.',
      },
    ],
  }),
};

/** The four bytes `regf`, as 8-bit text or as two UTF-16 characters when the bytes were taken for that. */
function isHive(head: string): boolean {
  const start = head.charCodeAt(0) === 0xfeff ? 1 : 0;
  return (
    head.startsWith('regf', start) ||
    head.startsWith('\u6572\u6667', start) ||
    head.startsWith('\u7265\u6766', start)
  );
}
