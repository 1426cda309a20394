import { lazyCodeTable } from '../../../server/src/catalogue/index.ts';

/** A table without a row, for tests that are about no code. */
export const noCodes = lazyCodeTable(() => 'comgmt-codes 1\n');
