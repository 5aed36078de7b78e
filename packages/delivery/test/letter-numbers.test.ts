import { readAs, verifyJournal } from '@luodi/platform';
import { beforeAll, expect, test } from 'vitest';
import { numberLetters } from '../src/index.ts';
import type { LetterToNumber } from '../src/index.ts';
import { onEveryDatabase } from './support/every-database.ts';
import { at, caseId, payer, seedMoney, system } from './support/money-seed.ts';

function grantOf(place: number, year = 2026, organisation = 'city'): LetterToNumber {
  return { case: caseId(place), kind: 'grant', about: 'decision', organisation, year };
}

onEveryDatabase('numbers of letters', ({ database }) => {
  const number = async (letters: readonly LetterToNumber[]) =>
    (await numberLetters(database().queries, letters, at)).map((each) => each.number);

  beforeAll(async () => {
    await seedMoney(database(), 12, 10_000n);
  }, 60_000);

  test('run from 1 in the order of the letters of a case, and stay', async () => {
    const letters = [grantOf(0), { ...grantOf(0), kind: 'recovery', about: 'r1' }];
    expect(await number(letters)).toEqual([1, 2]);
    expect(await number(letters)).toEqual([1, 2]);
    expect(await number([{ ...grantOf(0), kind: 'recovery', about: 'r2' }])).toEqual([3]);
  });

  test('are given once each and none is left out when many letters are read at the same time', async () => {
    const cases = Array.from({ length: 10 }, (_, place) => place + 1);
    // Everybody reads twice at the same time.
    const read = await Promise.all([...cases, ...cases].map((place) => number([grantOf(place)])));
    const given = read.flat();
    expect([...new Set(given)].sort((a, b) => a - b)).toEqual(cases.map((place) => place + 3));
    expect(given.slice(0, 10)).toEqual(given.slice(10));
  }, 30_000);

  test('begin anew with the year, and for every body', async () => {
    expect(await number([grantOf(11, 2027)])).toEqual([1]);
    expect(await number([{ ...grantOf(11), about: 'other', organisation: payer }])).toEqual([1]);
    expect(await number([{ ...grantOf(11), about: 'third' }])).toEqual([14]);
  });

  test('stand in the journal, each once', async () => {
    const entries = await readAs(database().queries, system, (transaction) =>
      transaction
        .selectFrom('journal')
        .select('detail')
        .where('action', '=', 'letter.number')
        .execute(),
    );
    expect(entries).toHaveLength(16);
    expect(await verifyJournal(database().queries)).toMatchObject({ kind: 'whole' });
  });
});
