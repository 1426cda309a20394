import { codeText, explainCode, explainSignInError, parseCode, type Analyser } from '../analysis/index.ts';
import type { Console } from './console.ts';
import { exitCodes, type ExitCode } from './exitCodes.ts';

/** `comgmt-lens explain CODE`: any form of a number, or an AADSTS name. */
export function explainCommand(typed: string, analyser: Analyser, console: Console): ExitCode {
  const parsed = parseCode(typed);
  if (parsed === null) {
    console.error(
      `comgmt-lens: "${typed}" holds no code. Give a number as hex (0x80180018 or 80180018), as decimal (2149056536 or -2145910760), or an AADSTS name.\n`,
    );
    return exitCodes.wrongUsage;
  }
  const { codes } = analyser.catalogue;
  const explanation =
    parsed.form === 'sign-in' ? explainSignInError(codes, parsed.value) : explainCode(codes, parsed.value);
  console.out(`${codeText(explanation)}\n`);
  return exitCodes.analysed;
}
