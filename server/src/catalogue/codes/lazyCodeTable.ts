import type { CodeTable } from '../types.ts';
import { numberSpaces } from './numberSpaces.ts';
import { parseCodeTable } from './table.ts';

/**
 * A code table that is read at the first look-up. `load` gives the compact text (see generate.ts) and is called at
 * most once; what it throws is thrown by that look-up, and it is asked again by the next.
 */
export function lazyCodeTable(load: () => string): CodeTable {
  let loaded: CodeTable | undefined;
  const table = (): CodeTable => (loaded ??= parseCodeTable(load()));
  return {
    get size() {
      return table().size;
    },
    numberSpaces,
    lookup: (value, context) => table().lookup(value, context),
    lookupSignIn: (aadsts) => table().lookupSignIn(aadsts),
    lookupSymbol: (symbol) => table().lookupSymbol(symbol),
  };
}
