import { dayOf } from '@luodi/kernel';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { letterRecords, listPublic, numberLetters, viewCase } from '@luodi/delivery';
import type { Actor } from '@luodi/platform';
import type { Context } from 'hono';
import { z } from 'zod';
import { letterQuery, lettersResponse } from '../contract/index.ts';
import type { LettersResponse } from '../contract/index.ts';
import { refusal, refuse } from '../errors/refusal.ts';
import { caseLetters } from '../letters/case-letters.ts';
import { letterDocument, wordType } from '../letters/letter-document.ts';
import { letterNumber } from '../letters/letter-number.ts';
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

/** The letters of a case with their numbers; a letter that is read for the first time gets its own. */
async function lettersOf(
  { delivery }: DeliveryDependencies,
  c: Context,
  actor: Actor,
  id: string,
): Promise<LettersResponse['letters'] | undefined> {
  const at = c.get('at');
  const view = await viewCase(delivery, actor, id, at);
  if (view === undefined) return undefined;
  const records = await letterRecords(delivery.queries, actor, view);
  const letters = caseLetters(view, records);
  const organisation = view.programme.owner;
  const numbers = await numberLetters(
    delivery.queries,
    letters.map(({ kind, about, date }) => ({
      case: id,
      kind,
      about,
      organisation,
      year: Number(date.slice(0, 4)),
    })),
    at,
  );
  return letters.flatMap(({ about: _about, ...letter }, place) => {
    const number = numbers[place];
    if (number === undefined) return [];
    return [{ ...letter, number: letterNumber(records.ownerName, number) }];
  });
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
      return letters === undefined ? refuse(c, refusal('case_unknown')) : sendJson(c, { letters });
    },
  );
}
