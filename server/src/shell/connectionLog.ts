import type { Connection } from 'vscode-languageserver';

/** Writes lines into the client's log. Never throws. */
export function connectionLog(connection: Pick<Connection, 'console'>): (line: string) => void {
  return (line) => {
    try {
      connection.console.error(line);
    } catch {
      // The connection is closed: nobody reads the log any more.
    }
  };
}
