import type { Kysely } from 'kysely';
import { ok } from '@luodi/kernel';
import { readAs, runCommand, systemActor } from '@luodi/platform';
import type { CommandFault, Schema } from '@luodi/platform';
import { z } from 'zod';
import { lettersWithNumber, takeNumber } from '../store/letters.ts';
import type { LetterNumber, LetterOfCase } from '../store/letters.ts';

/** A letter that is written, and in whose register of which year it belongs. */
export interface LetterToNumber extends LetterOfCase, Omit<LetterNumber, 'number'> {}

const outcomeSchema = z.strictObject({
  organisation: z.string(),
  year: z.number(),
  number: z.number(),
});

const job = systemActor('letters');

function sameLetter(a: Omit<LetterOfCase, 'case'>, b: Omit<LetterOfCase, 'case'>): boolean {
  return a.kind === b.kind && a.about === b.about;
}

/** Gives one letter its number. The key is the letter itself: two who read it first at the same time get the same. */
async function numberLetter(
  queries: Kysely<Schema>,
  { case: id, kind, about, organisation, year }: LetterToNumber,
  at: Date,
): Promise<LetterNumber> {
  const letter = { case: id, kind, about };
  const key = `letter ${id} ${kind} ${about}`;
  const done = await runCommand<LetterNumber, CommandFault>(
    queries,
    { key, name: 'letter.number', actor: job, input: letter, at },
    async (transaction) => {
      const number = await takeNumber(transaction, letter, { organisation, year }, at);
      const outcome = { organisation, year, number };
      const detail = { kind, about, ...outcome };
      return ok({ outcome, entry: { action: 'letter.number', subject: id, reason: '', detail } });
    },
    (data) => outcomeSchema.parse(data),
  );
  if (done.ok) return done.value;
  throw new Error(`letter ${kind} of ${id} got no number: ${done.error.code}`);
}

/**
 * 文号: the numbers of letters of one case, in the order given. A letter gets its number when it is first read, and keeps it; each number of a
 * body's year is given once and none is left out.
 */
export async function numberLetters(
  queries: Kysely<Schema>,
  letters: readonly LetterToNumber[],
  at: Date,
): Promise<readonly LetterNumber[]> {
  const [first] = letters;
  if (first === undefined) return [];
  const known = await readAs(queries, job, (transaction) =>
    lettersWithNumber(transaction, first.case),
  );
  const numbers: LetterNumber[] = [];
  for (const letter of letters) {
    const kept = known.find((each) => sameLetter(each, letter));
    numbers.push(kept ?? (await numberLetter(queries, letter, at)));
  }
  return numbers;
}
