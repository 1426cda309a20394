import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { readFileSync } from 'node:fs';
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type {
  ClientCapabilities,
  ProtocolConnection,
  PublishDiagnosticsParams,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { catalogueData } from '../../server/src/catalogue/index.ts';
import { buildCodeTable } from '../../server/src/catalogue/codes/generate.ts';
import { treeChangedNotification } from '../../server/src/protocol.ts';
import { startServer } from '../../server/src/server.ts';
import { sourceOfBytes, type ByteSource } from '../../server/src/analysis/text/byteSource.ts';
import type { FileSystem, Runtime } from '../../server/src/shell/runtime.ts';

export const root = 'file:///cases';

/** Files in memory, by path below `root`. Writing one changes its time. */
export class MemoryFiles implements FileSystem {
  readonly #files = new Map<
    string,
    { readonly bytes: Uint8Array; readonly modified: number; readonly id: number }
  >();
  /** Bytes that were read through handles. */
  bytesRead = 0;
  #clock = 0;
  /** Uris that were read, to tell what was read again. */
  readonly reads: string[] = [];
  /** Names of files that cannot be read. */
  readonly locked = new Set<string>();
  #gate = Promise.resolve();
  #onAsked = (): void => undefined;
  /** Settles when a file is first asked for. */
  readonly asked = new Promise<void>((resolve) => (this.#onAsked = resolve));

  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  write(path: string, text: string): void {
    this.writeBytes(path, new TextEncoder().encode(text));
  }

  /** Writes into the file of that name; `anew` puts another file in its place, as a rotation does. */
  writeBytes(path: string, bytes: Uint8Array, anew = false): void {
    const before = this.#files.get(`${root}/${path}`);
    const modified = ++this.#clock;
    const id = anew || before === undefined ? modified : before.id;
    this.#files.set(`${root}/${path}`, { bytes, modified, id });
  }

  /** Lets every reading wait until the function given back is called. */
  hold(): () => void {
    let release = (): void => undefined;
    this.#gate = new Promise((resolve) => (release = resolve));
    return () => release();
  }

  remove(path: string): void {
    this.#files.delete(`${root}/${path}`);
  }

  async readFile(uri: string): Promise<Uint8Array> {
    this.#onAsked();
    await this.#gate;
    if (this.locked.has(uri.slice(uri.lastIndexOf('/') + 1))) throw new Error('EBUSY');
    this.reads.push(uri);
    const file = this.#files.get(uri);
    if (file === undefined) throw new Error(`no file ${uri}`);
    return file.bytes;
  }

  async readSource<Answer>(uri: string, use: (source: ByteSource) => Answer): Promise<Answer> {
    return use(sourceOfBytes(await this.readFile(uri)));
  }

  open(uri: string): ReturnType<FileSystem['open']> {
    const opened = this.#files.get(uri);
    if (opened === undefined) return Promise.reject(new Error(`no file ${uri}`));
    // A handle holds on to its file also when another one takes the name.
    const file = (): { readonly bytes: Uint8Array; readonly modified: number; readonly id: number } => {
      const now = this.#files.get(uri);
      return now?.id === opened.id ? now : opened;
    };
    return Promise.resolve({
      stat: () => Promise.resolve({ size: file().bytes.length, modified: file().modified, id: opened.id }),
      statByName: () => this.stat(uri).catch(() => null),
      read: (position, length) => {
        this.bytesRead += Math.min(length, file().bytes.length - position);
        return Promise.resolve(file().bytes.subarray(position, position + length));
      },
      close: () => Promise.resolve(),
    });
  }

  readDirectory(uri: string): ReturnType<FileSystem['readDirectory']> {
    const head = `${uri}/`;
    const below = [...this.#files.keys()]
      .filter((key) => key.startsWith(head))
      .map((key) => key.slice(head.length));
    if (below.length === 0) return Promise.reject(new Error(`no folder ${uri}`));
    const entries = new Map(
      below.map((path) => {
        const [name = '', ...rest] = path.split('/');
        return [
          name,
          {
            name: decodeURIComponent(name),
            type: rest.length === 0 ? ('file' as const) : ('folder' as const),
          },
        ];
      }),
    );
    return Promise.resolve([...entries.values()]);
  }

  stat(uri: string): ReturnType<FileSystem['stat']> {
    const file = this.#files.get(uri);
    if (file === undefined) return Promise.reject(new Error(`no file ${uri}`));
    return Promise.resolve({ size: file.bytes.length, modified: file.modified, id: file.id });
  }
}

/** A client with a server behind it, over two streams in memory. Waits are shortened; nothing else is. */
export class TestClient {
  readonly connection: ProtocolConnection;
  readonly files: MemoryFiles;
  readonly log: string[] = [];
  readonly #diagnostics = new Map<string, PublishDiagnosticsParams>();
  readonly #versions = new Map<string, number>();
  treeChanges = 0;
  #woken: (() => void)[] = [];

  private constructor(files: MemoryFiles, overrides: Partial<Runtime>) {
    this.files = files;
    const up = new PassThrough();
    const down = new PassThrough();
    const runtime: Runtime = {
      files,
      timers: quickTimers,
      createReadPool: null,
      longestDocument: 50 * 1024 * 1024,
      loadCatalogue: () => catalogueData,
      loadCodeTable,
      ...overrides,
    };
    startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), runtime);
    this.connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.#diagnostics.set(params.uri, params);
      this.#wake();
    });
    this.connection.onNotification(treeChangedNotification, () => {
      this.treeChanges++;
      this.#wake();
    });
    this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.log.push(message);
      this.#wake();
    });
    this.connection.listen();
  }

  static async start(
    files: Readonly<Record<string, string>>,
    overrides: Partial<Runtime> = {},
    workspaceFolders: readonly string[] = [],
    capabilities: ClientCapabilities = {},
  ): Promise<TestClient> {
    const client = new TestClient(new MemoryFiles(files), overrides);
    const folders = workspaceFolders.map((uri) => ({ uri, name: uri }));
    await client.connection.sendRequest('initialize', {
      processId: null,
      capabilities,
      workspaceFolders: folders,
    });
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  uri(path: string): string {
    return `${root}/${path}`;
  }

  async open(uri: string, text: string, languageId = 'ccmlog'): Promise<void> {
    this.#versions.set(uri, 1);
    const textDocument = { uri, languageId, version: 1, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  async change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    const textDocument = { uri, version };
    await this.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** The findings last sent for a file, once they satisfy the condition. */
  diagnostics(
    uri: string,
    condition: (params: PublishDiagnosticsParams) => boolean = () => true,
  ): Promise<PublishDiagnosticsParams> {
    return this.until(() => {
      const params = this.#diagnostics.get(uri);
      return params !== undefined && condition(params) ? params : undefined;
    });
  }

  /** Waits for a message from the server that makes `read` give something. Gives up late: only failures pay for it. */
  async until<Value>(read: () => Value | undefined): Promise<Value> {
    const deadline = AbortSignal.timeout(30_000);
    for (;;) {
      const value = read();
      if (value !== undefined) return value;
      await new Promise<void>((resolve, reject) => {
        const tooLate = (): void =>
          reject(new Error(`The server said nothing that fits. Its log: ${this.log.join('\n')}`));
        if (deadline.aborted) return tooLate();
        deadline.addEventListener('abort', tooLate, { once: true });
        this.#woken.push(() => {
          deadline.removeEventListener('abort', tooLate);
          resolve();
        });
      });
    }
  }

  [Symbol.dispose](): void {
    // Ends what runs by itself; the streams have no end that the server would notice.
    void this.connection.sendRequest('shutdown').catch(() => undefined);
    this.connection.dispose();
  }

  #wake(): void {
    const woken = this.#woken;
    this.#woken = [];
    for (const resume of woken) resume();
  }
}

/** Timers that keep their order and do not wait. */
const quickTimers: Runtime['timers'] = {
  now: () => Date.UTC(2026, 10, 21),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, Math.min(milliseconds, 5));
    return () => clearTimeout(timer);
  },
};

let codeTable: string | undefined;

function loadCodeTable(): string {
  const path = new URL('../../server/src/catalogue/codes/error-codes.tsv', import.meta.url);
  return (codeTable ??= buildCodeTable(readFileSync(fileURLToPath(path), 'utf8')));
}
