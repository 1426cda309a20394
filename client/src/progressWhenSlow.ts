import * as vscode from 'vscode';

/** Milliseconds after which the user is told that something is going on. */
const patience = 500;

export interface SlowWork {
  readonly title: string;
  readonly location: vscode.ProgressLocation | { readonly viewId: string };
  /** Called when progress begins to show, with the way to cancel the work. */
  readonly onShown?: (cancel: () => void) => void;
}

/**
 * Does the work and, once it takes longer than half a second, shows that it does. A notification's own button
 * cancels it; a view has none, so whoever owns the view offers one through `onShown`.
 */
export async function withProgressWhenSlow<Answer>(
  slow: SlowWork,
  work: (token: vscode.CancellationToken) => Promise<Answer>,
): Promise<Answer> {
  const source = new vscode.CancellationTokenSource();
  const answer = work(source.token);
  const settled = answer.then(
    () => undefined,
    () => undefined,
  );
  const timer = setTimeout(() => {
    slow.onShown?.(() => source.cancel());
    void vscode.window.withProgress(
      { location: slow.location, title: slow.title, cancellable: true },
      (_progress, token) => {
        token.onCancellationRequested(() => source.cancel());
        return settled;
      },
    );
  }, patience);
  try {
    return await answer;
  } finally {
    clearTimeout(timer);
    source.dispose();
  }
}
