import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Result } from '@luodi/kernel';
import {
  addMembership,
  addUser,
  endSessionsOf,
  listUsers,
  removeMembership,
  resetPassword,
  setUserDisabled,
} from '@luodi/platform';
import type { CommandFault, Database, UserFault } from '@luodi/platform';
import type { Context } from 'hono';
import { z } from 'zod';
import {
  accountResponse,
  disableRequest,
  membershipRequest,
  newUserRequest,
  usersResponse,
} from '../contract/index.ts';
import type { AccountResponse, UsersResponse } from '../contract/index.ts';
import { refusal, refuse } from '../errors/refusal.ts';
import { sendJson } from './json-answer.ts';
import { addCommandEndpoint, addOfficeEndpoint } from './office-endpoint.ts';
import { readBody } from './request-body.ts';

const tag = 'Administration';
const roles = ['administrator'] as const;
const path = '/api/admin/users';
const params = z.object({ id: z.string() });

interface Changed {
  readonly user: string;
  readonly oneTimePassword?: string | undefined;
}

function sendAccount(c: Context, done: Result<Changed, UserFault | CommandFault>): Response {
  if (!done.ok) return refuse(c, refusal(done.error.code));
  const { user, oneTimePassword = null } = done.value;
  const answer: AccountResponse = { user, oneTimePassword };
  return sendJson(c, answer);
}

const answer = {
  kind: 'json',
  description: 'The account that was changed',
  schema: accountResponse,
} as const;
const bodyRefusals = ['bad_json', 'invalid_request'] as const;

function addUserList(app: OpenAPIHono, { queries }: Database): void {
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path,
      tag,
      summary: '全部账户 · All accounts',
      roles,
      answer: { kind: 'json', description: 'By login', schema: usersResponse },
      refusals: [],
    },
    async (c, actor) => {
      const users = await listUsers(queries, actor);
      const list: UsersResponse = {
        users: users.map(({ lockedUntil, email, offices, ...user }) => ({
          ...user,
          email: email ?? null,
          lockedUntil: lockedUntil?.toISOString() ?? null,
          offices: offices.map((office) => ({ ...office })),
        })),
      };
      return sendJson(c, list);
    },
  );
}

function addNewUser(app: OpenAPIHono, { queries }: Database): void {
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path,
      tag,
      summary: '新建账户 · Add an account',
      description: 'Answers a one-time password, once, unless the city’s own identity is named.',
      roles,
      body: newUserRequest,
      answer,
      refusals: [...bodyRefusals, 'login_taken', 'unknown_organisation', 'passwords_busy'],
    },
    async (c, occasion) => {
      const body = await readBody(c, newUserRequest);
      if (!body.ok) return refuse(c, body.error);
      const { external, ...user } = body.value;
      const oidc = external === undefined ? {} : { oidc: external };
      return sendAccount(c, await addUser(queries, occasion, { ...user, ...oidc }));
    },
  );
}

function addDisabling(app: OpenAPIHono, { queries }: Database): void {
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: `${path}/{id}/disabled`,
      tag,
      summary: '停用或启用账户 · Disable an account, or let it in again',
      description: 'Its sessions end at once.',
      roles,
      params,
      body: disableRequest,
      answer,
      refusals: [...bodyRefusals, 'unknown_user', 'last_administrator'],
    },
    async (c, occasion) => {
      const body = await readBody(c, disableRequest);
      if (!body.ok) return refuse(c, body.error);
      const change = { user: c.req.param('id') ?? '', ...body.value };
      return sendAccount(c, await setUserDisabled(queries, occasion, change));
    },
  );
}

function addOffices(app: OpenAPIHono, { queries }: Database): void {
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: `${path}/{id}/offices`,
      tag,
      summary: '增减身份 · Give an office, or take one away',
      roles,
      params,
      body: membershipRequest,
      answer,
      refusals: [
        ...bodyRefusals,
        'unknown_user',
        'unknown_organisation',
        'already_member',
        'not_a_member',
        'last_administrator',
      ],
    },
    async (c, occasion) => {
      const body = await readBody(c, membershipRequest);
      if (!body.ok) return refuse(c, body.error);
      const { change, ...office } = body.value;
      const make = change === 'add' ? addMembership : removeMembership;
      return sendAccount(
        c,
        await make(queries, occasion, { user: c.req.param('id') ?? '', ...office }),
      );
    },
  );
}

function addPasswordReset(app: OpenAPIHono, { queries }: Database): void {
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: `${path}/{id}/password`,
      tag,
      summary: '重置密码 · Set a one-time password',
      description: 'Its sessions end, a lock is taken off. The password is answered once.',
      roles,
      params,
      answer,
      refusals: ['unknown_user', 'passwords_busy'],
    },
    async (c, occasion) =>
      sendAccount(c, await resetPassword(queries, occasion, { user: c.req.param('id') ?? '' })),
  );
}

function addSessionsEnd(app: OpenAPIHono, { queries }: Database): void {
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: `${path}/{id}/sessions/end`,
      tag,
      summary: '结束登录 · End all sessions of an account',
      roles,
      params,
      answer,
      refusals: ['unknown_user'],
    },
    async (c, occasion) =>
      sendAccount(c, await endSessionsOf(queries, occasion, { user: c.req.param('id') ?? '' })),
  );
}

/** Accounts and who may act for which body, for administrators. */
export function addUserEndpoints(app: OpenAPIHono, database: Database): void {
  addUserList(app, database);
  addNewUser(app, database);
  addDisabling(app, database);
  addOffices(app, database);
  addPasswordReset(app, database);
  addSessionsEnd(app, database);
}
