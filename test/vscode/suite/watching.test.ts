import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { TreeNode } from '../../../server/src/protocol.ts';
import { eventually } from '../eventually.ts';
import { extensionApi, flatten } from '../extension.ts';

const log =
  '<![LOG[Queuing enrollment timer to fire at 11/22/2026 03:17:00 local time]LOG]!><time="10:00:00.000-060" date="11-20-2026" component="CoManagementHandler" context="" type="1" thread="1" file="">\r\n';
const events =
  'Level,Date and Time,Source,Event ID,Task Category\r\n' +
  'Information,11/20/2026 1:56:51 PM,Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider,75,None,Auto MDM Enroll: Succeeded\r\n';

describe('a case folder outside the workspace', () => {
  const path = join(tmpdir(), `comgmt-lens-watched-${process.pid}`);
  const folder = vscode.Uri.file(path);
  const shows = async (name: string): Promise<TreeNode | undefined> =>
    flatten(await (await extensionApi()).tree()).find(({ kind, label }) => kind === 'file' && label === name);

  before(async () => {
    await mkdir(path, { recursive: true });
    await writeFile(join(path, 'CoManagementHandler.log'), log);
    await vscode.commands.executeCommand('comgmtLens.openCaseFolder', folder);
    await eventually('the log in the tree', () => shows('CoManagementHandler.log'));
  });
  after(async () => {
    await vscode.commands.executeCommand('comgmtLens.removeCaseFolder', folder);
    await rm(path, { recursive: true });
  });

  it('is read again when somebody copies exported events into it', async () => {
    // Nothing tells when VS Code has begun to watch a folder; what is written before goes unnoticed.
    const writing = setInterval(() => void writeFile(join(path, 'Application-Events.CSV'), events), 2_000);
    try {
      await eventually('the events in the tree', () => shows('Application-Events.CSV'));
    } finally {
      clearInterval(writing);
    }
  });
});
