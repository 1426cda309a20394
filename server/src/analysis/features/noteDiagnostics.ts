import type { Diagnostic } from 'vscode-languageserver-types';
import { diagnosticSource } from './diagnostics.ts';
import { oneLine } from './oneLine.ts';
import { plainMarkdown } from './plainMarkdown.ts';
import { severities } from './protocolValues.ts';
import type { ShownNote } from './shownNote.ts';

/** What people named the cause in a file: a warning, which becomes information when it is resolved. */
export function noteDiagnosticsOf(notes: readonly ShownNote[], uri: string): Diagnostic[] {
  return notes.flatMap(({ mark, location, state, comments }) => {
    if (mark !== 'cause' || location?.uri !== uri) return [];
    const [comment] = comments;
    const author = comment === undefined || comment.author === '' ? '' : ` by ${comment.author}`;
    const text = comment === undefined ? '' : `: ${oneLine(plainMarkdown(comment.markdown), 300)}`;
    return [
      {
        range: location.range,
        severity: state === 'open' ? severities.warning : severities.information,
        source: diagnosticSource,
        code: 'note',
        message: `Marked as the cause${author}${text}`,
      },
    ];
  });
}
