import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import type { Connection } from 'vscode-languageserver';
import { parseSettings, settingsSection } from '../settings.ts';
import type { Settings } from '../settings.ts';

/**
 * Tells the settings once the client is ready, which is when what is given back is to be called, and whenever they
 * change. `canAsk` says, after initialization, whether the client answers questions about settings; one that does not
 * sends them along with the change.
 */
export function followSettings(
  connection: Connection,
  canAsk: () => boolean,
  onSettings: (settings: Settings) => void,
): () => void {
  const ask = (): void => {
    connection.workspace.getConfiguration(settingsSection).then(
      (section: unknown) => onSettings(parseSettings(section)),
      (error: unknown) => connection.console.error(`reading the settings: ${String(error)}`),
    );
  };
  connection.onDidChangeConfiguration(({ settings }: { readonly settings: unknown }) => {
    if (canAsk()) ask();
    else onSettings(parseSettings(sectionOf(settings)));
  });
  return () => {
    if (!canAsk()) return;
    ask();
    // Clients tell of changes only to servers that ask for it.
    connection.client
      .register(DidChangeConfigurationNotification.type, { section: settingsSection })
      .catch((error: unknown) => connection.console.error(`following the settings: ${String(error)}`));
  };
}

function sectionOf(settings: unknown): unknown {
  if (typeof settings !== 'object' || settings === null) return null;
  return (settings as Readonly<Record<string, unknown>>)[settingsSection];
}
