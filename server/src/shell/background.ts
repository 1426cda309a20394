import { stackOf } from './errors.ts';

/** Does what nobody waits for; `what` names it in the log should it fail. */
export type InBackground = (what: string, work: () => unknown) => void;

/**
 * Messages are sent and notifications are handled with nobody there to hear of a failure, such as one while the
 * connection closes. A rejection that nobody hears of ends the process of Node.
 */
export function createBackground(log: (line: string) => void): InBackground {
  return (what, work) => {
    const done = async (): Promise<void> => {
      await work();
    };
    done().catch((error: unknown) => log(`${what}: ${stackOf(error)}`));
  };
}
