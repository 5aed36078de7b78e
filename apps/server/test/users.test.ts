import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  accountResponse,
  errorResponse,
  journalResponse,
  sessionResponse,
  usersResponse,
} from '../src/contract/index.ts';
import { Browser, demoBrowser, recordApp } from './record-app.ts';
import type { RecordApp } from './record-app.ts';

const path = '/api/admin/users';
const commerce = { organisation: 'city:市商务局', role: 'officer' };

let record: RecordApp;
let administrator: Browser;

beforeAll(async () => {
  record = await recordApp();
  administrator = await demoBrowser(record.app, '演示·杭州市系统管理员');
});
afterAll(() => record.database.close());

async function codeOf(answer: Response): Promise<string> {
  return errorResponse.parse(await answer.json()).error.code;
}

async function add(login: string, offices = [commerce]) {
  const body = { login, name: login, nameEn: login, offices };
  return accountResponse.parse(await (await administrator.send('POST', path, body)).json());
}

function pathOf(user: string, part: string): string {
  return `${path}/${encodeURIComponent(user)}/${part}`;
}

async function userOf(login: string) {
  const list = usersResponse.parse(await (await administrator.send('GET', path)).json());
  return list.users.find((user) => user.login === login);
}

async function kindOf(browser: Browser): Promise<string> {
  return sessionResponse.parse(await (await browser.send('GET', '/api/session')).json()).kind;
}

describe('an administrator', () => {
  test('adds an account with a one-time password, shown once', async () => {
    const headers = { 'idempotency-key': 'the-same-key' };
    const body = { login: 'li', name: '甲某', nameEn: 'Somebody', offices: [commerce] };
    const first = await administrator.send('POST', path, body, headers);
    const again = await administrator.send('POST', path, body, headers);
    const account = accountResponse.parse(await first.json());
    expect(account.oneTimePassword).toMatch(/^([a-z2-9]{4}-){4}[a-z2-9]{4}$/);
    expect(await again.json()).toEqual({ user: account.user, oneTimePassword: null });
    const kept = await record.database.queries.selectFrom('command').selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain(account.oneTimePassword);
    expect(await userOf('li')).toMatchObject({ offices: [commerce], disabled: false });
  });

  test('cannot use a key for another account', async () => {
    const headers = { 'idempotency-key': 'the-same-key' };
    const body = { login: 'wang', name: '乙某', nameEn: 'Another', offices: [] };
    const answer = await administrator.send('POST', path, body, headers);
    expect([answer.status, await codeOf(answer)]).toEqual([409, 'key_reused']);
  });

  for (const c of [
    {
      name: 'a login that is taken',
      body: { login: 'li', name: 'x', nameEn: 'x', offices: [] },
      code: 'login_taken',
    },
    {
      name: 'a body that does not exist',
      body: {
        login: 'zhao',
        name: 'x',
        nameEn: 'x',
        offices: [{ organisation: 'city:市幻想局', role: 'officer' }],
      },
      code: 'unknown_organisation',
    },
    {
      name: 'a role that does not exist',
      body: { login: 'zhao', name: 'x', nameEn: 'x', offices: [{ ...commerce, role: 'king' }] },
      code: 'invalid_request',
    },
    {
      name: 'a login with signs of SQL',
      body: { login: "x'; drop table app_user; --", name: 'x', nameEn: 'x', offices: [] },
      code: 'invalid_request',
    },
  ])
    test(`is told of ${c.name}`, async () => {
      expect(await codeOf(await administrator.send('POST', path, c.body))).toBe(c.code);
    });

  test('disables an account, whose sessions end, and lets it in again', async () => {
    const { user, oneTimePassword } = await add('qian');
    const browser = new Browser(record.app);
    const credentials = { login: 'qian', password: oneTimePassword ?? '' };
    expect(await browser.signIn(credentials)).toBe(200);
    await administrator.send('POST', pathOf(user, 'disabled'), { disabled: true });
    expect(await kindOf(browser)).toBe('anonymous');
    expect(await new Browser(record.app).signIn(credentials)).toBe(401);
    await administrator.send('POST', pathOf(user, 'disabled'), { disabled: false });
    expect(await new Browser(record.app).signIn(credentials)).toBe(200);
  });

  test('takes an office away, and the session in it ends', async () => {
    const { user, oneTimePassword } = await add('sun');
    const browser = new Browser(record.app);
    await browser.signIn({ login: 'sun', password: oneTimePassword ?? '' });
    const change = { change: 'remove', ...commerce };
    expect((await administrator.send('POST', pathOf(user, 'offices'), change)).status).toBe(200);
    expect(await kindOf(browser)).toBe('anonymous');
    const again = await administrator.send('POST', pathOf(user, 'offices'), change);
    expect(await codeOf(again)).toBe('not_a_member');
    const answer = await new Browser(record.app).send('POST', '/api/session', {
      login: 'sun',
      password: oneTimePassword,
    });
    expect(await codeOf(answer)).toBe('no_office');
  });

  test('resets a password: the old one and its sessions are over, a lock is taken off', async () => {
    const { user, oneTimePassword } = await add('zhou');
    const browser = new Browser(record.app);
    await browser.signIn({ login: 'zhou', password: oneTimePassword ?? '' });
    const guesser = new Browser(record.app);
    for (let attempt = 0; attempt < 5; attempt += 1)
      await guesser.signIn({ login: 'zhou', password: 'wrong' });
    const answer = await administrator.send('POST', pathOf(user, 'password'));
    const reset = accountResponse.parse(await answer.json());
    expect(await kindOf(browser)).toBe('anonymous');
    expect(await guesser.signIn({ login: 'zhou', password: oneTimePassword ?? '' })).toBe(401);
    const password = reset.oneTimePassword ?? '';
    expect(await guesser.signIn({ login: 'zhou', password })).toBe(200);
  });

  test('cannot shut out the last administrator', async () => {
    const self = (await userOf('演示·杭州市系统管理员'))?.id ?? '';
    const disabling = await administrator.send('POST', pathOf(self, 'disabled'), {
      disabled: true,
    });
    expect(await codeOf(disabling)).toBe('last_administrator');
    const change = { change: 'remove', organisation: 'city', role: 'administrator' };
    const removing = await administrator.send('POST', pathOf(self, 'offices'), change);
    expect(await codeOf(removing)).toBe('last_administrator');
  });
});

describe('what administrators do', () => {
  test('stands in the journal, for auditors to find', async () => {
    const auditor = await demoBrowser(record.app, '演示·市审计局审计员');
    const answer = await auditor.send('GET', '/api/journal?action=user.&limit=2');
    const page = journalResponse.parse(await answer.json());
    expect(page.entries.map(({ action, actorName }) => [action, actorName])).toEqual([
      ['user.password_reset', '演示·杭州市系统管理员'],
      ['user.added', '演示·杭州市系统管理员'],
    ]);
    const next = await auditor.send('GET', `/api/journal?action=user.&before=${page.next}`);
    const rest = journalResponse.parse(await next.json());
    expect(rest.entries.map(({ action }) => action)).toContain('user.disabled');
  });

  for (const query of ['limit=0', 'limit=x', 'before=-1', 'from=2026-02-30', 'hash=1'])
    test(`a search by ${query} is refused`, async () => {
      const answer = await administrator.send('GET', `/api/journal?${query}`);
      expect(await codeOf(answer)).toBe('invalid_query');
    });

  test('leaves daily heads that everybody may read', async () => {
    const answer = await record.app.request('/api/journal/heads');
    expect([answer.status, await answer.json()]).toEqual([200, { heads: [] }]);
  });
});
