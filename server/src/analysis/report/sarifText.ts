/**
 * Text as a SARIF message that shows exactly this text. `[text](address)` would become a link in it; a blank between
 * the brackets ends that in every viewer, also in those that do not know the standard's backslash.
 */
export function sarifText(text: string): string {
  return text.replace(/\](?=\()/g, '] ');
}

/** A clean path (`cleanText`) as a uri relative to the folder of the case; never one that leads out of it or has a scheme. */
export function relativeUri(path: string): string {
  return path
    .split(/[\\/]/)
    .filter((name) => name !== '' && name !== '.' && name !== '..')
    .map((name) => encodeURIComponent(name))
    .join('/');
}
