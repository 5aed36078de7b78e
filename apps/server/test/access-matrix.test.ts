import { sql } from 'kysely';
import { notify, readAs, systemActor } from '@luodi/platform';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorResponse, role, roles } from '../src/contract/index.ts';
import type { Role } from '../src/contract/index.ts';
import { accessRows as identityRows } from './access-rows.ts';
import { deliveryRows } from './delivery-access-rows.ts';
import { openEndpoints, simulationRows } from './open-rows.ts';
import { recoveryRows } from './recovery-access-rows.ts';
import type { AccessRow } from './access-rows.ts';
import { Browser, demoBrowser, recordApp } from './record-app.ts';
import type { RecordApp } from './record-app.ts';

const accessRows = [...identityRows, ...deliveryRows, ...recoveryRows];

/** One person for each role, in the city or in one district; no two in the same office. */
const persons: Readonly<Record<Role, string>> = {
  enterprise: '演示企业甲（杭州）有限公司办事员',
  officer: '演示·西湖区商务局经办员',
  finance: '演示·西湖区财政局财务员',
  expert: '演示·杭州城西科创大走廊管委会评审专家一',
  pilot_office: '演示·市发改委试点专班',
  inspector: '演示·西湖区市场监管局检查员',
  auditor: '演示·市审计局审计员',
  administrator: '演示·杭州市系统管理员',
};

let record: RecordApp;
const browsers = new Map<Role, Browser>();

beforeAll(async () => {
  record = await recordApp();
  for (const held of roles) browsers.set(held, await demoBrowser(record.app, persons[held]));
});
afterAll(() => record.database.close());

/** All endpoints as the application declares them, `GET /api/journal`, with those who may ask; `undefined`: everybody. */
function declared() {
  return record.app.openAPIRegistry.definitions.flatMap((definition) => {
    if (definition.type !== 'route') return [];
    const { method, path, 'x-roles': held } = definition.route;
    const may = held === undefined ? undefined : role.array().parse(held);
    return [{ endpoint: `${method.toUpperCase()} ${path}`, may }];
  });
}

/** Endpoints that only some may reach. */
function guarded(): ReadonlyMap<string, readonly Role[]> {
  return new Map(
    declared().flatMap(({ endpoint, may }) => (may === undefined ? [] : [[endpoint, may]])),
  );
}

async function codeOf(answer: Response): Promise<string> {
  if (answer.status < 400) return '';
  return errorResponse.parse(await answer.json()).error.code;
}

function send(browser: Browser, { endpoint, path, body }: Omit<AccessRow, 'roles'>, headers = {}) {
  const [method = '', described = ''] = endpoint.split(' ');
  return browser.send(method, path ?? described, body, headers);
}

test('every endpoint that not everybody may reach has a row, and every row an endpoint', () => {
  expect(accessRows.map(({ endpoint }) => endpoint).sort()).toEqual([...guarded().keys()].sort());
});

test('what everybody may reach is what is meant to be open', () => {
  const open = declared().flatMap(({ endpoint, may }) => (may === undefined ? [endpoint] : []));
  expect(open.sort()).toEqual([...openEndpoints].sort());
});

/** The code of a refusal that says nothing of who asks: the request got through to the endpoint. */
const notRefused = expect.not.stringMatching(/^(not_signed_in|not_allowed|cross_site_refused)$/);

for (const row of accessRows)
  describe(row.endpoint, () => {
    test('is for the roles that it declares', () => {
      expect([...(guarded().get(row.endpoint) ?? [])].sort()).toEqual([...row.roles].sort());
    });

    test('is not for who is not signed in', async () => {
      const answer = await send(new Browser(record.app), row);
      expect([answer.status, await codeOf(answer)]).toEqual([401, 'not_signed_in']);
    });

    for (const held of roles) {
      const may = row.roles.includes(held);
      test(`${may ? 'is' : 'is not'} for ${held}`, async () => {
        const browser = browsers.get(held) ?? new Browser(record.app);
        const answer = await send(browser, row);
        const code = await codeOf(answer);
        if (may) expect(code).toEqual(notRefused);
        else expect([answer.status, code]).toEqual([403, 'not_allowed']);
      });
    }

    if (!row.endpoint.startsWith('GET ')) {
      test('is not for a page elsewhere that rides on a session', async () => {
        const browser = browsers.get(row.roles[0] ?? 'officer') ?? new Browser(record.app);
        const answer = await send(browser, row, { 'x-csrf-token': 'x' });
        expect([answer.status, await codeOf(answer)]).toEqual([403, 'cross_site_refused']);
      });
    }

    if (row.command !== false && !row.endpoint.startsWith('GET ')) {
      test('needs a key', async () => {
        const browser = browsers.get(row.roles[0] ?? 'officer') ?? new Browser(record.app);
        const answer = await send(browser, row, { 'idempotency-key': '' });
        expect([answer.status, await codeOf(answer)]).toEqual([400, 'no_idempotency_key']);
      });
    }

    for (const { name, person, path } of row.foreign ?? [])
      test(`shows nothing of it to ${name}`, async () => {
        const browser = await demoBrowser(record.app, person);
        const answer = await send(browser, { ...row, path });
        expect(answer.status).toBe(404);
      });
  });

