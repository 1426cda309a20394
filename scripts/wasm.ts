/** Compiles server/wasm, the parts of the core that are WebAssembly, into the texts that the core holds them as. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compiledModules } from './wasmModules.ts';
import { repository } from './terminal.ts';

for (const { file, content } of compiledModules()) writeFileSync(join(repository, file), content);
