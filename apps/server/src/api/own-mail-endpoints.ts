import type { OpenAPIHono } from '@hono/zod-openapi';
import { changeOwnMail, ownMail } from '@luodi/platform';
import type { Database } from '@luodi/platform';
import { ownMailRequest, ownMailResponse, roles } from '../contract/index.ts';
import type { OwnMailResponse } from '../contract/index.ts';
import { refuse } from '../errors/refusal.ts';
import type { ServerSettings } from '../server-settings.ts';
import { sendJson } from './json-answer.ts';
import { addOfficeEndpoint } from './office-endpoint.ts';
import { readBody } from './request-body.ts';

const common = {
  path: '/api/session/mail',
  tag: 'Session',
  roles,
  answer: { kind: 'json', description: 'As it is now', schema: ownMailResponse },
} as const;

/** Whether and where one is told of news by mail. */
export function addOwnMailEndpoints(
  app: OpenAPIHono,
  { queries }: Database,
  { mail }: ServerSettings,
): void {
  const now = async (user: string): Promise<OwnMailResponse> => {
    const { address = null, wanted } = await ownMail(queries, user);
    return { address, wanted, sends: mail !== undefined };
  };
  addOfficeEndpoint(
    app,
    { ...common, method: 'get', summary: '邮件通知 · Notices by mail', refusals: [] },
    async (c, { user }) => sendJson(c, await now(user)),
  );
  addOfficeEndpoint(
    app,
    {
      ...common,
      method: 'post',
      summary: '改邮件通知 · Change one’s own address or wish',
      body: ownMailRequest,
      refusals: ['bad_json', 'invalid_request'],
    },
    async (c, { user }) => {
      const body = await readBody(c, ownMailRequest);
      if (!body.ok) return refuse(c, body.error);
      const { address, wanted } = body.value;
      await changeOwnMail(queries, user, { address: address ?? undefined, wanted }, c.get('at'));
      return sendJson(c, await now(user));
    },
  );
}
