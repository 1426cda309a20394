import { codeText, explainTypedCodes, type Analyser } from '../analysis/index.ts';
import type { Console } from './console.ts';
import { exitCodes, type ExitCode } from './exitCodes.ts';

/** `comgmt-lens explain CODE`: every code of what was typed, as any form of a number, an AADSTS name or a symbol. */
export function explainCommand(typed: string, analyser: Analyser, console: Console): ExitCode {
  const codes = explainTypedCodes(analyser.catalogue, typed);
  if (codes.length === 0) {
    console.error(
      `comgmt-lens: "${typed}" holds no code. Give a number as hex (0x80180018 or 80180018) or as decimal (2149056536 or -2145910760), an AADSTS name, or a symbol such as MENROLL_E_USERLICENSE.\n`,
    );
    return exitCodes.wrongUsage;
  }
  console.out(`${codes.map(codeText).join('\n\n')}\n`);
  return exitCodes.analysed;
}
