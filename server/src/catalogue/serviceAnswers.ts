/**
 * Codes with which the enrollment service itself answers, or that come of what it sent: they prove that the device
 * reached the service, so that it knows its address. Codes of the way there (no route, TLS, an answer that a proxy
 * may have written) and of Windows alone are not among them. By their meaning in the table of codes.
 */
export const serviceAnswers: readonly number[] = [
  0x80180003, 0x80180004, 0x80180005, 0x80180006, 0x80180013, 0x80180014, 0x80180015, 0x80180016, 0x80180017,
  0x80180018, 0x80180019, 0x8018001e, 0x8018001f, 0x80180020, 0x80180021, 0x80180022, 0x80180023, 0x80180025,
  0x80180032, 0x80180033,
];
