import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { redactionPreviewRequest } from '../../../server/src/protocol.ts';
import type { PlannedIdentifier, RedactionPreviewCase } from '../../../server/src/protocol.ts';
import { caseParams } from '../caseQuestion.ts';
import type { CaseRoots } from '../caseRoots.ts';
import { withProgressWhenSlow } from '../progressWhenSlow.ts';
import type { RedactionChoicesStore } from './redactionChoices.ts';

/**
 * Shows what pseudonyms will stand for, for the user to keep some as they are and to add others. Answers false when the
 * user does not want to go on. Asks nothing where exports are not redacted.
 */
export async function reviewRedaction(
  client: LanguageClient,
  roots: CaseRoots,
  store: RedactionChoicesStore,
): Promise<boolean> {
  for (;;) {
    const params = { ...caseParams(client, roots), choices: store.all() };
    const { isRedacted, cases } = await withProgressWhenSlow(
      {
        title: vscode.l10n.t('Looking for names and addresses'),
        location: vscode.ProgressLocation.Notification,
      },
      (token) => client.sendRequest(redactionPreviewRequest, params, token),
    );
    if (!isRedacted || cases.length === 0) return true;
    const answer = await pick(cases, store);
    switch (answer) {
      case 'accepted':
        return true;
      case 'cancelled':
        return false;
      case 'add':
        await addText(cases, store);
    }
  }
}

interface IdentifierItem extends vscode.QuickPickItem {
  readonly caseName: string;
  readonly identifier: PlannedIdentifier | null;
}

async function pick(
  cases: readonly RedactionPreviewCase[],
  store: RedactionChoicesStore,
): Promise<'accepted' | 'cancelled' | 'add'> {
  const items = cases.flatMap((one) => itemsOf(one, cases.length > 1));
  const list = vscode.window.createQuickPick<IdentifierItem>();
  const add = { iconPath: new vscode.ThemeIcon('add'), tooltip: vscode.l10n.t('Replace another text, too…') };
  list.title = vscode.l10n.t('What Will Be Replaced');
  list.placeholder = vscode.l10n.t('Take the tick away from what may stay as it is, then go on');
  list.canSelectMany = true;
  list.matchOnDescription = true;
  list.ignoreFocusOut = true;
  list.buttons = [add];
  list.items = items;
  list.selectedItems = items.filter((item) => item.identifier !== null && !isKept(item, store));
  try {
    const answer = await new Promise<'accepted' | 'cancelled' | 'add'>((resolve) => {
      list.onDidAccept(() => resolve('accepted'));
      list.onDidHide(() => resolve('cancelled'));
      list.onDidTriggerButton(() => resolve('add'));
      list.show();
    });
    if (answer !== 'cancelled') await remember(cases, items, new Set(list.selectedItems), store);
    return answer;
  } finally {
    list.dispose();
  }
}

function itemsOf({ name, items }: RedactionPreviewCase, isOneOfSeveral: boolean): readonly IdentifierItem[] {
  const byKind = new Map<string, IdentifierItem[]>();
  for (const identifier of items) {
    const { kind, original, pseudonym, count } = identifier;
    const item = {
      label: original.replace(/\s+/g, ' ').slice(0, 120),
      description: count === 0 ? '' : `→ ${pseudonym}`,
      detail: timesOf(count),
      caseName: name,
      identifier,
    };
    const same = byKind.get(kind);
    if (same === undefined) byKind.set(kind, [item]);
    else same.push(item);
  }
  return [...byKind].flatMap(([kind, same]) => [
    {
      label: isOneOfSeveral ? `${name}: ${kind}` : kind,
      kind: vscode.QuickPickItemKind.Separator,
      caseName: name,
      identifier: null,
    },
    ...same,
  ]);
}

function timesOf(count: number): string {
  if (count === 0) return vscode.l10n.t('nowhere in this case');
  return count === 1 ? vscode.l10n.t('once') : vscode.l10n.t('{0} times', count);
}

function isKept({ caseName, identifier }: IdentifierItem, store: RedactionChoicesStore): boolean {
  return identifier !== null && store.of(caseName).keep.includes(identifier.original);
}

async function remember(
  cases: readonly RedactionPreviewCase[],
  items: readonly IdentifierItem[],
  chosen: ReadonlySet<IdentifierItem>,
  store: RedactionChoicesStore,
): Promise<void> {
  for (const { name } of cases) {
    const keep = items.flatMap((item) =>
      item.caseName === name && item.identifier !== null && !chosen.has(item)
        ? [item.identifier.original]
        : [],
    );
    await store.set(name, { ...store.of(name), keep });
  }
}

async function addText(cases: readonly RedactionPreviewCase[], store: RedactionChoicesStore): Promise<void> {
  const text = await vscode.window.showInputBox({
    title: vscode.l10n.t('Replace Another Text'),
    prompt: vscode.l10n.t('A name or word that is to be replaced wherever it stands, in capitals or not.'),
    validateInput: (typed) => (typed.trim().length < 2 ? vscode.l10n.t('Two characters at least.') : null),
  });
  if (text === undefined) return;
  for (const { name } of cases) {
    const { keep, add } = store.of(name);
    await store.set(name, { keep, add: [...new Set([...add, text.trim()])] });
  }
}
