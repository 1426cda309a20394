import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  exportRequest,
  lineEvidenceRequest,
  openLinkRequest,
  redactionPreviewRequest,
  verdictMarkdownRequest,
} from '../../server/src/protocol.ts';
import { root, TestClient } from './harness.ts';

const roots = [root];
const logName = 'PC-0042/CoManagementHandler.log';
const secrets = /PC-0042|fabrikam|adele|10\.20\.30\.40/i;

const messages = [
  'AAD-Join Info: type = 1, DeviceId = 3f0c7b1a-58d2-4c1e-9a6b-7d20e4f19c35, TenantId = 0d4f6a2c-91b7-4e83-a5c0-62f8d7b3e914, EnrollmentUrl = https://enrollment.manage.microsoft.com/enrollmentserver/discovery.svc',
  'Enrolling device to MDM... Try #1 out of 3',
  "MDM enrollment failed with error code 0x80180018 'FABRIKAM\\adele on PC-0042 at 10.20.30.40'. Will retry in 15 minutes...",
  'The user adele of fabrikam asked for it',
];

const files = {
  [logName]: messages
    .map(
      (message, i) =>
        `<![LOG[${message}]LOG]!><time="10:00:0${i}.000-60" date="11-18-2026" component="CoManagementHandler" context="" type="1" thread="1" file="x.cpp:1">\r\n`,
    )
    .join(''),
};

const params = { roots, uri: null };
const turnOff = { settings: { comgmtLens: { redactExports: false } } };

function evidenceOf(client: TestClient, line = 2) {
  return client.connection.sendRequest(lineEvidenceRequest, {
    roots,
    uri: client.uri(logName),
    position: { line, character: 30 },
  });
}

describe('what leaves the editor', () => {
  it('holds pseudonyms, in every format and on the clipboard', async () => {
    using client = await TestClient.start(files);
    for (const format of ['markdown', 'html', 'sarif', 'json'] as const) {
      const file = await client.connection.sendRequest(exportRequest, { ...params, format, version: '' });
      assert.doesNotMatch(`${file?.fileName ?? ''} ${file?.text ?? ''}`, secrets, format);
      assert.match(file?.text ?? '', /0x80180018/, format);
      assert.match(file?.fileName ?? '', /^device-1\./);
    }
    const verdict = await client.connection.sendRequest(verdictMarkdownRequest, params);
    assert.match(verdict ?? '', /device-1: failed/);
    assert.doesNotMatch(verdict ?? '', secrets);
    const line = await evidenceOf(client);
    assert.match(line?.markdown ?? '', /domain-1.*user-1 on device-1 at 192\.0\.2\.1/);
    assert.doesNotMatch(`${line?.markdown ?? ''} ${line?.link ?? ''}`, secrets);
  });

  it('is as it stands where the setting says so', async () => {
    using client = await TestClient.start(files);
    await client.connection.sendNotification('workspace/didChangeConfiguration', turnOff);
    const verdict = await client.connection.sendRequest(verdictMarkdownRequest, params);
    assert.match(verdict ?? '', /PC-0042: failed/);
    const preview = await client.connection.sendRequest(redactionPreviewRequest, params);
    assert.equal(preview.isRedacted, false);
  });

  it('holds what the user keeps, and not what the user adds', async () => {
    using client = await TestClient.start(files);
    const choices = { 'PC-0042': { keep: ['adele'], add: ['retry'] } };
    const line = await client.connection.sendRequest(lineEvidenceRequest, {
      roots,
      uri: client.uri(logName),
      position: { line: 2, character: 30 },
      choices,
    });
    assert.match(line?.markdown ?? '', /domain-1.*adele on device-1.*other-1 in 15 minutes/);
  });
});

describe('the preview', () => {
  it('lists what would be replaced, by what, and how often', async () => {
    using client = await TestClient.start(files);
    const preview = await client.connection.sendRequest(redactionPreviewRequest, {
      ...params,
      choices: { 'PC-0042': { keep: ['adele'], add: [] } },
    });
    assert.equal(preview.isRedacted, true);
    const [first] = preview.cases;
    assert.equal(first?.name, 'PC-0042');
    const shown = first.items.map(({ kind, original, pseudonym }) => `${kind}: ${original} → ${pseudonym}`);
    for (const wanted of [
      'user: adele → user-1',
      'domain: FABRIKAM → domain-1',
      'address: 10.20.30.40 → 192.0.2.1',
    ]) {
      assert.ok(shown.includes(wanted), `${wanted} in\n${shown.join('\n')}`);
    }
    assert.ok((first.items.find(({ original }) => original === 'PC-0042')?.count ?? 0) >= 2);
  });

  it('is empty without a case', async () => {
    using client = await TestClient.start({});
    assert.deepEqual(await client.connection.sendRequest(redactionPreviewRequest, params), {
      isRedacted: true,
      cases: [],
    });
  });
});

it('the link to a redacted line leads to the line in the logs as they are', async () => {
  using client = await TestClient.start(files);
  for (const line of [2, 3]) {
    const { link = '' } = (await evidenceOf(client, line)) ?? {};
    const found = await client.connection.sendRequest(openLinkRequest, { roots, link });
    assert.equal(found.location?.range.start.line, line);
  }
});
