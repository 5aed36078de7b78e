import { dayOf } from '@luodi/kernel';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { letterRecords, listPublic, viewCase } from '@luodi/delivery';
import type { Actor } from '@luodi/platform';
import type { Context } from 'hono';
import { z } from 'zod';
import { letterQuery, lettersResponse } from '../contract/index.ts';
import { refusal, refuse } from '../errors/refusal.ts';
import { caseLetters } from '../letters/case-letters.ts';
import { letterDocument, wordType } from '../letters/letter-document.ts';
import { publicLetter } from '../letters/public-letter.ts';
import { addEndpoint } from './endpoint.ts';
import { sendFile } from './send-file.ts';
import { sendJson } from './json-answer.ts';
import { addOfficeEndpoint } from './office-endpoint.ts';
import type { DeliveryDependencies } from './programme-endpoints.ts';
import { readQuery } from './request-query.ts';

const common = {
  method: 'get',
  tag: 'Letters',
  roles: ['enterprise', 'officer', 'finance', 'auditor'],
} as const;

async function lettersOf({ delivery }: DeliveryDependencies, c: Context, actor: Actor, id: string) {
  const view = await viewCase(delivery, actor, id, c.get('at'));
  if (view === undefined) return undefined;
  return caseLetters(view, await letterRecords(delivery.queries, actor, view));
}

function addPublicList(app: OpenAPIHono, { delivery }: DeliveryDependencies): void {
  addEndpoint(
    app,
    {
      method: 'get',
      path: '/api/publicity/docx',
      tag: common.tag,
      summary: '公示名单（Word） · What is public as a Word document',
      answer: { kind: 'file', description: 'Word', mediaType: wordType },
      refusals: [],
    },
    async (c) => {
      const list = publicLetter(await listPublic(delivery.queries), dayOf(c.get('at')));
      const name = `${list.title}-${list.date}.docx`;
      return sendFile(c, await letterDocument(list), { name, mediaType: wordType });
    },
  );
}

/** Letters of cases, to print and as Word. Added before what answers to any id of a case. */
export function addLetterEndpoints(app: OpenAPIHono, dependencies: DeliveryDependencies): void {
  addPublicList(app, dependencies);
  addOfficeEndpoint(
    app,
    {
      ...common,
      path: '/api/cases/letter',
      summary: '文书（Word） · A letter as a Word document',
      description: 'Only letters that the state of the case allows; written in Chinese.',
      query: letterQuery,
      answer: { kind: 'file', description: 'Word', mediaType: wordType },
      refusals: ['invalid_query', 'case_unknown', 'letter_too_early'],
    },
    async (c, actor) => {
      const query = readQuery(c, letterQuery);
      if (!query.ok) return refuse(c, query.error);
      const letters = await lettersOf(dependencies, c, actor, query.value.id);
      if (letters === undefined) return refuse(c, refusal('case_unknown'));
      const found = letters.find(({ kind }) => kind === query.value.kind);
      if (found === undefined) return refuse(c, refusal('letter_too_early'));
      const name = `${found.title}-${query.value.id}.docx`;
      return sendFile(c, await letterDocument(found), { name, mediaType: wordType });
    },
  );
  addOfficeEndpoint(
    app,
    {
      ...common,
      path: '/api/cases/{id}/letters',
      summary: '办件的文书 · The letters of a case, to read and print',
      params: z.object({ id: z.string() }),
      answer: { kind: 'json', description: 'Those that its state allows', schema: lettersResponse },
      refusals: ['case_unknown'],
    },
    async (c, actor) => {
      const letters = await lettersOf(dependencies, c, actor, c.req.param('id') ?? '');
      return letters === undefined
        ? refuse(c, refusal('case_unknown'))
        : sendJson(c, { letters: letters.map((each) => ({ ...each })) });
    },
  );
}
