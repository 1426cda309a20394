import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DiagnosticSeverity, MarkupKind, SymbolKind } from 'vscode-languageserver-types';
import {
  markdown,
  severities,
  symbolKinds,
} from '../../../../server/src/analysis/features/protocolValues.ts';

test('the values of the protocol are those of its library', () => {
  const { Error, Warning, Information, Hint } = DiagnosticSeverity;
  assert.deepEqual(severities, { error: Error, warning: Warning, information: Information, hint: Hint });
  const { Namespace, Field, Event } = SymbolKind;
  assert.deepEqual(symbolKinds, { namespace: Namespace, field: Field, event: Event });
  assert.equal(markdown, MarkupKind.Markdown);
});
