/** A module of `server/wasm`, from the text that the core holds it as. Throws where that is no module: a fault of ours. */
export function wasmModule(base64: string): WebAssembly.Module {
  return new WebAssembly.Module(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
}

/** Addresses and other numbers that a module exports, by name. */
export type WasmNumbers<Name extends string> = Readonly<Record<Name, WebAssembly.Global>>;

/** The number that a module exports under a name. */
export function numberIn<Name extends string>(exports: WasmNumbers<Name>, name: Name): number {
  return Number(exports[name].value);
}
