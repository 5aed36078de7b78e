import { addUser, systemActor } from '@luodi/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sessionResponse } from '../src/contract/index.ts';
import { demonstration } from '../src/identity/identity-settings.ts';
import { clientId, clientSecret, startOpenIdProvider } from './openid-provider.ts';
import type { OpenIdProvider } from './openid-provider.ts';
import { recordApp } from './record-app.ts';
import type { RecordApp } from './record-app.ts';

const callback = '/api/session/external/callback';

let provider: OpenIdProvider;
let record: RecordApp;

beforeAll(async () => {
  provider = await startOpenIdProvider();
  const issuer = new URL(provider.issuer);
  const redirect = new URL(`http://localhost${callback}`);
  record = await recordApp({
    identity: { ...demonstration, external: { issuer, clientId, clientSecret, redirect } },
  });
  const added = await addUser(
    record.database.queries,
    { actor: systemActor('test'), key: 'add-external', at: record.clock.now },
    {
      login: 'zhang',
      name: '甲某',
      nameEn: 'Somebody',
      oidc: { issuer: provider.issuer, subject: 'known' },
      offices: [{ organisation: 'city:市商务局', role: 'officer' }],
    },
  );
  if (!added.ok) throw new Error(added.error.code);
  expect(added.value.oneTimePassword).toBeUndefined();
});
afterAll(async () => {
  await provider.close();
  await record.database.close();
});
beforeEach(() => {
  provider.subject = 'known';
  provider.mistake = undefined;
});

function cookieOf(answer: Response, name: string): string {
  const set = answer.headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`));
  return set?.split(';')[0] ?? '';
}

/** Goes to the provider and comes back: the address that the browser is sent to, and what it kept. */
async function goAndComeBack() {
  const begun = await record.app.request('/api/session/external');
  expect(begun.status).toBe(302);
  const there = await fetch(begun.headers.get('location') ?? '', { redirect: 'manual' });
  const back = new URL(there.headers.get('location') ?? '');
  return { back: `${back.pathname}${back.search}`, kept: cookieOf(begun, 'luodi_external') };
}

async function arrive(back: string, kept: string) {
  const answer = await record.app.request(back, { headers: { cookie: kept } });
  return { to: answer.headers.get('location'), session: cookieOf(answer, 'luodi_session') };
}

describe('signing in by the identity of the city', () => {
  test('is offered', async () => {
    const answer = await record.app.request('/api/session');
    expect(sessionResponse.parse(await answer.json())).toMatchObject({ external: true });
  });

  test('lets in whom an administrator has tied to it', async () => {
    const { back, kept } = await goAndComeBack();
    const { to, session } = await arrive(back, kept);
    expect(to).toBe('/');
    const answer = await record.app.request('/api/session', { headers: { cookie: session } });
    expect(sessionResponse.parse(await answer.json())).toMatchObject({
      kind: 'signed_in',
      user: { login: 'zhang' },
      mustChangePassword: false,
    });
  });

  test('does not let in whom nobody here knows, and says so', async () => {
    provider.subject = 'stranger';
    const { back, kept } = await goAndComeBack();
    expect(await arrive(back, kept)).toEqual({
      to: '/sign-in?refused=unknown_identity',
      session: '',
    });
  });

  test('shows what it keeps to no script', async () => {
    const begun = await record.app.request('/api/session/external');
    expect(begun.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax$/);
  });

  for (const mistake of ['nonce', 'issuer', 'audience', 'key', 'expired'] as const)
    test(`refuses an identity token with a wrong ${mistake}`, async () => {
      provider.mistake = mistake;
      const { back, kept } = await goAndComeBack();
      expect((await arrive(back, kept)).to).toBe('/sign-in?refused=external_refused');
    });

  for (const c of [
    { name: 'in another browser', change: (back: string) => back, keeps: false },
    {
      name: 'with another state',
      change: (back: string) => back.replace(/state=[^&]+/, 'state=x'),
      keeps: true,
    },
    {
      name: 'with another code',
      change: (back: string) => back.replace(/code=[^&]+/, 'code=x'),
      keeps: true,
    },
    { name: 'with a refusal', change: () => `${callback}?error=access_denied`, keeps: true },
    { name: 'with nothing', change: () => callback, keeps: true },
  ])
    test(`refuses what comes back ${c.name}`, async () => {
      const { back, kept } = await goAndComeBack();
      expect(await arrive(c.change(back), c.keeps ? kept : '')).toEqual({
        to: '/sign-in?refused=external_refused',
        session: '',
      });
    });

  test('refuses a code that was used', async () => {
    const { back, kept } = await goAndComeBack();
    await arrive(back, kept);
    expect((await arrive(back, kept)).to).toBe('/sign-in?refused=external_refused');
  });

  test('is not there where no provider is named', async () => {
    const { app } = await recordApp({ database: record.database });
    expect((await app.request('/api/session/external')).status).toBe(404);
  });

  test('says when the provider does not answer', async () => {
    const redirect = new URL(`http://localhost${callback}`);
    const external = { issuer: new URL('http://127.0.0.1:1'), clientId, clientSecret, redirect };
    const identity = { ...demonstration, external };
    const { app } = await recordApp({ database: record.database, identity });
    const answer = await app.request('/api/session/external');
    expect(answer.headers.get('location')).toBe('/sign-in?refused=external_unavailable');
  });
});
