import { beforeAll, describe, expect, test } from 'vitest';
import { sessionCookie } from '../../src/api/session-cookie.ts';
import { sessionResponse } from '../../src/contract/index.ts';
import { Browser, demoBrowser } from '../record-app.ts';
import type { ListeningServer } from './listening-server.ts';

const person = '演示企业甲（杭州）有限公司办事员';

async function whoIs(browser: Browser): Promise<string> {
  const answer = await browser.send('GET', '/api/session');
  return sessionResponse.parse(await answer.json()).kind;
}

/** Pages of other sites that ride on the session of a visitor, and tokens that somebody chose. */
export function otherSitesSuite(server: () => ListeningServer): void {
  describe('a request that rides on a session', () => {
    let browser: Browser;
    let other: Browser;
    const change = { address: null, wanted: false };

    beforeAll(async () => {
      browser = await demoBrowser(server(), person);
      other = await demoBrowser(server(), '演示企业乙（杭州）有限公司办事员');
    });

    const forgeries: readonly { name: string; headers: () => Record<string, string> }[] = [
      { name: 'no token', headers: () => ({ 'x-csrf-token': '' }) },
      { name: 'the token of another session', headers: () => ({ 'x-csrf-token': other.csrf }) },
      { name: 'a foreign origin', headers: () => ({ origin: 'https://evil.example' }) },
      {
        name: 'an origin that begins like the own',
        headers: () => ({ origin: `${server().address}.evil.example` }),
      },
      { name: 'the origin of a sandbox', headers: () => ({ origin: 'null' }) },
      { name: 'the mark of another site', headers: () => ({ 'sec-fetch-site': 'cross-site' }) },
    ];
    for (const { name, headers } of forgeries)
      test(`with ${name} is refused`, async () => {
        const answer = await browser.send('POST', '/api/session/mail', change, headers());
        expect(answer.status).toBe(403);
      });

    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])
      test(`as ${type}, which a form can send, is refused`, async () => {
        const headers = { 'content-type': type };
        const answer = await browser.send('POST', '/api/session/mail', change, headers);
        expect(answer.status).toBe(415);
      });

    test('by reading changes nothing: GET is answered only where it is described', async () => {
      expect((await browser.send('GET', '/api/cases/x/withdraw')).status).toBe(405);
    });

    test('with the token and from the own pages is served', async () => {
      const headers = { origin: server().address };
      const answer = await browser.send('POST', '/api/session/mail', change, headers);
      expect(answer.status).toBe(200);
    });
  });

  describe('a session', () => {
    test('that somebody chose for a visitor is never the visitor’s', async () => {
      const chosen = 'A'.repeat(43);
      const browser = new Browser(server());
      browser.cookie = chosen;
      await browser.signIn({ demo: person });
      expect(browser.cookie).not.toBe(chosen);
      const attacker = new Browser(server());
      attacker.cookie = chosen;
      expect(await whoIs(attacker)).toBe('anonymous');
    });

    test('is another after each sign-in', async () => {
      const browser = await demoBrowser(server(), person);
      const { cookie, csrf } = browser;
      await browser.signIn({ demo: person });
      expect(browser.cookie).not.toBe(cookie);
      expect(browser.csrf).not.toBe(csrf);
    });

    test('comes in a cookie for this host alone that scripts cannot read', async () => {
      const answer = await new Browser(server()).send('POST', '/api/session', { demo: person });
      const cookie = answer.headers.get('set-cookie') ?? '';
      expect(cookie).toMatch(new RegExp(`^${sessionCookie}=[\\w-]{43}; `));
      expect(cookie).toMatch(/; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/);
      expect(cookie).not.toContain('Domain');
    });
  });
}
