/**
 * Many people at once on a running server in demonstration mode: `npx tsx apps/server/scripts/load.ts [address] [--users 100] [--seconds 30]
 * [--pause 3]`. Everybody signs in, then reads nine times and, if an enterprise, saves an application once, thinking for `--pause` seconds
 * on average between two requests (0: none, as fast as the server answers). Prints how long the answers took.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    users: { type: 'string', default: '100' },
    seconds: { type: 'string', default: '30' },
    pause: { type: 'string', default: '3' },
  },
});
const address = positionals[0] ?? 'http://127.0.0.1:8787';
const users = Number(values.users);
const until = () => performance.now() < ends;

const identities = z.object({
  identities: z.array(z.object({ login: z.string(), role: z.string() })),
});
const session = z.object({ csrfToken: z.string() });
const cases = z.object({
  cases: z.array(z.object({ id: z.string(), state: z.string(), programme: z.string() })),
});

interface Person {
  readonly role: string;
  readonly cookie: string;
  readonly csrf: string;
}

interface Taken {
  readonly reads: number[];
  readonly commands: number[];
  readonly refused: Map<string, number>;
}

const taken: Taken = { reads: [], commands: [], refused: new Map() };

function headersOf({ cookie, csrf }: Pick<Person, 'cookie' | 'csrf'>): Record<string, string> {
  return {
    cookie,
    'x-csrf-token': csrf,
    'idempotency-key': randomUUID(),
    'content-type': 'application/json',
  };
}

async function signIn({ login, role }: { login: string; role: string }): Promise<Person> {
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: headersOf({ cookie: '', csrf: '' }),
    body: JSON.stringify({ demo: login }),
  });
  if (!answer.ok)
    throw new Error(`${login} cannot sign in: ${answer.status} ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';', 1)[0] ?? '')
    .join('; ');
  return { role, cookie, csrf: session.parse(await answer.json()).csrfToken };
}

const pause = Number(values.pause) * 1000;

async function think(): Promise<void> {
  if (pause > 0) await setTimeout(2 * pause * Math.random());
}

async function timed(
  into: number[],
  person: Person,
  path: string,
  body?: unknown,
): Promise<unknown> {
  const began = performance.now();
  const answer = await fetch(address + path, {
    headers: headersOf(person),
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  const data: unknown = await answer.json();
  into.push(performance.now() - began);
  if (!answer.ok) {
    const what = `${answer.status} ${path.split('?', 1)[0] ?? ''}`;
    taken.refused.set(what, (taken.refused.get(what) ?? 0) + 1);
  }
  return data;
}

const readsOf: Readonly<Record<string, readonly string[]>> = {
  enterprise: ['/api/cases', '/api/programmes', '/api/notifications'],
  officer: ['/api/work', '/api/cases', '/api/programmes'],
  finance: ['/api/money', '/api/programmes', '/api/notifications'],
  auditor: ['/api/journal', '/api/programmes', '/api/notifications'],
};

/** An application of the enterprise that is still a draft, begun if there is none. */
async function draftOf(person: Person): Promise<string | undefined> {
  await timed([], person, '/api/cases', { programme: 'demo-rd-subsidy' });
  const own = cases.parse(await timed([], person, '/api/cases'));
  return own.cases.find(
    ({ state, programme }) => state === 'draft' && programme === 'demo-rd-subsidy',
  )?.id;
}

async function work(person: Person): Promise<void> {
  const paths = readsOf[person.role] ?? ['/api/programmes'];
  const draft = person.role === 'enterprise' ? await draftOf(person) : undefined;
  const all = draft === undefined ? paths : [...paths, `/api/cases/${encodeURIComponent(draft)}`];
  while (until()) {
    for (let turn = 0; turn < 9 && until(); turn += 1) {
      await think();
      await timed(taken.reads, person, all[turn % all.length] ?? '/api/programmes');
    }
    await think();
    if (draft !== undefined)
      await timed(taken.commands, person, `/api/cases/${encodeURIComponent(draft)}/save`, {
        answers: {},
        papers: [],
      });
  }
}

function percentile(of: readonly number[], part: number): string {
  const sorted = [...of].sort((a, b) => a - b);
  return `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(0)} ms`;
}

const known = identities.parse(await (await fetch(`${address}/api/demo-identities`)).json());
const some = known.identities.filter(({ role }) => role in readsOf);
let ends = Number.POSITIVE_INFINITY;
const people: Person[] = [];
for (let at = 0; at < users; at += 1) {
  const identity = some[at % some.length];
  if (identity !== undefined) people.push(await signIn(identity));
}
const seconds = Number(values.seconds);
ends = performance.now() + seconds * 1000;
await Promise.all(people.map(work));
for (const [name, times] of [
  ['reads', taken.reads],
  ['commands', taken.commands],
] as const)
  console.log(
    `${name}: ${times.length}, ${(times.length / seconds).toFixed(0)}/s; p50 ${percentile(times, 0.5)}, p99 ${percentile(times, 0.99)}, slowest ${percentile(times, 1)}`,
  );
for (const [what, count] of taken.refused) console.log(`refused ${count} times: ${what}`);
