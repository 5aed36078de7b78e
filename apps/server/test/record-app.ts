import { fileURLToPath } from 'node:url';
import { openDatabase } from '@luodi/platform';
import type { Database } from '@luodi/platform';
import { z } from 'zod';
import type { Dependencies } from '../src/create-app.ts';
import { demonstration } from '../src/identity/identity-settings.ts';
import { keepIdentities } from '../src/identity/keep-identities.ts';
import { readCity } from '../src/content/city-content.ts';
import { sessionCookie } from '../src/api/session-cookie.ts';
import { townApp } from './town-app.ts';

export const cityFolder = fileURLToPath(new URL('../../../content/hangzhou', import.meta.url));

export type App = Awaited<ReturnType<typeof townApp>>['app'];

/** What answers requests: an application, or a server that listens somewhere. */
export interface Answering {
  request(path: string, init?: RequestInit): Response | Promise<Response>;
}

/** A time that tests move on by hand. */
export interface Clock {
  now: Date;
}

export interface RecordApp {
  readonly app: App;
  readonly database: Database;
  readonly clock: Clock;
}

export async function openMemory(): Promise<Database> {
  const opened = await openDatabase({ kind: 'memory' });
  if (!opened.ok) throw new Error(opened.error.message.en);
  return opened.value;
}

/** The application on a database of its own, with the bodies and the demonstration of Hangzhou in it. */
export async function recordApp(changes: Partial<Dependencies> = {}): Promise<RecordApp> {
  const database = changes.database ?? (await openMemory());
  const clock: Clock = { now: new Date('2026-06-01T01:00:00Z') };
  const kept = await keepIdentities(
    database,
    cityFolder,
    await readCity(cityFolder),
    demonstration,
  );
  if (!kept.ok) throw new Error(kept.error.message.en);
  const { app } = await townApp({ database, now: () => clock.now, ...changes });
  return { app, database, clock };
}

/** A browser: keeps the cookie, sends the session's token, chooses a key for each change. */
export class Browser {
  private readonly app: Answering;
  cookie = '';
  csrf = '';
  private keys = 0;

  constructor(app: Answering) {
    this.app = app;
  }

  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    this.keys += 1;
    const answer = await this.app.request(path, {
      method,
      headers: {
        ...(this.cookie === '' ? {} : { cookie: `${sessionCookie}=${this.cookie}` }),
        ...(method === 'GET'
          ? {}
          : {
              'x-csrf-token': this.csrf,
              'idempotency-key': `key-of-browser-${this.keys}-${this.cookie.slice(0, 8)}`,
            }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const set = answer.headers.get('set-cookie');
    const given = set === null ? undefined : /^luodi_session=([^;]*)/.exec(set)?.[1];
    if (given !== undefined) this.cookie = given;
    return answer;
  }

  /** Signs in, by password or as a demonstration identity; the answer's status. */
  async signIn(body: { login: string; password: string } | { demo: string }): Promise<number> {
    const answer = await this.send('POST', '/api/session', body);
    if (answer.status === 200)
      this.csrf = z.object({ csrfToken: z.string() }).parse(await answer.json()).csrfToken;
    return answer.status;
  }
}

/** A browser in which a demonstration identity has signed in. */
export async function demoBrowser(app: Answering, demo: string): Promise<Browser> {
  const browser = new Browser(app);
  const status = await browser.signIn({ demo });
  if (status !== 200) throw new Error(`${demo} cannot sign in: ${status}`);
  return browser;
}
