import type { CancellationToken, Connection, Position, RequestType } from 'vscode-languageserver';
import type { CaseParams, RootsParams } from '../protocol.ts';
import type { Guard } from './guard.ts';
import type { Snapshot } from './knownCase.ts';

/** Registers the answer to a question about the document at hand, and where it says so, about a place in it. */
export type AnswerAtHand = <Params extends CaseParams & { readonly position?: Position | null }, Result>(
  type: RequestType<Params, Result, void>,
  answer: (snapshot: Snapshot, params: Params, token: CancellationToken) => Result | Promise<Result>,
) => void;

/** Registers the answers to the messages of our own. What goes wrong is told as an error, never as an empty answer. */
export class Questions {
  readonly #connection: Connection;
  readonly #guard: Guard;
  readonly #currentBelow: (roots: readonly string[]) => Promise<Snapshot>;

  /** `currentBelow` tells the cases below some folders, as they are now. */
  constructor(
    connection: Connection,
    guard: Guard,
    currentBelow: (roots: readonly string[]) => Promise<Snapshot>,
  ) {
    this.#connection = connection;
    this.#guard = guard;
    this.#currentBelow = currentBelow;
  }

  /** A question that needs no case. */
  answer<Params, Result>(
    type: RequestType<Params, Result, void>,
    answer: (params: Params, token: CancellationToken) => Result | Promise<Result>,
  ): void {
    // By the name, as the library's type for answers cannot be told for a type that is still open. Here it is.
    this.#connection.onRequest<unknown, unknown>(
      type.method,
      this.#guard.orError<Params, Result>(type.method, answer),
    );
  }

  /** A question about the cases below the folders that it names. */
  answerFromCases<Params extends RootsParams, Result>(
    type: RequestType<Params, Result, void>,
    answer: (snapshot: Snapshot, params: Params, token: CancellationToken) => Result | Promise<Result>,
  ): void {
    this.answer(type, async (params, token) => answer(await this.#currentBelow(params.roots), params, token));
  }
}
