import { createRequire } from 'node:module';
import Ajv4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const require = createRequire(import.meta.url);

/** The SARIF 2.1.0 schema, as Microsoft's SARIF SDK for JavaScript ships it (2.1.0-rtm.5, the published standard). */
const schema = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as object;

const validate = addFormats
  .default(new Ajv4.default({ allErrors: true, strict: false, unicodeRegExp: false }))
  .compile(schema);

/** What the schema finds wrong with a SARIF log; empty for a valid one. */
export function sarifErrors(text: string): readonly string[] {
  if (validate(JSON.parse(text))) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}
