/** How the lines of the test run begin, in the output of the extension host. */
export const mark = '[vscode-test]';
