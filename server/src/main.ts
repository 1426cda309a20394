import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { CatalogueData } from './catalogue/index.ts';
import { startServer } from './server.ts';
import { nodeFiles } from './shell/nodeFiles.ts';
import { createNodeReadPool } from './shell/nodeReadPool.ts';
import { nodeTimers } from './shell/nodeTimers.ts';

// The libraries drop promises of their own, such as those of progress. One that is rejected while the connection
// closes is no reason to end; the client reads what is written here into its log.
process.on('unhandledRejection', (error) => console.error('Nobody waited for this:', error));

/** The entry of the language server in Node. The bundle lies in `dist/`, beside the data. */
startServer(createConnection(ProposedFeatures.all), {
  files: nodeFiles,
  timers: nodeTimers,
  // VS Code's own limit, which it calls 50 MB.
  longestDocument: 50 * 1024 * 1024,
  createReadPool: (messages) => createNodeReadPool(join(__dirname, 'worker.js'), messages),
  loadCatalogue: () => JSON.parse(readFileSync(join(__dirname, 'catalogue.json'), 'utf8')) as CatalogueData,
  loadCodeTable: () => readFileSync(join(__dirname, 'codes.tsv'), 'utf8'),
});
