import type { DiagnosticSeverity, MarkupKind, SymbolKind } from 'vscode-languageserver-types';

/**
 * The few values of the protocol that answers are made of. The library has them too, in 22 KB of which a bundle can
 * leave nothing out; a test holds these to its own.
 */
export const severities = { error: 1, warning: 2, information: 3, hint: 4 } as const satisfies Readonly<
  Record<string, DiagnosticSeverity>
>;

export const symbolKinds = { namespace: 3, field: 8, event: 24 } as const satisfies Readonly<
  Record<string, SymbolKind>
>;

export const markdown = 'markdown' satisfies MarkupKind;
