/** A real VS Code, with nothing but the npm registry: what tests and scripts use of this folder. */
export { openBrowser, openWorkbench, type OpenBrowser } from './browser.ts';
export { installVsCode } from './codeServer.ts';
export { runInHost, type HostRun } from './inHost.ts';
export { withPackagedExtension } from './packaged.ts';
export { startVsCode, type VsCode, type VsCodeOptions } from './server.ts';
export { withTemporaryFolder } from './temporary.ts';
export { openEnrollmentView, openFile, pick, runCommand, treeRow, widenSideBar } from './workbench.ts';