for (const row of simulationRows)
  describe(row.endpoint, () => {
    test('is for who is not signed in', async () => {
      const answer = await send(new Browser(record.app), row);
      expect(await codeOf(answer)).toEqual(notRefused);
    });

    for (const held of roles)
      test(`is for ${held}`, async () => {
        const answer = await send(browsers.get(held) ?? new Browser(record.app), row);
        expect(await codeOf(answer)).toEqual(notRefused);
      });
  });

describe('what one organisation is told', () => {
  const words = { zh: '只给甲看', en: 'for Jia alone' };

  beforeAll(async () => {
    await readAs(record.database.queries, systemActor('test'), async (transaction) => {
      const { id } = await transaction
        .selectFrom('organisation')
        .select('id')
        .where('name', '=', '演示企业甲（杭州）有限公司')
        .executeTakeFirstOrThrow();
      const notice = { organisation: id, subject: 'case:1', kind: 'told', words };
      await notify(transaction, [notice], record.clock.now);
    });
  });

  for (const held of roles)
    test(`${held === 'enterprise' ? 'is' : 'is not'} shown to ${persons[held]}`, async () => {
      const answer = await browsers.get(held)?.send('GET', '/api/notifications');
      const text = (await answer?.text()) ?? '';
      expect(text.includes(words.zh)).toBe(held === 'enterprise');
    });

  test('is not shown to another enterprise, nor marked as read by it', async () => {
    const other = await demoBrowser(record.app, '演示企业乙（杭州）有限公司办事员');
    expect(await (await other.send('GET', '/api/notifications')).json()).toEqual({
      notifications: [],
      unread: 0,
    });
    const marked = await other.send('POST', '/api/notifications/read', { upTo: 1000 });
    expect(await marked.json()).toEqual({ read: 0 });
    const own = await browsers.get('enterprise')?.send('GET', '/api/notifications');
    expect(await own?.json()).toMatchObject({ unread: 1 });
  });
});

describe('the second wall, were the first forgotten', () => {
  for (const held of roles) {
    const sees = held === 'auditor' || held === 'administrator';
    test(`${held} ${sees ? 'sees' : 'does not see'} what others did in the journal`, async () => {
      const actor = { user: 'x', organisation: 'x', role: held, district: undefined };
      const rows = await readAs(record.database.queries, actor, (transaction) =>
        transaction.selectFrom('journal').select('actor').execute(),
      );
      expect(rows.length > 0).toBe(sees);
    });

    test(`${held} ${held === 'administrator' ? 'can' : 'cannot'} write accounts`, async () => {
      const actor = { user: 'x', organisation: 'x', role: held, district: undefined };
      const written = readAs(record.database.queries, actor, (transaction) =>
        transaction
          .insertInto('app_user')
          .values({ id: held, login: held, name: held, name_en: held, created_at: new Date(0) })
          .execute(),
      );
      if (held === 'administrator') await expect(written).resolves.toBeDefined();
      else await expect(written).rejects.toThrow(/row-level security/);
    });

    test(`${held} cannot read the hash of a password`, async () => {
      const actor = { user: 'x', organisation: 'x', role: held, district: undefined };
      await expect(
        readAs(record.database.queries, actor, (transaction) =>
          transaction.selectFrom('app_user').select('password_hash').execute(),
        ),
      ).rejects.toThrow(/permission denied/);
    });

    test(`${held} cannot read or alter a session`, async () => {
      const actor = { user: 'x', organisation: 'x', role: held, district: undefined };
      for (const work of ['select token_hash from session', "update session set role = 'auditor'"])
        await expect(
          readAs(record.database.queries, actor, (transaction) =>
            sql.raw(work).execute(transaction),
          ),
        ).rejects.toThrow(/permission denied/);
    });

    test(`${held} cannot rewrite the journal`, async () => {
      const actor = { user: 'x', organisation: 'x', role: held, district: undefined };
      for (const work of ["update journal set reason = 'x'", 'delete from journal'])
        await expect(
          readAs(record.database.queries, actor, (transaction) =>
            sql.raw(work).execute(transaction),
          ),
        ).rejects.toThrow(/permission denied|append-only/);
    });
  }
});
