import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  changeOwnMail,
  mailNotices,
  notify,
  openDatabase,
  readAs,
  sendByMail,
  systemActor,
} from '../src/index.ts';
import type { Database, MailSettings } from '../src/index.ts';
import { SmtpHost } from './smtp-host.ts';

const start = new Date('2026-03-01T01:00:00Z');
const minute = 60_000;

const persons = [
  { id: 'user:1', login: 'a', email: 'a@example.cn' },
  { id: 'user:2', login: 'b', email: 'b@example.cn' },
  { id: 'user:3', login: 'no-address', email: null },
  { id: 'user:4', login: 'unwanted', email: 'unwanted@example.cn', mail_wanted: false },
  { id: 'user:5', login: 'disabled', email: 'disabled@example.cn', disabled_at: start },
  { id: 'user:6', login: 'elsewhere', email: 'elsewhere@example.cn' },
];

let database: Database;
let host: SmtpHost;
let settings: MailSettings;
let now = start;

beforeAll(async () => {
  const opened = await openDatabase({ kind: 'memory' });
  if (!opened.ok) throw new Error(opened.error.message.en);
  database = opened.value;
  const { queries } = database;
  const body = { kind: 'enterprise' as const, name: '甲', name_en: 'Jia' };
  await queries
    .insertInto('organisation')
    .values([
      { ...body, id: 'e:1' },
      { ...body, id: 'e:2' },
    ])
    .execute();
  await queries
    .insertInto('app_user')
    .values(persons.map((each) => ({ name: '某', name_en: 'x', created_at: start, ...each })))
    .execute();
  await queries
    .insertInto('membership')
    .values(
      persons.flatMap(({ id, login }) => {
        const organisation = login === 'elsewhere' ? 'e:2' : 'e:1';
        // Two offices in one organisation are still one person.
        return (['enterprise', 'officer'] as const).map((role) => ({
          app_user: id,
          organisation,
          role,
        }));
      }),
    )
    .execute();
});
afterAll(() => database.close());

beforeEach(async () => {
  await database.queries.deleteFrom('notification').execute();
  now = start;
  host = new SmtpHost();
  const server = await host.listen();
  const from = '落地 <luodi@example.gov.cn>';
  settings = { server, from, publicAddress: new URL('https://luodi.example.gov.cn') };
  return () => host.close();
});

async function tell(zh = '研发补助已核定', at = start): Promise<void> {
  const words = { zh, en: 'The subsidy was approved' };
  await readAs(database.queries, systemActor('test'), (transaction) =>
    notify(transaction, [{ organisation: 'e:1', subject: 'case:1', kind: 'told', words }], at),
  );
}

function send(): Promise<number> {
  return mailNotices(
    database.queries,
    (mail) => sendByMail(settings, mail),
    () => now,
  );
}

function recipients(): readonly string[] {
  return host.taken.map(({ to }) => to);
}

test('a notice goes once to each person of its organisation who has an address and wants mail', async () => {
  await tell();
  expect(await send()).toBe(2);
  now = new Date(start.getTime() + 24 * 60 * minute);
  expect(await send()).toBe(0);
  expect(recipients()).toEqual(['a@example.cn', 'b@example.cn']);
});

test('a mail says it in both languages, from whom and where to read on', async () => {
  await tell();
  await send();
  const { source } = host.taken[0] ?? { source: '' };
  const [head = ''] = source.split('\r\n\r\n');
  const text = Buffer.from(source.slice(head.length + 4), 'base64').toString('utf8');
  expect(text).toContain('研发补助已核定\n\nThe subsidy was approved');
  expect(text).toContain('https://luodi.example.gov.cn/');
  expect(head).toMatch(/^From: .*<luodi@example\.gov\.cn>$/mu);
  expect(head).toMatch(/^Message-ID: <notice-\d+\.[0-9a-f]{16}@example\.gov\.cn>$/mu);
  expect(head).toContain('Auto-Submitted: auto-generated');
});

test('words with line breaks add no header to a mail', async () => {
  await tell('补正\r\nBcc: stranger@example.com\r\n\r\n内容');
  await send();
  expect(recipients()).toEqual(['a@example.cn', 'b@example.cn']);
  for (const { source } of host.taken) expect(source.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/mu);
});

for (const answer of ['451 try later', '421 too busy'])
  test(`what is answered by “${answer}” comes again after a minute, to nobody twice`, async () => {
    await tell();
    host.answers = [answer];
    expect(await send()).toBe(1);
    expect(await send()).toBe(0);
    now = new Date(start.getTime() + minute);
    expect(await send()).toBe(1);
    expect(recipients()).toEqual(['b@example.cn', 'a@example.cn']);
  });

test('what is refused for good does not come again', async () => {
  await tell();
  host.answers = ['550 no such person'];
  expect(await send()).toBe(1);
  now = new Date(start.getTime() + 60 * minute);
  expect(await send()).toBe(0);
  expect(recipients()).toEqual(['b@example.cn']);
});

test('a host that is away loses nothing', async () => {
  await tell();
  const here = settings;
  settings = { ...settings, server: new URL('smtp://127.0.0.1:9') };
  expect(await send()).toBe(0);
  settings = here;
  now = new Date(start.getTime() + minute);
  expect(await send()).toBe(2);
});

test('whoever turns mail off in the meantime gets none', async () => {
  await tell();
  host.answers = ['451 try later'];
  await send();
  await changeOwnMail(
    database.queries,
    'user:1',
    { address: 'a@example.cn', wanted: false },
    start,
  );
  now = new Date(start.getTime() + minute);
  expect(await send()).toBe(0);
  await changeOwnMail(database.queries, 'user:1', { address: 'a@example.cn', wanted: true }, start);
  expect(recipients()).toEqual(['b@example.cn']);
});

test('what was told long before mail was set up does not go out', async () => {
  await tell('旧事', new Date(start.getTime() - 3 * 24 * 60 * minute));
  await tell('新事');
  expect(await send()).toBe(2);
});

test('the journal says that an address was changed, not to which', async () => {
  await changeOwnMail(database.queries, 'user:3', { address: 'new@example.cn', wanted: true }, now);
  const entries = await database.queries
    .selectFrom('journal')
    .select(['actor', 'detail'])
    .where('subject', '=', 'user:3')
    .execute();
  await changeOwnMail(database.queries, 'user:3', { address: undefined, wanted: true }, now);
  expect(entries).toEqual([{ actor: 'user:3', detail: { address: true, wanted: true } }]);
});
