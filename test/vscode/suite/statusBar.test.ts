import assert from 'node:assert/strict';
import { closeEditors, extensionApi, openSample } from '../extension.ts';

describe('status bar', () => {
  afterEach(closeEditors);

  it('says the verdict of the case that the open file belongs to', async () => {
    const api = await extensionApi();
    const statuses = [];
    for (const name of ['enrolled', 'failed', 'waiting']) {
      await openSample(`${name}/CoManagementHandler.log`);
      const status = await api.status();
      assert.equal(status?.caseName, name);
      statuses.push(status);
    }
    assert.deepEqual(
      statuses.map((status) => status.colour),
      ['good', 'bad', 'waiting'],
    );
    assert.equal(new Set(statuses.map((status) => status.text)).size, 3);
  });

  it('says nothing while several cases are open and none is at hand', async () => {
    const api = await extensionApi();
    await closeEditors();
    assert.equal(await api.status(), null);
  });
});
