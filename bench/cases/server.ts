import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { statusRequest } from '../../server/src/protocol.ts';
import type { BenchData } from '../data.ts';
import { median, quantile, type Measurement } from '../measurement.ts';
import { pseudoRandom } from '../pseudoRandom.ts';
import { echoScript, ServerProcess, serverScript } from '../server/serverProcess.ts';

/** From didOpen of 10 MB to its diagnostics, cold and warm, beside a server that only answers. */
export async function openDocument({ openLog }: BenchData): Promise<Measurement> {
  const text = readFileSync(openLog, 'latin1');
  const echo = await openTimes(echoScript, text);
  const server = await openTimes(serverScript, text);
  return {
    milliseconds: server.cold,
    figures: {
      'echo cold ms': echo.cold,
      'echo warm ms': echo.warm,
      'cold ms': server.cold,
      'warm ms': server.warm,
      'cold / echo': server.cold / echo.cold,
      'warm / echo': server.warm / echo.warm,
    },
  };
}

/** Hovers over a document of 10 MB, beside requests that nobody knows, on the same connection. */
export async function hover({ openLog }: BenchData): Promise<Measurement> {
  const text = readFileSync(openLog, 'latin1');
  const server = new ServerProcess(serverScript);
  await server.initialize(null);
  const uri = documentUri('Hover.log');
  await server.open(uri, text);
  const next = pseudoRandom(5);
  const hoverOnce = () => server.hover(uri, Math.floor(next() * 40_000), 12);
  const echoOnce = () => server.echo();
  for (let i = 0; i < 50; i++) await Promise.all([hoverOnce(), echoOnce()]);
  const hovers: number[] = [];
  const echoes: number[] = [];
  for (let i = 0; i < 500; i++) {
    hovers.push(await elapsed(hoverOnce));
    echoes.push(await elapsed(echoOnce));
  }
  server.end();
  return {
    milliseconds: quantile(hovers, 0.99),
    figures: {
      'hover p50 ms': median(hovers),
      'hover p99 ms': quantile(hovers, 0.99),
      'echo p99 ms': quantile(echoes, 0.99),
      'hover p99 / echo p99': quantile(hovers, 0.99) / quantile(echoes, 0.99),
    },
  };
}

/** The folder is read by the server while somebody hovers every few milliseconds. */
export async function hoverDuringScan({ openLog, folder }: BenchData): Promise<Measurement> {
  const text = readFileSync(openLog, 'latin1').slice(0, 1_000_000);
  const server = new ServerProcess(serverScript);
  await server.initialize(null);
  const uri = documentUri('Hover.log');
  await server.open(uri, text);
  for (let i = 0; i < 50; i++) await server.hover(uri, i, 12);
  const scanning = { goesOn: true };
  const started = performance.now();
  const scan = server.connection
    .sendRequest(statusRequest.method, { roots: [pathToFileURL(folder).href], uri: null })
    .finally(() => (scanning.goesOn = false));
  const times: number[] = [];
  while (scanning.goesOn) {
    times.push(await elapsed(() => server.hover(uri, times.length % 3000, 12)));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await scan;
  const milliseconds = performance.now() - started;
  const resident = residentMegabytes(server.pid);
  server.end();
  return {
    milliseconds,
    figures: {
      'hover p50 ms': median(times),
      'hover p99 ms': quantile(times, 0.99),
      'hover max ms': Math.max(...times),
      hovers: times.length,
      'RSS MB': resident,
    },
  };
}

/** One typed character in a document of 10 MB: from the change to the next answer, beside the text's own update. */
export async function editDocument({ openLog }: BenchData): Promise<Measurement> {
  const text = readFileSync(openLog, 'latin1');
  const server = new ServerProcess(serverScript);
  await server.initialize(null);
  const uri = documentUri('Edit.log');
  await server.open(uri, text);
  const place = { line: 20_000, character: 12 };
  const change = { range: { start: place, end: place }, text: 'x' };
  for (let i = 0; i < 5; i++) await server.hover(uri, i, 12);
  const ours: number[] = [];
  for (let version = 2; version < 32; version++) {
    ours.push(
      await elapsed(async () => {
        await server.change(uri, version, change);
        await server.hover(uri, 20_000, 12);
      }),
    );
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  server.end();
  const document = TextDocument.create(uri, 'ccmlog', 1, text);
  document.positionAt(text.length);
  const updates: number[] = [];
  for (let version = 2; version < 32; version++) {
    updates.push(
      await elapsed(() => {
        TextDocument.update(document, [change], version);
        return Promise.resolve(document.positionAt(text.length));
      }),
    );
  }
  const update = median(updates);
  return {
    milliseconds: median(ours),
    figures: {
      'change to hover p50 ms': median(ours),
      'update alone p50 ms': update,
      'our part / update': Math.max(0, median(ours) - update) / update,
    },
  };
}

/** From the start of the process to the answer to `initialize`, beside a process that does nothing. */
export async function start(): Promise<Measurement> {
  const empty: number[] = [];
  const ours: number[] = [];
  for (let i = 0; i < 5; i++) {
    empty.push(
      await elapsed(async () => {
        const child = fork(join(import.meta.dirname, '../server/emptyProcess.mjs'));
        await once(child, 'message');
        child.kill();
      }),
    );
    ours.push(
      await elapsed(async () => {
        const server = new ServerProcess(serverScript);
        await server.initialize(null);
        server.end();
      }),
    );
  }
  return {
    milliseconds: median(ours),
    figures: {
      'empty process ms': median(empty),
      'beyond that ms': median(ours) - median(empty),
      'server KB': kilobytes('server.js'),
      'server and core KB': kilobytes('server.js', 'core.js'),
      'data KB': kilobytes('catalogue.json', 'codes.tsv'),
    },
  };
}

function kilobytes(...names: readonly string[]): number {
  return names.reduce((sum, name) => sum + statSync(join(serverScript, '..', name)).size / 1024, 0);
}

async function openTimes(
  script: string,
  text: string,
): Promise<{ readonly cold: number; readonly warm: number }> {
  const server = new ServerProcess(script);
  await server.initialize(null);
  const cold = await elapsed(() => server.open(documentUri('Cold.log'), text));
  const warm: number[] = [];
  for (let i = 0; i < 3; i++) {
    warm.push(await elapsed(() => server.open(pathToFileURL(`/nowhere/warm${i}/A.log`).href, text)));
  }
  server.end();
  return { cold, warm: median(warm) };
}

/** Each in a folder of its own that does not exist, so that no file beside it is read. */
function documentUri(name: string): string {
  return pathToFileURL(`/nowhere/${name}/${name}`).href;
}

async function elapsed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** The most that a process ever held; NaN where the system does not tell. */
function residentMegabytes(pid: number): number {
  try {
    const [, kilobytes = 'NaN'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return Number.NaN;
  }
}
