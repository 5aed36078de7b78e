import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Database } from '@luodi/platform';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCity } from '../src/content/city-content.ts';
import type { CityContent } from '../src/content/city-content.ts';
import { demonstration, identitySettings } from '../src/identity/identity-settings.ts';
import type { IdentitySettings } from '../src/identity/identity-settings.ts';
import { keepIdentities } from '../src/identity/keep-identities.ts';
import { Browser, cityFolder, openMemory } from './record-app.ts';
import { townApp } from './town-app.ts';

const https = 'https://luodi.example.gov.cn';
const earnest = { LUODI_MODE: 'production', LUODI_PUBLIC_URL: https };
const oidc = {
  LUODI_OIDC_ISSUER: 'https://id.example.gov.cn',
  LUODI_OIDC_CLIENT_ID: 'luodi',
  LUODI_OIDC_CLIENT_SECRET: 'Vb3kQ0xW9zT5',
  LUODI_OIDC_REDIRECT: `${https}/api/session/external/callback`,
};

describe('the settings of identity', () => {
  test('are those of a demonstration where nothing is set', () => {
    expect(identitySettings({})).toMatchObject({ ok: true, value: { mode: 'demo' } });
  });

  test('in earnest name an address with https', () => {
    expect(identitySettings({ ...earnest, ...oidc })).toMatchObject({
      ok: true,
      value: {
        mode: 'production',
        publicAddress: new URL(https),
        external: { clientId: 'luodi', issuer: new URL('https://id.example.gov.cn') },
      },
    });
  });

  for (const c of [
    { name: 'an unknown mode', given: { LUODI_MODE: 'live' }, names: 'LUODI_MODE=live' },
    {
      name: 'an address that is none',
      given: { LUODI_PUBLIC_URL: 'luodi' },
      names: 'LUODI_PUBLIC_URL=luodi',
    },
    { name: 'no address in earnest', given: { LUODI_MODE: 'production' }, names: 'https' },
    {
      name: 'an address without TLS in earnest',
      given: { ...earnest, LUODI_PUBLIC_URL: 'http://luodi.example.gov.cn' },
      names: 'LUODI_PUBLIC_URL',
    },
    {
      name: 'a default secret of the external identity in earnest',
      given: { ...earnest, ...oidc, LUODI_OIDC_CLIENT_SECRET: 'changeme' },
      names: 'LUODI_OIDC_CLIENT_SECRET',
    },
    {
      name: 'a default password of the database in earnest',
      given: { ...earnest, DATABASE_URL: 'postgres://luodi:postgres@db/luodi' },
      names: 'DATABASE_URL',
    },
    {
      name: 'half an external identity',
      given: { ...oidc, LUODI_OIDC_CLIENT_SECRET: '' },
      names: 'LUODI_OIDC_CLIENT_SECRET',
    },
    {
      name: 'a way back that leads elsewhere',
      given: { ...oidc, LUODI_OIDC_REDIRECT: `${https}/elsewhere` },
      names: 'LUODI_OIDC_REDIRECT',
    },
  ])
    test(`${c.name} is refused in words`, () => {
      const read = identitySettings(c.given);
      expect(read.ok).toBe(false);
      if (read.ok) return;
      expect(read.error.message.zh).toContain(c.names);
      expect(read.error.message.en).toContain(c.names);
    });

  test('that are wrong end the server with 1 and say why', async () => {
    const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
    const run = promisify(execFile)(process.execPath, ['--import', 'tsx', main], {
      env: { ...process.env, LUODI_MODE: 'production', LUODI_PUBLIC_URL: '' },
    });
    await expect(run).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('LUODI_PUBLIC_URL'),
    });
  });
});

