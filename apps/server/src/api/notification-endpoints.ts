import type { OpenAPIHono } from '@hono/zod-openapi';
import { markNotificationsRead, notificationsOf } from '@luodi/platform';
import type { Database } from '@luodi/platform';
import { z } from 'zod';
import {
  notificationsResponse,
  readNotificationsRequest,
  readNotificationsResponse,
  roles,
} from '../contract/index.ts';
import type { NotificationsResponse } from '../contract/index.ts';
import { refusal, refuse } from '../errors/refusal.ts';
import { sendJson } from './json-answer.ts';
import { addCommandEndpoint, addOfficeEndpoint } from './office-endpoint.ts';
import { readBody } from './request-body.ts';
import { readQuery } from './request-query.ts';

const tag = 'Notifications';
const path = '/api/notifications';
const usualLimit = 50;

const notificationsQuery = z.object({
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(500)
    .optional()
    .meta({
      description: `${usualLimit} if left out`,
    }),
});

/** What the organisation that one acts for is told. */
export function addNotificationEndpoints(app: OpenAPIHono, { queries }: Database): void {
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path,
      tag,
      summary: '通知 · What one’s organisation is told',
      roles,
      query: notificationsQuery,
      answer: { kind: 'json', description: 'Newest first', schema: notificationsResponse },
      refusals: ['invalid_query'],
    },
    async (c, actor) => {
      const query = readQuery(c, notificationsQuery);
      if (!query.ok) return refuse(c, query.error);
      const limit = query.value.limit ?? usualLimit;
      const { notices, unread } = await notificationsOf(queries, actor, limit);
      const answer: NotificationsResponse = {
        notifications: notices.map(({ id, at, words, ...notice }) => ({
          ...notice,
          id: Number(id),
          at: at.toISOString(),
          words: { ...words },
        })),
        unread,
      };
      return sendJson(c, answer);
    },
  );
  addCommandEndpoint(
    app,
    {
      method: 'post',
      path: `${path}/read`,
      tag,
      summary: '标为已读 · Mark as read',
      roles,
      body: readNotificationsRequest,
      answer: { kind: 'json', description: 'How many', schema: readNotificationsResponse },
      refusals: ['bad_json', 'invalid_request'],
    },
    async (c, occasion) => {
      const body = await readBody(c, readNotificationsRequest);
      if (!body.ok) return refuse(c, body.error);
      const done = await markNotificationsRead(queries, occasion, BigInt(body.value.upTo));
      return done.ok ? sendJson(c, done.value) : refuse(c, refusal(done.error.code));
    },
  );
}
