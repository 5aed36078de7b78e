import { addMembership, addUser, systemActor } from '@luodi/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { demoIdentitiesResponse, errorResponse, sessionResponse } from '../src/contract/index.ts';
import { demonstration } from '../src/identity/identity-settings.ts';
import { Browser, demoBrowser, recordApp } from './record-app.ts';
import type { RecordApp } from './record-app.ts';

const officer = '演示·西湖区商务局经办员';
const start = new Date('2026-06-01T01:00:00Z');
const minute = 60_000;
const demonstrationBehindProxy = { ...demonstration, behindProxy: true };

let record: RecordApp;
let accounts = 0;

/** A new account, with the one-time password that it got. */
async function newAccount() {
  accounts += 1;
  const login = `person${accounts}`;
  const added = await addUser(
    record.database.queries,
    { actor: systemActor('test'), key: `add-${login}`, at: start },
    {
      login,
      name: login,
      nameEn: login,
      offices: [{ organisation: 'city:市商务局', role: 'officer' }],
    },
  );
  if (!added.ok || added.value.oneTimePassword === undefined) throw new Error('not added');
  return { login, password: added.value.oneTimePassword, user: added.value.user };
}

async function codeOf(answer: Response): Promise<string> {
  return errorResponse.parse(await answer.json()).error.code;
}

async function whoIs(browser: Browser) {
  return sessionResponse.parse(await (await browser.send('GET', '/api/session')).json());
}

beforeAll(async () => {
  record = await recordApp({ identity: demonstrationBehindProxy });
});
afterAll(() => record.database.close());
beforeEach(() => {
  record.clock.now = start;
});

describe('a demonstration identity', () => {
  test('is offered for every role', async () => {
    const answer = await record.app.request('/api/demo-identities');
    const { identities } = demoIdentitiesResponse.parse(await answer.json());
    expect(new Set(identities.map(({ role }) => role)).size).toBe(8);
    expect(identities.every(({ name }) => name.startsWith('演示'))).toBe(true);
  });

  test('signs in with one click, in its office', async () => {
    const browser = await demoBrowser(record.app, officer);
    expect(await whoIs(browser)).toMatchObject({
      kind: 'signed_in',
      user: { name: officer },
      office: { organisation: 'district:西湖区:商务局', role: 'officer', district: '西湖区' },
    });
  });

  test('cannot sign in by a password, as it has none', async () => {
    const browser = new Browser(record.app);
    expect(await browser.signIn({ login: officer, password: '' })).toBe(400);
    expect(await browser.signIn({ login: officer, password: 'x' })).toBe(401);
  });

  test('is not let in, nor told of, in earnest', async () => {
    const identity = { ...demonstrationBehindProxy, mode: 'production' as const };
    const { app } = await recordApp({ database: record.database, identity });
    expect(await new Browser(app).signIn({ demo: officer })).toBe(401);
    expect((await app.request('/api/demo-identities')).status).toBe(404);
  });
});

describe('a session', () => {
  test('is kept in a cookie that scripts and other sites do not get', async () => {
    const answer = await new Browser(record.app).send('POST', '/api/session', { demo: officer });
    expect(answer.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Strict$/);
  });

  test('is kept for https alone where the address has it', async () => {
    const identity = {
      ...demonstrationBehindProxy,
      publicAddress: new URL('https://luodi.example.gov.cn'),
    };
    const { app } = await recordApp({ database: record.database, identity });
    const answer = await new Browser(app).send('POST', '/api/session', { demo: officer });
    expect(answer.headers.get('set-cookie')).toContain('; Secure;');
  });

  test('is stored by the hash of its token only', async () => {
    const browser = await demoBrowser(record.app, officer);
    const rows = await record.database.queries.selectFrom('session').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(browser.cookie);
  });

  for (const c of [
    { name: 'goes on while somebody asks', after: [29, 58, 87], open: true },
    { name: 'ends after half an hour of silence', after: [30], open: false },
    {
      name: 'ends after twelve hours in any case',
      after: Array.from({ length: 36 }, (_, index) => 20 * (index + 1)),
      open: false,
    },
  ])
    test(c.name, async () => {
      const browser = await demoBrowser(record.app, officer);
      let kind = '';
      for (const minutes of c.after) {
        record.clock.now = new Date(start.getTime() + minutes * minute);
        ({ kind } = await whoIs(browser));
      }
      expect(kind).toBe(c.open ? 'signed_in' : 'anonymous');
    });

  test('ends when its owner signs out', async () => {
    const browser = await demoBrowser(record.app, officer);
    const { cookie } = browser;
    expect((await browser.send('DELETE', '/api/session')).status).toBe(200);
    expect(browser.cookie).toBe('');
    browser.cookie = cookie;
    expect((await whoIs(browser)).kind).toBe('anonymous');
  });

  for (const token of ['', 'x', "' or 1=1 --", 'a'.repeat(100_000), '%00'])
    test(`is not opened by the token ${token.slice(0, 20)}`, async () => {
      const browser = new Browser(record.app);
      browser.cookie = token;
      expect((await whoIs(browser)).kind).toBe('anonymous');
    });
});

