import { readIdNumber } from '../../facts/domain/id-number.ts';

/** What of a person stands in a text that everybody will read. */
export type PersonalNumber = 'identity_number' | 'mobile_number';

const identityNumber = /(?<!\d)\d{17}[\dXx](?!\d)/gu;
const mobileNumber = /(?<!\d)1[3-9]\d{9}(?!\d)/u;

/** The first kind of a person's number in a text that is to be public; `undefined`: none. */
export function personalNumberIn(text: string): PersonalNumber | undefined {
  const candidates = text.match(identityNumber) ?? [];
  if (candidates.some((candidate) => readIdNumber(candidate.toUpperCase()).ok))
    return 'identity_number';
  return mobileNumber.test(text) ? 'mobile_number' : undefined;
}
