import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { CancellationToken } from 'vscode-languageserver';

export type Handler<Params, Result> = (params: Params, token: CancellationToken) => Result | Promise<Result>;

export type GuardedHandler<Params, Result> = (
  params: Params,
  token: CancellationToken,
) => Promise<Result | ResponseError>;

/**
 * Wraps request handlers: what a handler throws becomes a line in the log and the empty answer, and a request
 * that is withdrawn is answered at once, even while the handler still waits for a reading that others need, too.
 */
export function createGuard(log: (line: string) => void) {
  return <Params, Result>(
      name: string,
      empty: Result,
      handler: Handler<Params, Result>,
    ): GuardedHandler<Params, Result> =>
    async (params, token) => {
      // Withdrawn while it waited in the queue, as most requests are while somebody types: not begun at all.
      if (token.isCancellationRequested) return withdrawn();
      const cancellation = cancellationOf(token);
      try {
        return await Promise.race([answer(handler, params, token), cancellation.cancelled]);
      } catch (error) {
        // A refusal that the user is to read.
        if (error instanceof ResponseError) return error;
        log(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        return empty;
      } finally {
        cancellation.dispose();
      }
    };
}

/** Runs the handler so that what it throws at once is a rejection, too. */
async function answer<Params, Result>(
  handler: Handler<Params, Result>,
  params: Params,
  token: CancellationToken,
): Promise<Result> {
  return await handler(params, token);
}

function cancellationOf(token: CancellationToken): {
  readonly cancelled: Promise<ResponseError>;
  readonly dispose: () => void;
} {
  let dispose = (): void => undefined;
  const cancelled = new Promise<ResponseError>((resolve) => {
    const subscription = token.onCancellationRequested(() => resolve(withdrawn()));
    dispose = () => subscription.dispose();
  });
  return { cancelled, dispose };
}

function withdrawn(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}
