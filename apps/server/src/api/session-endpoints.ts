import type { OpenAPIHono } from '@hono/zod-openapi';
import {
  AttemptLimit,
  changeOwnPassword,
  chooseOffice,
  endSession,
  findSession,
  offeredIdentities,
  officesOf,
  signIn,
  signInToDemo,
} from '@luodi/platform';
import type { AttemptFault, Database, Office, SignedIn } from '@luodi/platform';
import { fail } from '@luodi/kernel';
import { getCookie } from 'hono/cookie';
import type { z } from 'zod';
import {
  demoIdentitiesResponse,
  officeRequest,
  passwordRequest,
  roles,
  sessionResponse,
  signInRequest,
} from '../contract/index.ts';
import type {
  DemoIdentitiesResponse,
  ErrorCode,
  OfficeJson,
  SessionResponse,
} from '../contract/index.ts';
import { refusal, refuse } from '../errors/refusal.ts';
import type { IdentitySettings } from '../identity/identity-settings.ts';
import { addEndpoint } from './endpoint.ts';
import { sendJson } from './json-answer.ts';
import { readBody } from './request-body.ts';
import { addressOf, doubtOf } from './session.ts';
import { giveSession, sessionCookie, takeSession } from './session-cookie.ts';

const tag = 'Session';
const path = '/api/session';
const quarter = 15 * 60_000;
/** More than an account's own: the people of an office share an address. */
const mostFailuresOfAddress = 20;
const mostFailuresOfAccount = 5;

/** What the endpoints of identity work with. */
export interface IdentityDependencies {
  readonly database: Database;
  readonly identity: IdentitySettings;
}

function officeJson({ district, ...office }: Office): OfficeJson {
  return { ...office, district: district ?? null };
}

async function sessionJson(
  { database, identity }: IdentityDependencies,
  signedIn: SignedIn | undefined,
): Promise<SessionResponse> {
  const { mode } = identity;
  if (signedIn === undefined)
    return { kind: 'anonymous', mode, external: identity.external !== undefined };
  const { user, office, csrfToken, expiresAt, mustChangePassword } = signedIn;
  const offices = await officesOf(database.queries, user.id);
  return {
    kind: 'signed_in',
    mode,
    user,
    office: officeJson(office),
    offices: offices.map(officeJson),
    csrfToken,
    expiresAt: expiresAt.toISOString(),
    mustChangePassword,
  };
}

async function enterBy(
  { database: { queries }, identity }: IdentityDependencies,
  body: z.infer<typeof signInRequest>,
  at: Date,
) {
  if ('password' in body) return signIn(queries, body, at);
  return identity.mode === 'demo'
    ? signInToDemo(queries, body.demo, at)
    : fail({ code: 'sign_in_refused' } as const);
}

/** Why it is not tried, or how it failed: who came while others of the address are being let in only has to come again. */
function refusedAttempt<Code extends ErrorCode>(code: Code | AttemptFault['code']): ErrorCode {
  if (code === 'spent') return 'too_many_attempts';
  return code === 'under_way' ? 'passwords_busy' : code;
}

function addSignIn(app: OpenAPIHono, dependencies: IdentityDependencies): void {
  const { database, identity } = dependencies;
  const attempts = new AttemptLimit(mostFailuresOfAddress, quarter);
  addEndpoint(
    app,
    {
      method: 'post',
      path,
      tag,
      summary: '登录 · Sign in',
      description:
        'Sets the cookie of a session, which ends after half an hour without a request and after twelve hours in any case. Read `csrfToken` from GET /api/session.',
      body: signInRequest,
      answer: { kind: 'json', description: 'Who one is now', schema: sessionResponse },
      refusals: [
        'bad_json',
        'invalid_request',
        'sign_in_refused',
        'no_office',
        'too_many_attempts',
        'passwords_busy',
        'cross_site_refused',
      ],
    },
    async (c) => {
      const [at, address] = [c.get('at'), addressOf(c, identity)];
      const body = await readBody(c, signInRequest);
      if (!body.ok) return refuse(c, body.error);
      // A page elsewhere could sign the visitor in as somebody else. The token of an earlier session is not asked for.
      if (c.get('doubt') === 'other_site') return refuse(c, refusal('cross_site_refused'));
      const enter = () => enterBy(dependencies, body.value, at);
      const tried = await attempts.attempt(address, at, enter, ({ ok }) => !ok);
      const entered = tried.ok ? tried.value : tried;
      if (!entered.ok) return refuse(c, refusal(refusedAttempt(entered.error.code)));
      const { token } = entered.value;
      giveSession(c, entered.value, identity);
      const found = await findSession(database.queries, token, at);
      return sendJson(c, await sessionJson(dependencies, found));
    },
  );
}

function addSignOut(app: OpenAPIHono, { database, identity }: IdentityDependencies): void {
  addEndpoint(
    app,
    {
      method: 'delete',
      path,
      tag,
      summary: '退出登录 · Sign out',
      answer: { kind: 'json', description: 'Nobody is signed in', schema: sessionResponse },
      refusals: ['cross_site_refused'],
    },
    async (c) => {
      const doubt = doubtOf(c);
      if (doubt !== undefined) return refuse(c, refusal(doubt));
      const token = getCookie(c, sessionCookie);
      if (token !== undefined) await endSession(database.queries, token, c.get('at'));
      takeSession(c, identity);
      return sendJson(c, await sessionJson({ database, identity }, undefined));
    },
  );
}

