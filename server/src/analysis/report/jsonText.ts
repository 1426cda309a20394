/**
 * A value as JSON in which nothing acts before it is parsed: characters that steer a terminal or turn the direction
 * of text stand there as `\uXXXX`. The value is the same.
 */
export function jsonText(value: unknown, indentation = 0): string {
  return JSON.stringify(value, null, indentation).replace(
    /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
