import {
  noChoices,
  nothingBeside,
  redactCase,
  type RedactionChoices,
} from '../../../../server/src/analysis/index.ts';
import { analyser } from '../checkCase.ts';

/** One text of a case, redacted. `name` says what kind of file it is. */
export function redactText(text: string, name = 'Any.log', choices: RedactionChoices = noChoices): string {
  const reading = analyser.read(name, text, 'utf-8', text.length);
  return redactCase('case', [reading], nothingBeside, choices, analyser).files[0]?.text ?? '';
}
