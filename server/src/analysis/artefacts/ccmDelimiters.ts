/** What a record of the CCM format begins with, before its message. */
export const ccmOpener = '<![LOG[';

/** What its message ends with, before its attributes. */
export const ccmCloser = ']LOG]!>';
