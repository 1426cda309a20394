/**
 * The borders between the folders, as ARCHITECTURE.md draws them: who may import what, and why.
 * Tests are not bound: they may look inside.
 */
import { builtinModules } from 'node:module';

const nodeModules = ['node:*', ...builtinModules.filter((name) => !name.startsWith('_'))];
const languageServer = [
  'vscode-languageserver',
  'vscode-languageserver/*',
  'vscode-jsonrpc',
  'vscode-jsonrpc/*',
];
const protocolPackages = ['vscode-languageserver-protocol', 'vscode-languageserver-protocol/*'];
const editor = ['vscode', 'vscode-languageclient', 'vscode-languageclient/*'];

/** @typedef {{ group?: string[], regex?: string, message: string, allowTypeImports?: boolean }} Pattern */

/**
 * @param {string[]} files
 * @param {Pattern[]} patterns
 * @param {string[]} ignores
 */
function border(files, patterns, ignores = []) {
  return { files, ignores, rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] } };
}

const catalogueIsData = {
  regex: '^(?!\\.)|^(\\.\\./)+(analysis|cli|shell|protocol|server|main)',
  message: 'The catalogue is plain data: it imports nothing but its own files.',
};

const coreRunsAnywhere = {
  group: [...nodeModules, ...editor, ...languageServer, ...protocolPackages],
  message:
    'The core runs in Node, a worker and a browser alike: text in, findings out. Bytes, clock and connection belong to the shells.',
};
const coreKnowsNoMessages = {
  regex: '(^|/)(protocol|server|main)\\.ts$|(^|/)(cli|shell|client|protocol)/',
  message:
    'The core knows nothing of its shells: protocol, server and command line import the core, never the other way.',
};
const coreTakesCatalogueAsParameter = {
  regex: '(^|/)catalogue/',
  allowTypeImports: true,
  message:
    'The core is given its knowledge as a parameter: import only types from the catalogue (`import type`).',
};
const onlyFeaturesSpeakLsp = {
  group: ['vscode-languageserver-types', 'vscode-languageserver-textdocument'],
  message: 'Only analysis/features/ knows LSP types: before it, positions are offsets.',
};

const shellsUseTheFacade = {
  regex: '(^|/)analysis/(?!index\\.ts$)',
  message: 'Shells use the core through analysis/index.ts: export there what is needed.',
};
const shellsUseTheCatalogueIndex = {
  regex: '(^|/)catalogue/(?!index\\.ts$)',
  message: 'Shells use the catalogue through catalogue/index.ts.',
};
const serverIsNoExtension = {
  group: editor,
  message: 'The server and the command line run without VS Code: speak the protocol instead.',
};

const clientKnowsOnlyTheProtocol = {
  regex: '(^|/)server/(?!src/protocol\\.ts$)',
  message: 'The client asks the server and shows the answer: of server/ it imports src/protocol.ts only.',
};
const clientReadsNoDisk = {
  regex: '^(node:)?(fs|fs/promises)$',
  message: 'Use vscode.workspace.fs: the folder may be remote or virtual.',
};
const clientPackages = {
  regex: '^(?!\\.|vscode$|vscode-languageclient(/|$)|node:|(fs|fs/promises)$)',
  message: 'The client imports only vscode, vscode-languageclient and its own files.',
};

const core = [coreRunsAnywhere, coreKnowsNoMessages, coreTakesCatalogueAsParameter];

export const borders = [
  border(['server/src/catalogue/**/*.ts'], [catalogueIsData]),
  border(
    ['server/src/analysis/**/*.ts'],
    [...core, onlyFeaturesSpeakLsp],
    ['server/src/analysis/features/**'],
  ),
  border(['server/src/analysis/features/**/*.ts'], core),
  border(
    ['server/src/*.ts', 'server/src/{cli,protocol,shell}/**/*.ts'],
    [shellsUseTheFacade, shellsUseTheCatalogueIndex, serverIsNoExtension],
  ),
  border(['client/src/**/*.ts'], [clientKnowsOnlyTheProtocol, clientReadsNoDisk, clientPackages]),
];
