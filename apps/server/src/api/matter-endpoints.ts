import { z } from '@hono/zod-openapi';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { nearName } from '@luodi/kernel';
import type { CityContent } from '../content/city-content.ts';
import { matterResponse, mattersResponse } from '../contract/index.ts';
import { detail, didYouMean, refusal, refuse } from '../errors/refusal.ts';
import { matterDetailJson, mattersJson } from '../library/matter-json.ts';
import { addEndpoint } from './endpoint.ts';
import { preparedJson, sendJson } from './json-answer.ts';

const tag = 'Library';

/** Matters: what several documents may give for one and the same thing. */
export function addMatterEndpoints(app: OpenAPIHono, { evaluator }: CityContent): void {
  const list = preparedJson(mattersJson(evaluator.content));
  addEndpoint(
    app,
    {
      method: 'get',
      path: '/api/matters',
      tag,
      summary: '事项 · Matters that have measures',
      answer: {
        kind: 'json',
        description: 'Matters, those of most documents first',
        schema: mattersResponse,
      },
      refusals: [],
    },
    (c) => list.respond(c, 'no-cache'),
  );
  addEndpoint(
    app,
    {
      method: 'get',
      path: '/api/matters/{name}',
      tag,
      summary: '一个事项，各文件的措施对照 · The measures of one matter side by side',
      params: z.object({ name: z.string().meta({ example: '研发投入补助' }) }),
      answer: { kind: 'json', description: 'The matter', schema: matterResponse },
      refusals: ['unknown_matter'],
    },
    (c) => {
      const given = c.req.param('name') ?? '';
      const matters = [...evaluator.content.vocabulary.matters.values()];
      const matter = matters.find(({ name, nameEn }) => name === given || nameEn === given);
      if (matter !== undefined) return sendJson(c, matterDetailJson(matter, evaluator), 'no-cache');
      const known = matters.flatMap(({ name, nameEn }) => [name, nameEn]);
      const words = { zh: `没有事项“${given}”`, en: `there is no matter “${given}”` };
      const near = didYouMean(nearName(given, known));
      return refuse(c, refusal('unknown_matter', detail('name', 'unknown_matter', words, near)));
    },
  );
}
