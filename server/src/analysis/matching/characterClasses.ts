/** Classes of characters: digits and letters without their case, blanks, each other character, and the rest. */
export const lastOfWords = 35;
export const blank = 36;
const punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
export const classCount = blank + 1 + punctuation.length + 1;
export const classes = Uint8Array.from({ length: 256 }, (_, byte) => {
  const letter = byte | 0x20;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  if (byte >= 0x41 && letter >= 0x61 && letter <= 0x7a && byte < 0x80) return letter - 0x61 + 10;
  if (byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte >= 0x80) return blank;
  const place = punctuation.indexOf(String.fromCharCode(byte));
  return place < 0 ? classCount - 1 : blank + 1 + place;
});