describe('a database in earnest', () => {
  let database: Database;
  let content: CityContent;
  const settings = { ...earnest, LUODI_ADMIN_LOGIN: 'first' };

  function settled(environment: Readonly<Record<string, string>>): IdentitySettings {
    const read = identitySettings(environment);
    if (!read.ok) throw new Error(read.error.message.en);
    return read.value;
  }

  function keep(environment: Readonly<Record<string, string>>) {
    return keepIdentities(database, cityFolder, content, settled(environment));
  }

  beforeAll(async () => {
    database = await openMemory();
    content = await readCity(cityFolder);
  });
  afterAll(() => database.close());

  for (const c of [
    { name: 'without an administrator', given: earnest, names: 'LUODI_ADMIN_LOGIN' },
    {
      name: 'with a short password of the administrator',
      given: { ...settings, LUODI_ADMIN_PASSWORD: 'short' },
      names: 'LUODI_ADMIN_PASSWORD',
    },
    {
      name: 'with a well-known one',
      given: { ...settings, LUODI_ADMIN_PASSWORD: 'admin123456admin' },
      names: 'LUODI_ADMIN_PASSWORD',
    },
  ])
    test(`${c.name} is not used`, async () => {
      const kept = await keep(c.given);
      expect(kept.ok).toBe(false);
      if (!kept.ok) expect(kept.error.message.zh).toContain(c.names);
    });

  test('gets its first administrator, who changes the password first of all', async () => {
    const password = 'violet harbour 1972';
    const environment = { ...settings, LUODI_ADMIN_PASSWORD: password };
    expect(await keep(environment)).toMatchObject({ ok: true });
    const { app } = await townApp({ database, identity: settled(environment) });
    const browser = new Browser(app);
    expect(await browser.signIn({ login: 'first', password })).toBe(200);
    expect((await browser.send('GET', '/api/admin/users')).status).toBe(403);
    const change = { current: password, next: 'quiet lantern 5518' };
    expect((await browser.send('POST', '/api/session/password', change)).status).toBe(200);
    expect((await browser.send('GET', '/api/admin/users')).status).toBe(200);
  });

  test('keeps its administrator whatever the environment says later', async () => {
    const environment = { ...settings, LUODI_ADMIN_PASSWORD: 'another lantern 77' };
    expect(await keep(environment)).toMatchObject({ ok: true });
    const { app } = await townApp({ database, identity: settled(environment) });
    const browser = new Browser(app);
    expect(await browser.signIn({ login: 'first', password: 'another lantern 77' })).toBe(401);
    expect(await browser.signIn({ login: 'first', password: 'quiet lantern 5518' })).toBe(200);
  });

  test('is no longer used once a demonstration was in it', async () => {
    expect(await keep({})).toMatchObject({ ok: true });
    const kept = await keep(earnest);
    expect(kept.ok).toBe(false);
    if (!kept.ok) expect(kept.error.message.en).toContain('demonstration');
  });

  test('has the bodies of the city once, however often the server starts', async () => {
    const count = async () => {
      const { rows } = await database.queries
        .selectFrom('organisation')
        .select((row) => row.fn.countAll<bigint>().as('rows'))
        .executeTakeFirstOrThrow();
      const changes = await database.queries
        .selectFrom('organisation_change')
        .selectAll()
        .execute();
      const entries = await database.queries.selectFrom('journal').select('sequence').execute();
      return [rows, changes.length, entries.length];
    };
    const before = await count();
    expect(await keep({})).toMatchObject({ ok: true });
    expect(await count()).toEqual(before);
  });
});

describe('the bodies of Hangzhou', () => {
  let database: Database;

  beforeAll(async () => {
    database = await openMemory();
    await keepIdentities(database, cityFolder, await readCity(cityFolder), demonstration);
  });
  afterAll(() => database.close());

  for (const c of [
    { id: 'city:市商务局', name: '市商务局', district: null, parent: 'city' },
    { id: 'city:大走廊管委会', name: '杭州城西科创大走廊管委会', district: null, parent: 'city' },
    { id: 'district:西湖区', name: '西湖区', district: '西湖区', parent: 'city' },
    {
      id: 'district:余杭区:商务局',
      name: '余杭区商务局',
      district: '余杭区',
      parent: 'district:余杭区',
    },
  ])
    test(`hold ${c.id}`, async () => {
      const row = await database.queries
        .selectFrom('organisation')
        .select(['id', 'name', 'district', 'parent'])
        .where('id', '=', c.id)
        .executeTakeFirst();
      expect(row).toEqual(c);
    });

  test('know earlier names', async () => {
    const rows = await database.queries
      .selectFrom('organisation_change')
      .select('organisation')
      .where('earlier_name', '=', '市科委')
      .execute();
    expect(rows).toEqual([{ organisation: 'city:市科技局' }]);
  });

  test('know what took the place of 江干区 in 2021', async () => {
    const rows = await database.queries
      .selectFrom('organisation_change')
      .select(['successor', 'since'])
      .where('organisation', '=', 'district:江干区')
      .orderBy('successor')
      .execute();
    expect(rows).toEqual([
      { successor: 'district:上城区', since: '2021-04-09' },
      { successor: 'district:钱塘区', since: '2021-04-09' },
    ]);
  });
});
