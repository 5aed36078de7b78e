import type { OpenAPIHono } from '@hono/zod-openapi';
import { listOrganisations, systemActor } from '@luodi/platform';
import type { Database } from '@luodi/platform';
import { bodyNamesResponse } from '../contract/index.ts';
import { englishNames } from '../identity/english-names.ts';
import { addEndpoint } from './endpoint.ts';
import { sendJson } from './json-answer.ts';

/** What districts and departments are called in English, for pages that know them by their Chinese names. */
export function addBodyNameEndpoint(app: OpenAPIHono, { queries }: Database): void {
  addEndpoint(
    app,
    {
      method: 'get',
      path: '/api/body-names',
      tag: 'Content',
      summary: '机构的英文名称 · English names of public bodies',
      answer: {
        kind: 'json',
        description: 'By Chinese name: 西湖区, 市科技局, and as routes name them: 科技局',
        schema: bodyNamesResponse,
      },
      refusals: [],
    },
    async (c) =>
      sendJson(c, { names: englishNames(await listOrganisations(queries, systemActor('names'))) }),
  );
}
