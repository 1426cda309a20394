import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** What the editor calls, line by line. The state of one line goes into the next. */
export interface Tokeniser {
  /** Tokenises all lines and returns the milliseconds it took. */
  run(lines: readonly string[]): number;
}

interface Grammar {
  tokenizeLine2(line: string, state: unknown): { readonly ruleStack: unknown };
}

interface Textmate {
  readonly INITIAL: unknown;
  readonly Registry: new (options: unknown) => { loadGrammar(scope: string): Promise<Grammar | null> };
  parseRawGrammar(content: string, path: string): unknown;
}

interface Oniguruma {
  loadWASM(data: ArrayBufferLike): Promise<void>;
  readonly OnigScanner: new (patterns: string[]) => unknown;
  readonly OnigString: new (text: string) => unknown;
}

/** Makes a tokeniser from the text of a grammar, with the engine of the editor, which the grammar tests bring along. */
export async function loadTokeniser(grammarText: string, scope: string): Promise<Tokeniser> {
  const load = createRequire(createRequire(import.meta.url).resolve('vscode-tmgrammar-test/package.json'));
  const textmate = load('vscode-textmate') as Textmate;
  const oniguruma = load('vscode-oniguruma') as Oniguruma;
  const wasm = readFileSync(load.resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
      createOnigString: (line: string) => new oniguruma.OnigString(line),
    }),
    loadGrammar: () => Promise.resolve(textmate.parseRawGrammar(grammarText, 'grammar.json')),
  });
  const grammar = await registry.loadGrammar(scope);
  if (grammar === null) throw new Error(`The grammar of ${scope} could not be loaded.`);
  return {
    run(lines) {
      const started = performance.now();
      let state = textmate.INITIAL;
      for (const line of lines) state = grammar.tokenizeLine2(line, state).ruleStack;
      return performance.now() - started;
    },
  };
}
