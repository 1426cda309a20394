import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyser } from '../checkCase.ts';

const failing =
  "<![LOG[MDM enrollment failed with error code 0x8018002b 'Unknown'. Will retry in 15 minutes...]LOG]!>" +
  '<time="09:00:00.000-060" date="11-18-2026" component="CoManagementHandler" context="" type="3" thread="1" file="">';

const dsregcmd = (mdmUrl: string): string =>
  ['Device State', 'Tenant Details']
    .map((title) => `+${'-'.repeat(70)}+\n| ${title.padEnd(69)}|\n+${'-'.repeat(70)}+\n`)
    .join(' AzureAdJoined : YES\n') + `                    MdmUrl : ${mdmUrl}\n`;

function verdictOf(files: Readonly<Record<string, string>>) {
  const readings = Object.entries(files).map(([path, text]) =>
    analyser.read(path, text, 'utf-8', text.length),
  );
  return analyser.analyse('device', readings, { now: null, bias: null }).verdict;
}

test('a healthy value that does not go with the cause of the code is told, and makes the verdict less sure', () => {
  const verdict = verdictOf({
    'CoManagementHandler.log': failing,
    'dsregcmd.txt': dsregcmd('https://enrollment.manage.microsoft.com/enrollmentserver/discovery.svc'),
  });
  assert.equal(verdict.cause, 'mdm-scope');
  assert.equal(verdict.confidence, 'likely');
  assert.match(
    verdict.confidenceReason,
    /^What speaks against this cause: dsregcmd or the registry shows an enrollment address \(MdmUrl\)\./,
  );
});

test('an empty value speaks for it', () => {
  const verdict = verdictOf({ 'CoManagementHandler.log': failing, 'dsregcmd.txt': dsregcmd('') });
  assert.equal(verdict.cause, 'mdm-scope');
  assert.doesNotMatch(verdict.confidenceReason, /against this cause/);
});

test("what stops the user's credential is not taken for sure where the device's was used", () => {
  const device = failing.replace(
    '<![LOG[',
    '<![LOG[Enrolling device with RegisterDeviceWithManagementUsingAADDeviceCredentials]LOG]!>' +
      '<time="08:59:58.000-060" date="11-18-2026" component="CoManagementHandler" context="" type="1" thread="1" file="">\r\n<![LOG[',
  );
  const reason = verdictOf({ 'CoManagementHandler.log': device }).confidenceReason;
  assert.match(
    reason,
    /^What speaks against this cause: the attempt was made with the device's own credential/,
  );
  assert.doesNotMatch(
    verdictOf({ 'CoManagementHandler.log': failing }).confidenceReason,
    /against this cause/,
  );
});