describe('a request that a page elsewhere sends', () => {
  for (const c of [
    { name: 'without the token of the session', headers: { 'x-csrf-token': '' } },
    { name: 'with another token', headers: { 'x-csrf-token': 'A'.repeat(43) } },
    { name: 'with another origin', headers: { origin: 'https://elsewhere.example' } },
    { name: 'with no origin to speak of', headers: { origin: 'null' } },
    { name: 'that the browser calls cross-site', headers: { 'sec-fetch-site': 'cross-site' } },
  ])
    test(`${c.name} changes nothing`, async () => {
      const browser = await demoBrowser(record.app, officer);
      const answer = await browser.send('DELETE', '/api/session', undefined, c.headers);
      expect([answer.status, await codeOf(answer)]).toEqual([403, 'cross_site_refused']);
      expect((await whoIs(browser)).kind).toBe('signed_in');
    });

  test('cannot sign the visitor in as somebody else', async () => {
    const headers = { origin: 'https://elsewhere.example' };
    const answer = await new Browser(record.app).send(
      'POST',
      '/api/session',
      { demo: officer },
      headers,
    );
    expect(answer.status).toBe(403);
  });

  test('of the own origin is served', async () => {
    const browser = await demoBrowser(record.app, officer);
    const headers = { origin: 'http://localhost', host: 'localhost' };
    const answer = await browser.send('DELETE', '/api/session', undefined, headers);
    expect(answer.status).toBe(200);
  });
});

describe('a password', () => {
  test('of one use lets in to nothing but its own change', async () => {
    const { login, password } = await newAccount();
    const browser = new Browser(record.app);
    expect(await browser.signIn({ login, password })).toBe(200);
    expect(await whoIs(browser)).toMatchObject({ mustChangePassword: true });
    const change = { current: password, next: 'correct horse battery' };
    expect((await browser.send('POST', '/api/session/password', change)).status).toBe(200);
    expect(await whoIs(browser)).toMatchObject({ mustChangePassword: false });
    const again = new Browser(record.app);
    expect(await again.signIn({ login, password })).toBe(401);
    expect(await again.signIn({ login, password: change.next })).toBe(200);
  });

  test('that is new ends the other sessions', async () => {
    const { login, password } = await newAccount();
    const [browser, other] = [new Browser(record.app), new Browser(record.app)];
    await browser.signIn({ login, password });
    await other.signIn({ login, password });
    await browser.send('POST', '/api/session/password', {
      current: password,
      next: 'correct horse battery',
    });
    expect((await whoIs(other)).kind).toBe('anonymous');
    expect((await whoIs(browser)).kind).toBe('signed_in');
  });

  for (const c of [
    { name: 'too short', next: 'abcdefg1234', code: 'password_too_short' },
    { name: 'repeated', next: 'aaaaaaaaaaaaaaaa', code: 'password_too_plain' },
    { name: 'well known', next: 'Password123456', code: 'password_too_plain' },
  ])
    test(`${c.name} is refused`, async () => {
      const { login, password } = await newAccount();
      const browser = new Browser(record.app);
      await browser.signIn({ login, password });
      const change = { current: password, next: c.next };
      const answer = await browser.send('POST', '/api/session/password', change);
      expect(await codeOf(answer)).toBe(c.code);
    });

  test('is changed by who knows it only', async () => {
    const { login, password } = await newAccount();
    const browser = new Browser(record.app);
    await browser.signIn({ login, password });
    const change = { current: 'not it', next: 'correct horse battery' };
    const answer = await browser.send('POST', '/api/session/password', change);
    expect(await codeOf(answer)).toBe('wrong_password');
  });
});

