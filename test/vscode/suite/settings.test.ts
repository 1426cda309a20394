import * as vscode from 'vscode';
import { eventually } from '../eventually.ts';
import { closeEditors, extensionApi } from '../extension.ts';

/** A record that does not say its time zone. */
const record =
  '<![LOG[Queuing enrollment timer to fire at 01/06/2026 10:00:00 local time]LOG]!>' +
  '<time="09:00:00.000" date="01-06-2026" component="CoManagementHandler" context="" type="1" thread="1" file="">';

describe('settings', () => {
  const section = vscode.workspace.getConfiguration('comgmtLens');

  before(extensionApi);
  after(async () => {
    await section.update('timeZone', undefined, vscode.ConfigurationTarget.Global);
    await closeEditors();
  });

  it('give records without a time zone theirs, at once', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'ccmlog', content: record });
    await vscode.window.showTextDocument(document);
    const hover = async (): Promise<string> => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        new vscode.Position(0, 10),
      );
      return hovers
        .flatMap(({ contents }) => contents as vscode.MarkdownString[])
        .map(({ value }) => value)
        .join('\n');
    };
    await eventually('a hover without UTC', async () => !(await hover()).includes('07:00:00'));
    await section.update('timeZone', '+02:00', vscode.ConfigurationTarget.Global);
    await eventually('the time in UTC', async () => (await hover()).includes('07:00:00'));
    await section.update('timeZone', '-60', vscode.ConfigurationTarget.Global);
    await eventually('the time in UTC after another change', async () =>
      (await hover()).includes('08:00:00'),
    );
  });
});
