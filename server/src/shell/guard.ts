import { ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { CancellationToken } from 'vscode-languageserver';
import { messageOf, stackOf } from './errors.ts';

export type Handler<Params, Result> = (params: Params, token: CancellationToken) => Result | Promise<Result>;

export type GuardedHandler<Params, Result> = (
  params: Params,
  token: CancellationToken,
) => Promise<Result | ResponseError>;

/**
 * Wraps request handlers, so that nothing that they throw ends the server: it becomes a line in the log. A request
 * that is withdrawn is answered at once, even while the handler still waits for a reading that others need, too.
 */
export interface Guard {
  /** For what the editor asks by itself, for which no answer is one, too: what is thrown answers `empty`. */
  orEmpty<Params, Result>(
    name: string,
    empty: Result,
    handler: Handler<Params, Result>,
  ): GuardedHandler<Params, Result>;
  /** For what the user asked, who would take an empty answer for a fact: what is thrown answers an error. */
  orError<Params, Result>(name: string, handler: Handler<Params, Result>): GuardedHandler<Params, Result>;
}

export function createGuard(log: (line: string) => void): Guard {
  return {
    orEmpty: (name, empty, handler) =>
      guarded(handler, (error) => {
        log(`${name}: ${stackOf(error)}`);
        return empty;
      }),
    orError: (name, handler) =>
      guarded(handler, (error) => {
        log(`${name}: ${stackOf(error)}`);
        // The client adds what could not be done and what to do about it.
        return new ResponseError(
          ErrorCodes.InternalError,
          `The language server failed at the request ${name}: ${messageOf(error)}`,
        );
      }),
  };
}

function guarded<Params, Result>(
  handler: Handler<Params, Result>,
  onFailure: (error: unknown) => Result | ResponseError,
): GuardedHandler<Params, Result> {
  return async (params, token) => {
    // Withdrawn while it waited in the queue, as most requests are while somebody types: not begun at all.
    if (token.isCancellationRequested) return withdrawn();
    const cancellation = cancellationOf(token);
    try {
      return await Promise.race([answer(handler, params, token), cancellation.cancelled]);
    } catch (error) {
      // A refusal that the user is to read.
      return error instanceof ResponseError ? error : onFailure(error);
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
