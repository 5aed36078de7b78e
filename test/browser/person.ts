import { sessionResponse } from '@luodi/server/contract';
import { inject } from 'vitest';

/** Checks what arrives: a schema of the contract. */
interface Schema<T> {
  parse(raw: unknown): T;
}

/** Somebody of the demonstration who acts without a page: what a test needs to have happened before it begins. */
export class Person {
  private readonly cookie: string;
  private readonly csrf: string;

  private constructor(cookie: string, csrf: string) {
    this.cookie = cookie;
    this.csrf = csrf;
  }

  /** Signs in a demonstration identity, such as `演示·市财政局财务员`. */
  static async signIn(name: string): Promise<Person> {
    const answer = await fetch(new URL('/api/session', inject('site')), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ demo: name }),
    });
    if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
    const [cookie = ''] = answer.headers.getSetCookie().map((set) => set.split(';')[0] ?? '');
    const session = sessionResponse.parse(await answer.json());
    if (session.kind !== 'signed_in') throw new Error(`${name} is not signed in`);
    return new Person(cookie, session.csrfToken);
  }

  /** Reads something, checked by its schema. */
  async get<T>(path: string, schema: Schema<T>): Promise<T> {
    const answer = await fetch(new URL(path, inject('site')), { headers: { cookie: this.cookie } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return schema.parse(await answer.json());
  }

  /** Changes something; a refusal fails the test with the server's words. */
  async post<T>(path: string, body: unknown, schema: Schema<T>): Promise<T> {
    const form = body instanceof FormData;
    const answer = await fetch(new URL(path, inject('site')), {
      method: 'POST',
      headers: {
        cookie: this.cookie,
        'x-csrf-token': this.csrf,
        'idempotency-key': crypto.randomUUID(),
        ...(form ? {} : { 'content-type': 'application/json' }),
      },
      body: form ? body : JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return schema.parse(await answer.json());
  }
}