describe('guessing', () => {
  test('locks an account after five failures, for fifteen minutes', async () => {
    const { login, password } = await newAccount();
    const browser = new Browser(record.app);
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect(await browser.signIn({ login, password: 'wrong' })).toBe(401);
    expect(await browser.signIn({ login, password })).toBe(401);
    record.clock.now = new Date(start.getTime() + 15 * minute);
    expect(await browser.signIn({ login, password })).toBe(200);
  });

  test('at once has no more than five attempts either', async () => {
    const { login, password } = await newAccount();
    const guesses = Array.from({ length: 9 }, () =>
      new Browser(record.app).signIn({ login, password: 'wrong' }),
    );
    expect(new Set(await Promise.all(guesses))).toEqual(new Set([401]));
    expect(await new Browser(record.app).signIn({ login, password })).toBe(401);
  });

  test('a login that does not exist is answered as one that does', async () => {
    const { login } = await newAccount();
    const browser = new Browser(record.app);
    const ask = async (name: string) => {
      const answer = await browser.send(
        'POST',
        '/api/session',
        { login: name, password: 'wrong' },
        { 'x-forwarded-for': '192.0.2.3' },
      );
      return [answer.status, await answer.text()];
    };
    expect(await ask('nobody')).toEqual(await ask(login));
  });

  test('many accounts from one address is stopped, and others are still let in', async () => {
    const from = (address: string) => ({ 'x-forwarded-for': `203.0.113.9, ${address}` });
    const browser = new Browser(record.app);
    const ask = (login: string, address: string) =>
      browser.send('POST', '/api/session', { login, password: 'wrong' }, from(address));
    for (let attempt = 0; attempt < 20; attempt += 1)
      expect((await ask(`nobody${attempt}`, '192.0.2.1')).status).toBe(401);
    expect((await ask('nobody', '192.0.2.1')).status).toBe(429);
    expect((await ask('nobody', '192.0.2.2')).status).toBe(401);
  });
});

describe('somebody with several offices', () => {
  test('acts in one of them at a time, and in none that is not theirs', async () => {
    const { login, password, user } = await newAccount();
    await addMembership(
      record.database.queries,
      { actor: systemActor('test'), key: `office-${login}`, at: start },
      { user, organisation: 'district:西湖区:财政局', role: 'finance' },
    );
    const browser = new Browser(record.app);
    await browser.signIn({ login, password });
    const choose = (organisation: string, role: string) =>
      browser.send('POST', '/api/session/office', { organisation, role });
    expect((await choose('district:西湖区:财政局', 'finance')).status).toBe(200);
    expect(await whoIs(browser)).toMatchObject({ office: { district: '西湖区', role: 'finance' } });
    expect((await choose('district:西湖区:财政局', 'officer')).status).toBe(403);
    expect((await choose('city', 'administrator')).status).toBe(403);
    expect(await whoIs(browser)).toMatchObject({ office: { role: 'finance' } });
  });
});

describe('many sign-ins at once, from an address each', () => {
  const from = (address: string, login: string, password: string) =>
    new Browser(record.app).send(
      'POST',
      '/api/session',
      { login, password },
      { 'x-forwarded-for': address },
    );

  test('are checked a few at a time; who is one too many is told to come again, and loses no attempt', async () => {
    const { login, password } = await newAccount();
    const flood = Array.from({ length: 80 }, (_, i) =>
      from(`10.1.0.${i}`, `nobody${i}`, 'not the password'),
    );
    // Behind all of the flood; more often than an account has attempts.
    const own = Array.from({ length: 8 }, () => from('10.2.0.1', login, 'not the password'));
    const refused = await Promise.all(flood);
    const busy = refused.filter(({ status }) => status === 503);
    expect(refused.filter(({ status }) => status === 401)).toHaveLength(62);
    expect(busy).toHaveLength(18);
    expect(busy[0]?.headers.get('retry-after')).toBe('5');
    for (const answer of await Promise.all(own))
      expect(await codeOf(answer)).toBe('passwords_busy');
    expect((await from('10.2.0.1', login, password)).status).toBe(200);
  });
});
