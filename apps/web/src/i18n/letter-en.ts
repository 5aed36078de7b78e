import type { LetterTexts } from './letter-zh.ts';

/** The words around the letters of a case, in English. */
export const letterEn: LetterTexts = {
  title: 'Letters',
  intro:
    'Official letters are written in Chinese. Read, print, or download them as Word documents.',
  kinds: {
    automatic_notice: 'Notice of an automatic grant',
    acceptance: 'Acknowledgement of the application',
    supplement: 'Request for completion',
    refusal: 'Decision of refusal',
    grant: 'Decision to pay',
    recovery: 'Order to pay back',
  },
  about: {
    automatic_notice: 'tells the enterprise what it is to get, on what grounds, and how to object',
    acceptance: 'confirms the application, with its papers and the steps to come',
    supplement: 'lists everything that is missing, once',
    refusal: 'names the condition that failed and quotes the clause',
    grant: 'states the sum, quotes the clause, and says on which facts and how to check it',
    recovery: 'states what is to be paid back, why, and on what grounds',
  },
  view: (name: string) => `Read: ${name}`,
  word: 'Download Word',
  wordOf: (name: string) => `Download Word: ${name}`,
  print: 'Print',
  back: 'Back to the case',
  missing: 'The case does not have this letter now.',
};
