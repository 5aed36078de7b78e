import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { sendJson } from './json-answer.ts';

for (const c of [
  {
    name: 'safe whole numbers',
    value: { fen: 30_000_000n, none: undefined, open: null },
    text: '{"fen":30000000,"open":null}',
  },
  {
    name: 'whole numbers of any size',
    value: { fen: 9_007_199_254_740_993n, list: [1n] },
    text: '{"fen":9007199254740993,"list":[1]}',
  },
])
  test(`${c.name} print as integer literals`, async () => {
    const app = new Hono().get('/', (context) => sendJson(context, c.value));
    expect(await (await app.request('/')).text()).toBe(c.text);
  });