function addWhoAmI(app: OpenAPIHono, dependencies: IdentityDependencies): void {
  addEndpoint(
    app,
    {
      method: 'get',
      path,
      tag,
      summary: '我是谁 · Who is signed in',
      answer: { kind: 'json', description: 'Who one is, and may be', schema: sessionResponse },
      refusals: ['database_unavailable'],
    },
    async (c) => {
      const doubt = doubtOf(c);
      if (doubt !== undefined) return refuse(c, refusal(doubt));
      return sendJson(c, await sessionJson(dependencies, c.get('signedIn')));
    },
  );
}

function addOfficeChoice(app: OpenAPIHono, dependencies: IdentityDependencies): void {
  const { queries } = dependencies.database;
  addEndpoint(
    app,
    {
      method: 'post',
      path: `${path}/office`,
      tag,
      summary: '换一个身份 · Act in another of one’s offices',
      body: officeRequest,
      roles,
      answer: { kind: 'json', description: 'Who one is now', schema: sessionResponse },
      refusals: [
        'bad_json',
        'invalid_request',
        'not_signed_in',
        'cross_site_refused',
        'not_your_office',
      ],
    },
    async (c) => {
      const doubt = doubtOf(c);
      if (doubt !== undefined) return refuse(c, refusal(doubt));
      const [signedIn, token] = [c.get('signedIn'), getCookie(c, sessionCookie)];
      if (signedIn === undefined || token === undefined) return refuse(c, refusal('not_signed_in'));
      const body = await readBody(c, officeRequest);
      if (!body.ok) return refuse(c, body.error);
      const at = c.get('at');
      const chosen = await chooseOffice(queries, { token, at }, signedIn, body.value);
      if (!chosen.ok) return refuse(c, refusal(chosen.error.code));
      return sendJson(c, await sessionJson(dependencies, await findSession(queries, token, at)));
    },
  );
}

function addOwnPassword(app: OpenAPIHono, dependencies: IdentityDependencies): void {
  const { queries } = dependencies.database;
  const attempts = new AttemptLimit(mostFailuresOfAccount, quarter);
  addEndpoint(
    app,
    {
      method: 'post',
      path: `${path}/password`,
      tag,
      summary: '改密码 · Change one’s own password',
      description: 'Other sessions of the account end.',
      body: passwordRequest,
      roles,
      answer: { kind: 'json', description: 'Who one is', schema: sessionResponse },
      refusals: [
        'bad_json',
        'invalid_request',
        'not_signed_in',
        'cross_site_refused',
        'wrong_password',
        'password_too_short',
        'password_too_plain',
        'too_many_attempts',
        'passwords_busy',
      ],
    },
    async (c) => {
      const doubt = doubtOf(c);
      if (doubt !== undefined) return refuse(c, refusal(doubt));
      const signedIn = c.get('signedIn');
      if (signedIn === undefined) return refuse(c, refusal('not_signed_in'));
      const body = await readBody(c, passwordRequest);
      if (!body.ok) return refuse(c, body.error);
      const { csrfToken, user } = signedIn;
      const at = c.get('at');
      // Who finds a session open may not guess the password in it.
      const tried = await attempts.attempt(
        user.id,
        at,
        () => changeOwnPassword(queries, user.id, { ...body.value, csrfToken, at }),
        (done) => !done.ok && done.error.code === 'wrong_password',
      );
      const changed = tried.ok ? tried.value : tried;
      if (!changed.ok) return refuse(c, refusal(refusedAttempt(changed.error.code)));
      return sendJson(
        c,
        await sessionJson(dependencies, { ...signedIn, mustChangePassword: false }),
      );
    },
  );
}

function addDemoIdentities(app: OpenAPIHono, { database, identity }: IdentityDependencies): void {
  addEndpoint(
    app,
    {
      method: 'get',
      path: '/api/demo-identities',
      tag,
      summary: '演示身份 · Synthetic persons to sign in as',
      description: 'In demo mode only: POST /api/session with `{"demo": login}`.',
      answer: { kind: 'json', description: 'All of them', schema: demoIdentitiesResponse },
      refusals: ['not_found'],
    },
    async (c) => {
      if (identity.mode !== 'demo') return refuse(c, refusal('not_found'));
      const identities = await offeredIdentities(database.queries);
      const answer: DemoIdentitiesResponse = { identities: [...identities] };
      return sendJson(c, answer);
    },
  );
}

/** Signing in and out, the office that one acts in, one's own password. */
export function addSessionEndpoints(app: OpenAPIHono, dependencies: IdentityDependencies): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: sessionCookie,
  });
  addSignIn(app, dependencies);
  addSignOut(app, dependencies);
  addWhoAmI(app, dependencies);
  addOfficeChoice(app, dependencies);
  addOwnPassword(app, dependencies);
  addDemoIdentities(app, dependencies);
}
