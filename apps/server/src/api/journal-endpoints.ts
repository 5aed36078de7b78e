import type { OpenAPIHono } from '@hono/zod-openapi';
import { Temporal } from '@luodi/kernel';
import { beginningOf, journalHeads, searchJournal } from '@luodi/platform';
import type { Database, JournalQuestion } from '@luodi/platform';
import { z } from 'zod';
import { journalHeadsResponse, journalResponse } from '../contract/index.ts';
import type { JournalHeadsResponse, JournalResponse } from '../contract/index.ts';
import { refuse } from '../errors/refusal.ts';
import { addEndpoint } from './endpoint.ts';
import { sendJson } from './json-answer.ts';
import { addOfficeEndpoint } from './office-endpoint.ts';
import { readQuery } from './request-query.ts';

/** As many entries as the database can count. */
const latest = 2n ** 63n - 1n;
const tag = 'Journal';
const usualLimit = 50;
const largestLimit = 500;

const day = z.iso.date();
const text = z.string().min(1).max(300);

/** What is looked for in the journal. */
export const journalQuery = z.object({
  actor: text.optional().meta({ description: 'Id or name of who acted' }),
  action: text.optional().meta({
    description: 'An action, or with a dot at its end all that begin so: `user.`',
  }),
  subject: text.optional().meta({ description: 'Id of what it was done to' }),
  from: day.optional().meta({ description: 'First day, YYYY-MM-DD' }),
  until: day.optional().meta({ description: 'Last day, YYYY-MM-DD' }),
  before: z.coerce.bigint().min(1n).max(latest).optional().meta({
    description: 'Entries before this one: `next` of the page before',
    type: 'integer',
  }),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(largestLimit)
    .optional()
    .meta({
      description: `${usualLimit} if left out, ${largestLimit} at most`,
    }),
});

/** The instant at which a day begins, counted from the day given. */
function startOf(date: string | undefined, later: number): Date | undefined {
  if (date === undefined) return undefined;
  return beginningOf(Temporal.PlainDate.from(date).add({ days: later }));
}

/** The days of a question as instants. */
export function journalQuestion({
  from,
  until,
  limit = usualLimit,
  ...rest
}: z.infer<typeof journalQuery>): JournalQuestion {
  return { ...rest, from: startOf(from, 0), until: startOf(until, 1), limit };
}

function addSearch(app: OpenAPIHono, { queries }: Database): void {
  addOfficeEndpoint(
    app,
    {
      method: 'get',
      path: '/api/journal',
      tag,
      summary: '日志 · Who did what, when and why',
      description: 'Newest first.',
      roles: ['auditor', 'administrator'],
      query: journalQuery,
      answer: { kind: 'json', description: 'A page of entries', schema: journalResponse },
      refusals: ['invalid_query'],
    },
    async (c, actor) => {
      const query = readQuery(c, journalQuery);
      if (!query.ok) return refuse(c, query.error);
      const question = journalQuestion(query.value);
      const found = await searchJournal(queries, actor, question);
      const last = found.at(-1);
      const answer: JournalResponse = {
        entries: found.map(({ sequence, at, actorName, detail, ...entry }) => ({
          ...entry,
          sequence: Number(sequence),
          at: at.toISOString(),
          actorName: actorName ?? null,
          detail,
        })),
        next: last === undefined || found.length < question.limit ? null : Number(last.sequence),
      };
      return c.json(answer, 200, { 'cache-control': 'no-store' });
    },
  );
}

const headsQuery = z.object({
  limit: z.coerce.number().int().min(1).max(10_000).optional().meta({
    description: '400 if left out: more than a year',
  }),
});

function addHeads(app: OpenAPIHono, { queries }: Database): void {
  addEndpoint(
    app,
    {
      method: 'get',
      path: '/api/journal/heads',
      tag,
      summary: '每日日志摘要 · The hash of the journal at the end of each day',
      description:
        'For everybody: whoever keeps one can have the journal checked against it later (`luodi verify journal --head HASH`).',
      query: headsQuery,
      answer: { kind: 'json', description: 'Newest first', schema: journalHeadsResponse },
      refusals: ['invalid_query'],
    },
    async (c) => {
      const query = readQuery(c, headsQuery);
      if (!query.ok) return refuse(c, query.error);
      const heads = await journalHeads(queries, query.value.limit ?? 400);
      const answer: JournalHeadsResponse = {
        heads: heads.map(({ sequence, ...head }) => ({ ...head, sequence: Number(sequence) })),
      };
      return sendJson(c, answer);
    },
  );
}

/** The journal for those who audit, and its daily heads for everybody. */
export function addJournalEndpoints(app: OpenAPIHono, database: Database): void {
  addSearch(app, database);
  addHeads(app, database);
}
