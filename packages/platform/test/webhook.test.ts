import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  deliverNotices,
  notify,
  openDatabase,
  readAs,
  sendToWebhook,
  systemActor,
} from '../src/index.ts';
import type { Database, WebhookSettings } from '../src/index.ts';

interface Received {
  readonly body: string;
  readonly signature: string | undefined;
  readonly key: string | undefined;
}

const at = new Date('2026-03-01T01:00:00Z');
const secret = 'only for this test';

let database: Database;
let server: Server;
let webhook: WebhookSettings;
let received: Received[] = [];
/** What the other side answers, one after the other; 200 when there is no more. */
let statuses: number[] = [];

function header(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

beforeAll(async () => {
  const opened = await openDatabase({ kind: 'memory' });
  if (!opened.ok) throw new Error(opened.error.message.en);
  database = opened.value;
  await database.queries
    .insertInto('organisation')
    .values({ id: 'e:1', kind: 'enterprise', name: '甲', name_en: 'Jia' })
    .execute();
  server = createServer((request, response) => {
    void text(request).then((body) => {
      const { 'x-luodi-signature': signature, 'idempotency-key': key } = request.headers;
      received.push({ body, signature: header(signature), key: header(key) });
      response.writeHead(statuses.shift() ?? 200, { location: '/elsewhere' }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a port was expected');
  webhook = { address: new URL(`http://127.0.0.1:${address.port}/notices`), secret };
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await database.close();
});
beforeEach(async () => {
  received = [];
  statuses = [];
  await database.queries.deleteFrom('notification').execute();
});

async function tell(...subjects: readonly string[]): Promise<void> {
  await readAs(database.queries, systemActor('test'), (transaction) =>
    notify(
      transaction,
      subjects.map((subject) => ({
        organisation: 'e:1',
        subject,
        kind: 'told',
        words: { zh: `关于${subject}`, en: `about ${subject}` },
      })),
      at,
    ),
  );
}

function deliver(): Promise<number> {
  const send = sendToWebhook.bind(undefined, webhook);
  return deliverNotices(database.queries, send, () => at);
}

function subjects(): readonly string[] {
  return received.map(({ body }) => {
    const { subject } = JSON.parse(body) as { subject: string };
    return subject;
  });
}

test('notices go out once, in order', async () => {
  await tell('case:1', 'case:2');
  expect(await deliver()).toBe(2);
  expect(await deliver()).toBe(0);
  expect(subjects()).toEqual(['case:1', 'case:2']);
});

test('a notice says what it is about, and shows that it comes from here', async () => {
  await tell('case:1');
  await deliver();
  const [{ body, signature, key } = { body: '', signature: '', key: '' }] = received;
  const { id, ...notice } = JSON.parse(body) as { id: string };
  expect(notice).toEqual({
    organisation: 'e:1',
    subject: 'case:1',
    kind: 'told',
    words: { zh: '关于case:1', en: 'about case:1' },
    at: at.toISOString(),
  });
  expect(key).toBe(`notice-${id}`);
  expect(signature).toBe(`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`);
});

for (const status of [301, 404, 500])
  test(`what is answered by ${status} comes again, and what follows waits`, async () => {
    await tell('case:1', 'case:2', 'case:3');
    statuses = [200, status];
    expect(await deliver()).toBe(1);
    expect(await deliver()).toBe(2);
    expect(subjects()).toEqual(['case:1', 'case:2', 'case:2', 'case:3']);
  });

test('a side that is away loses nothing', async () => {
  await tell('case:1');
  const away = { ...webhook, address: new URL('http://127.0.0.1:9/') };
  const send = sendToWebhook.bind(undefined, away);
  expect(await deliverNotices(database.queries, send, () => at)).toBe(0);
  expect(await deliver()).toBe(1);
});
