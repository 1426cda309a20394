import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  IPCMessageReader,
  IPCMessageWriter,
  PublishDiagnosticsNotification,
  type ProtocolConnection,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';

export const serverScript = join(import.meta.dirname, '../../dist/server.js');
export const echoScript = join(import.meta.dirname, 'echoServer.ts');

/** A language server in a process of its own, over the transport that the extension uses. */
export class ServerProcess {
  readonly connection: ProtocolConnection;
  readonly #process: ChildProcess;

  constructor(script: string) {
    this.#process = fork(script, ['--node-ipc'], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    this.connection = createProtocolConnection(
      new IPCMessageReader(this.#process),
      new IPCMessageWriter(this.#process),
    );
    this.connection.listen();
  }

  async initialize(folder: string | null): Promise<void> {
    await this.connection.sendRequest(InitializeRequest.method, {
      processId: process.pid,
      workspaceFolders: folder === null ? null : [{ uri: pathToFileURL(folder).href, name: 'bench' }],
      capabilities: {},
    });
    await this.connection.sendNotification(InitializedNotification.type, {});
  }

  /** Opens a document and settles when its diagnostics come back. */
  async open(uri: string, text: string): Promise<void> {
    const published = new Promise<void>((resolve) => {
      const listening = this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
        if (params.uri !== uri) return;
        listening.dispose();
        resolve();
      });
    });
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'ccmlog', version: 1, text },
    });
    await published;
  }

  async change(uri: string, version: number, change: TextDocumentContentChangeEvent): Promise<void> {
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [change],
    });
  }

  hover(uri: string, line: number, character: number): Promise<unknown> {
    return this.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri },
      position: { line, character },
    });
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  /** The shortest way there and back: a request that nobody knows. */
  async echo(): Promise<void> {
    await this.connection.sendRequest('bench/nobodyKnows').catch(() => undefined);
  }

  end(): void {
    this.connection.dispose();
    this.#process.kill();
  }
}
