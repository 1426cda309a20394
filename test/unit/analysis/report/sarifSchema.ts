import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

/** The schema of SARIF 2.1.0 as OASIS publishes it; the README beside it says where it comes from. */
const schema = JSON.parse(
  readFileSync(new URL('../../../fixtures/sarif/sarif-schema-2.1.0.json', import.meta.url), 'utf8'),
) as object;

// Its patterns are written for engines without the `u` flag.
const validate = addFormats
  .default(new Ajv({ allErrors: true, strict: false, unicodeRegExp: false }))
  .compile(schema);

/** What the schema finds wrong with a SARIF log; empty for a valid one. */
export function sarifErrors(text: string): readonly string[] {
  if (validate(JSON.parse(text))) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}
