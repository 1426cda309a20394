/** The first sentence of a text, with its full stop. An abbreviation or a number with a dot ends none. */
export function firstSentence(text: string): string {
  const head = text.slice(0, longestSentence);
  const end = /[.!?](?= [A-Z0-9]|$)/.exec(head)?.index;
  if (end !== undefined) return head.slice(0, end + 1);
  return text.length > longestSentence ? `${head.trimEnd()}…` : head;
}

/** Texts of services are of any length. */
const longestSentence = 300;
