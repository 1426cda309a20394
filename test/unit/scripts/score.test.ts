import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';

const script = fileURLToPath(new URL('../../../scripts/score.ts', import.meta.url));

test('a code that was cut off is left out; its cause is compared all the same', () => {
  const folder = mkdtempSync(join(tmpdir(), 'score-'));
  try {
    writeFileSync(
      join(folder, 'INDEX.tsv'),
      [
        'file\toutcome\tfailing_stage\terror_code\tstated_cause',
        'cut.log\tfailed\tMDM enrollment\t0x80180014\tthird-party MDM',
        'unknown.bin\tfailed\tMDM enrollment\t0x80180014\tthird-party MDM',
      ].join('\n'),
    );
    const line = '<![LOG[MDM enrollment failed with error code]LOG]!>';
    const rest =
      '<time="09:00:00.000-060" date="11-18-2026" component="CoManagementHandler" context="" type="3" thread="1" file="">';
    writeFileSync(join(folder, 'cut.log'), line + rest);
    writeFileSync(join(folder, 'unknown.bin'), 'nothing that is known');
    const out = execFileSync(process.execPath, [script, folder], { encoding: 'utf8' });
    assert.match(out, /^code +0 of 0, 2 left out$/m);
    assert.match(out, /^cause +0 of 1, 1 left out$/m);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
