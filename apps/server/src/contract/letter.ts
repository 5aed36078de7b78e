import { z } from 'zod';

/** Letters of a case, in the order in which they can come. */
export const letterKind = z
  .enum(['automatic_notice', 'acceptance', 'supplement', 'refusal', 'grant', 'recovery'])
  .meta({ id: 'LetterKind' });
export type LetterKind = z.infer<typeof letterKind>;

const letterPart = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('paragraph'), text: z.string() }),
    z.strictObject({ kind: z.literal('heading'), text: z.string() }),
    z
      .strictObject({ kind: z.literal('quote'), text: z.string(), source: z.string() })
      .meta({ description: 'Words of an official document with the place they stand' }),
    z.strictObject({
      kind: z.literal('table'),
      columns: z.array(z.string()),
      rows: z.array(z.array(z.string())),
    }),
  ])
  .meta({ id: 'LetterPart' });
export type LetterPart = z.infer<typeof letterPart>;

const letter = z
  .strictObject({
    title: z.string(),
    number: z.string(),
    addressee: z.string().meta({ description: 'Empty: to everybody' }),
    parts: z.array(letterPart),
    signature: z.array(z.string()).meta({ description: 'The bodies whose letter it is' }),
    date: z.iso.date(),
  })
  .meta({ id: 'Letter' });
export type LetterJson = z.infer<typeof letter>;

/** `GET /api/cases/{id}/letters`: what the state of the case allows. */
export const lettersResponse = z.strictObject({
  letters: z.array(letter.extend({ kind: letterKind }).meta({ id: 'CaseLetter' })),
});
export type LettersResponse = z.infer<typeof lettersResponse>;

/** `GET /api/cases/letter` */
export const letterQuery = z.object({ id: z.string().min(1).max(200), kind: letterKind });
