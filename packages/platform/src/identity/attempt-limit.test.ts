import { fail, ok } from '@luodi/kernel';
import { beforeEach, expect, test } from 'vitest';
import { AttemptLimit } from './attempt-limit.ts';

const minute = 60_000;
const start = new Date('2026-06-01T01:00:00Z');
const after = (minutes: number) => new Date(start.getTime() + minutes * minute);

let limit: AttemptLimit;
beforeEach(() => {
  limit = new AttemptLimit(2, 15 * minute);
});

const isWrong = (outcome: string) => outcome === 'wrong';
const tried = (outcome: 'right' | 'wrong', at = start) =>
  limit.attempt('one', at, async () => outcome, isWrong);

test('what was in vain counts, until the stretch is over', async () => {
  await tried('wrong');
  await tried('wrong', after(5));
  expect(await tried('right', after(6))).toEqual(fail({ code: 'spent' }));
  expect(await tried('right', after(15))).toEqual(ok('right'));
});

test('another address has its own', async () => {
  await tried('wrong');
  await tried('wrong');
  expect(await limit.attempt('another', start, async () => 'right', isWrong)).toEqual(ok('right'));
});

test('what succeeds, or cannot be tried at all, costs nothing', async () => {
  const broken = limit.attempt('one', start, () => Promise.reject(new Error('away')), isWrong);
  await expect(broken).rejects.toThrow('away');
  await tried('right');
  await tried('wrong');
  expect(await tried('right')).toEqual(ok('right'));
});

test('those under way at once are no more than are left, and who comes besides is told to wait', async () => {
  const ends: (() => void)[] = [];
  const slowly = () =>
    limit.attempt(
      'one',
      start,
      () => new Promise<string>((resolve) => ends.push(() => resolve('right'))),
      isWrong,
    );
  const under = [slowly(), slowly()];
  expect(await tried('right')).toEqual(fail({ code: 'under_way' }));
  for (const end of ends) end();
  expect(await Promise.all(under)).toEqual([ok('right'), ok('right')]);
  expect(await tried('right')).toEqual(ok('right'));
});

test('of many addresses the one longest silent is forgotten', async () => {
  const small = new AttemptLimit(1, 15 * minute, 2);
  for (const address of ['a', 'b', 'c'])
    await small.attempt(address, start, async () => 'wrong', isWrong);
  expect(await small.attempt('c', start, async () => 'right', isWrong)).toEqual(
    fail({ code: 'spent' }),
  );
  expect(await small.attempt('a', start, async () => 'right', isWrong)).toEqual(ok('right'));
});
