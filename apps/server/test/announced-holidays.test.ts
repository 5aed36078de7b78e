import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal, ok } from '@luodi/kernel';
import { addWorkingDays } from '@luodi/platform';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAnnouncedHolidays } from '../src/delivery/announced-holidays.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luodi-holidays-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function written(text: string) {
  await writeFile(join(folder, 'holidays.yaml'), text);
  return readAnnouncedHolidays(folder);
}

test('without a file there are no years besides those of the program', async () => {
  expect(await readAnnouncedHolidays(folder)).toEqual([]);
});

test('a year that was announced is reckoned with at once', async () => {
  const years = await written(
    '年份:\n  - { 年: 2040, 来源: 演示, 放假: [2040-01-02, 2040-01-03], 上班: [2040-01-07] }\n',
  );
  const sunday = Temporal.PlainDate.from('2040-01-01');
  // Wednesday is the first day worked, then Thursday, Friday and the Saturday that makes up.
  expect(addWorkingDays(sunday, 4, years)).toEqual(ok(Temporal.PlainDate.from('2040-01-07')));
});

const faults = [
  {
    name: 'a day of another year',
    text: '年份:\n  - { 年: 2040, 来源: 演示, 放假: [2041-01-01], 上班: [] }\n',
    says: '都要在这一年里',
  },
  {
    name: 'a day both off and worked',
    text: '年份:\n  - { 年: 2040, 来源: 演示, 放假: [2040-01-02], 上班: [2040-01-02] }\n',
    says: '不能既放假又上班',
  },
  {
    name: 'a year without its source',
    text: '年份:\n  - { 年: 2040, 放假: [2040-01-02], 上班: [] }\n',
    says: '来源',
  },
];

for (const { name, text, says } of faults)
  test(`${name} is refused with the file and the place`, async () => {
    await expect(written(text)).rejects.toThrow(says);
    await expect(written(text)).rejects.toThrow('holidays.yaml');
  });
