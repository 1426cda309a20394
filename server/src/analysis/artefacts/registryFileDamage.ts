/** Names what is wrong with a line or with data that Windows would not import: mail, forums and editors leave traces. */

export interface Damage {
  readonly id: string;
  readonly message: string;
}

/** Characters of `text` that are looked at: damage shows at the beginning. */
const searched = 400;

/** Why a line is neither key, value, comment nor header. */
export function describeJunkLine(line: string): Damage {
  const text = line.slice(0, searched).trimStart();
  if (text.startsWith('>')) {
    return {
      id: 'quoted-line',
      message: 'The line begins with ">", as quoted mail does; Windows ignores it, and it was not read.',
    };
  }
  const typographic = describeTypography(line.slice(0, searched));
  if (typographic !== null) return typographic;
  if (/^[0-9a-f]{1,2}(?:,|\s*$)/i.test(text)) {
    return {
      id: 'stray-hex',
      message:
        'These bytes continue a value that ended before or was dropped, so Windows ignores the line and they are lost.',
    };
  }
  if (text.includes('\0')) {
    return {
      id: 'nul-characters',
      message:
        'NUL characters stand in this line, as in UTF-16 text that was read as 8-bit; Windows ignores the line.',
    };
  }
  return {
    id: 'ignored-line',
    message: 'The line is neither a key, a value nor a comment; Windows ignores it.',
  };
}

/** What of a word processor or web page is in the text; null where nothing is. */
export function describeTypography(text: string): Damage | null {
  const part = text.slice(0, searched);
  if (/[\u201c-\u201f\u2018\u2019\u00ab\u00bb]/.test(part)) {
    return {
      id: 'curly-quotes',
      message:
        'Typographic quotes stand where plain ones belong, as after pasting from a web page; Windows ignores the line.',
    };
  }
  if (/[\u00a0\u2000-\u200b\u202f\u3000]/.test(part)) {
    return {
      id: 'non-breaking-blank',
      message:
        'A non-breaking or other special blank stands outside the quotes, as after pasting from a web page; Windows ignores the line.',
    };
  }
  return null;
}
