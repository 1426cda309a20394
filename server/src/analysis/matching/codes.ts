/** A number in a text that is an error code. Stub: the code reader comes with the matching work. */
export interface CodeMention {
  /** Unsigned 32-bit. */
  readonly value: number;
  /** Offsets into the text that was read. */
  readonly start: number;
  readonly end: number;
  /** How it was written. */
  readonly form: 'hex' | 'bare-hex' | 'signed' | 'unsigned' | 'nine-digit';
}
