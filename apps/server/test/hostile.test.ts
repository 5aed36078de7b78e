import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { identitySettings } from '../src/identity/identity-settings.ts';
import { attackEverything } from './hostile/every-text.ts';
import { foreignHandsSuite } from './hostile/foreign-hands.ts';
import { heavyBodiesSuite, heavyFilesSuite } from './hostile/heavy-bodies.ts';
import { listeningServer } from './hostile/listening-server.ts';
import type { ListeningServer } from './hostile/listening-server.ts';
import { otherSitesSuite } from './hostile/other-sites.ts';
import { rawRequestsSuite } from './hostile/raw-requests.ts';
import { Browser } from './record-app.ts';

describe('a server that really listens, asked by somebody who means harm', () => {
  let server: ListeningServer;
  beforeAll(async () => {
    server = await listeningServer();
  }, 120_000);
  afterAll(() => server.close());

  foreignHandsSuite(() => server);
  otherSitesSuite(() => server);
  heavyFilesSuite(() => server);
  heavyBodiesSuite(() => server);
  rawRequestsSuite(() => server);

  test('no text in any parameter or field of any endpoint makes it fail', async () => {
    const { asked, broken } = await attackEverything(server);
    expect(asked).toBeGreaterThan(2000);
    expect(broken).toEqual([]);
  }, 600_000);
});

describe('a server in earnest', () => {
  let server: ListeningServer;
  const administrator = { login: 'first', password: 'violet harbour 1972' };

  beforeAll(async () => {
    const settings = identitySettings({
      LUODI_MODE: 'production',
      LUODI_PUBLIC_URL: 'https://luodi.example.gov.cn',
      LUODI_ADMIN_LOGIN: administrator.login,
      LUODI_ADMIN_PASSWORD: administrator.password,
    });
    if (!settings.ok) throw new Error(settings.error.message.en);
    server = await listeningServer(settings.value);
  }, 120_000);
  afterAll(() => server.close());

  test('has no demonstration to sign in to', async () => {
    expect((await server.request('/api/demo-identities')).status).toBe(404);
    const demo = { demo: '演示·杭州市系统管理员' };
    expect(await new Browser(server).signIn(demo)).toBe(401);
    expect((await new Browser(server).send('POST', '/api/demo/advance', {})).status).toBe(404);
  });

  test('gives its cookie to https alone and serves its own origin alone', async () => {
    const answer = await new Browser(server).send('POST', '/api/session', administrator);
    expect(answer.headers.get('set-cookie')).toMatch(/; HttpOnly; Secure; SameSite=Strict$/);
    const origin = { origin: server.address };
    const foreign = await new Browser(server).send('POST', '/api/session', administrator, origin);
    expect(foreign.status).toBe(403);
  });

  test('lets nobody guess on from one address, however many logins and however much at once', async () => {
    const guesses = Array.from({ length: 60 }, (_, at) =>
      new Browser(server).signIn({ login: `nobody${at}`, password: 'guess' }),
    );
    const answers = await Promise.all(guesses);
    expect(answers.filter((status) => status === 401).length).toBeLessThanOrEqual(20);
    // As many as may still be tried are tried; who comes besides is told that it is too often, or to come again.
    const untried = answers.filter((status) => status === 429 || status === 503);
    expect(untried.length).toBeGreaterThanOrEqual(40);
    expect(await new Browser(server).signIn(administrator)).toBe(429);
  });
});
