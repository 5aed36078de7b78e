import { ok } from '@luodi/kernel';
import { expect, test } from 'vitest';
import { SheetReader } from '../../src/facts/reading/sheet-reader.ts';
import { readSheet } from '../../src/facts/reading/read-sheet.ts';
import { sheetLimits } from '../../src/facts/reading/sheet-limits.ts';

const csv = (name: string, lines: readonly string[]) => ({
  name,
  bytes: new TextEncoder().encode(lines.join('\n')),
});
const small = csv('小.csv', ['名称,人数', '演示企业,12']);
const large = csv('大.csv', [
  '名称,人数',
  ...Array.from({ length: 99_000 }, (_, i) => `企业${i},${i}`),
]);

const reader = new SheetReader();

test('a table is read as it is where one waits for it, however many rows it has', async () => {
  expect(await reader.read(large)).toEqual(await readSheet(large));
});

test('a table that cannot be read is refused in the same words', async () => {
  const empty = csv('空.csv', []);
  expect(await reader.read(empty)).toEqual(await readSheet(empty));
});

test('tables are read in the order in which they came, and what else is asked goes before', async () => {
  const order: string[] = [];
  const note = (name: string) => () => order.push(name);
  const both = [reader.read(large).then(note('first')), reader.read(small).then(note('second'))];
  await new Promise((resolve) => setImmediate(resolve));
  order.push('asked meanwhile');
  await Promise.all(both);
  expect(order).toEqual(['asked meanwhile', 'first', 'second']);
});

test('who goes away ends the reading; the next table is read all the same', async () => {
  const gone = new AbortController();
  const reading = reader.read(large, sheetLimits, gone.signal);
  const next = reader.read(small);
  await new Promise((resolve) => setImmediate(resolve));
  gone.abort();
  expect(await reading).toMatchObject({ error: { code: 'cancelled' } });
  expect(await next).toMatchObject(ok({ rows: [{ number: 1 }, { number: 2 }] }));
  expect(await reader.read(small, sheetLimits, gone.signal)).toMatchObject({
    error: { code: 'cancelled' },
  });
});

test('a table that takes too long is given up', async () => {
  const limits = { ...sheetLimits, milliseconds: 1 };
  expect(await reader.read(large, limits)).toMatchObject({ error: { code: 'too_slow' } });
  expect(await reader.read(small)).toMatchObject({ ok: true });
});

test('a table that takes too much memory is given up', async () => {
  const narrow = new SheetReader(24);
  expect(await narrow.read(large)).toMatchObject({
    error: { code: 'too_large', message: { zh: expect.stringContaining('内存') } },
  });
});
