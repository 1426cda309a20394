import type * as vscode from 'vscode';
import type { RedactionChoices } from '../../../server/src/protocol.ts';

const stateKey = 'redactionChoices';

/** What the user keeps and adds, by the name of the case; kept with the workspace, on this machine only. */
export class RedactionChoicesStore {
  readonly #state: vscode.Memento;

  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  all(): Readonly<Record<string, RedactionChoices>> {
    return this.#state.get<Readonly<Record<string, RedactionChoices>>>(stateKey, {});
  }

  of(name: string): RedactionChoices {
    return this.all()[name] ?? { keep: [], add: [] };
  }

  async set(name: string, choices: RedactionChoices): Promise<void> {
    await this.#state.update(stateKey, { ...this.all(), [name]: choices });
  }
}
