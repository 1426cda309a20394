/** An `AADSTSnnnnn` number of the Entra sign-in service in a text. */
export interface SignInErrorMention {
  readonly aadsts: number;
  /** Offsets into the text; the letters belong to the mention. */
  readonly start: number;
  readonly end: number;
}

/** Finds AADSTS numbers in any case, in the order of the text. Linear: the number of digits is bounded. */
export function findSignInErrors(text: string): SignInErrorMention[] {
  const mentions: SignInErrorMention[] = [];
  for (const match of text.matchAll(/AADSTS([0-9]{4,8})(?![0-9])/gi)) {
    mentions.push({ aadsts: Number(match[1]), start: match.index, end: match.index + match[0].length });
  }
  return mentions;
}
