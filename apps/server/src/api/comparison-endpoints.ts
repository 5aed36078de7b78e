import { z } from '@hono/zod-openapi';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { compareDocuments, differencesJson } from '@luodi/library';
import type { CityContent } from '../content/city-content.ts';
import {
  coverageResponse,
  differencesResponse,
  documentCoverageResponse,
} from '../contract/index.ts';
import { refuse } from '../errors/refusal.ts';
import { Coverages, coverageDetailJson, coverageJson } from '../library/coverage-json.ts';
import type { PreparedBody } from '../static/prepared-body.ts';
import { findDocument } from './document-name.ts';
import { addEndpoint } from './endpoint.ts';
import { preparedJson, sendJson } from './json-answer.ts';

const tag = 'Library';

/** Comparisons that are kept for the next who asks. */
const mostKept = 16;

function addDifferences(app: OpenAPIHono, { evaluator }: CityContent): void {
  const kept = new Map<string, PreparedBody>();
  const id = z.string().meta({ example: 'hz-producer-services-2024' });
  addEndpoint(
    app,
    {
      method: 'get',
      path: '/api/diff/{earlier}/{later}',
      tag,
      summary: '两份文件的差异 · What became of one document in another',
      params: z.object({ earlier: id, later: id }),
      answer: {
        kind: 'json',
        description: 'Front matter, clauses word by word, rules entry by entry',
        schema: differencesResponse,
      },
      refusals: ['unknown_document'],
    },
    (c) => {
      const find = (key: 'earlier' | 'later') =>
        findDocument(c.req.param(key) ?? '', evaluator.content, key);
      const earlier = find('earlier');
      if (!earlier.ok) return refuse(c, earlier.error);
      const later = find('later');
      if (!later.ok) return refuse(c, later.error);
      const pair = `${earlier.value.id} ${later.value.id}`;
      const body =
        kept.get(pair) ??
        preparedJson(differencesJson(compareDocuments(earlier.value, later.value)));
      kept.set(pair, body);
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      return body.respond(c, 'no-cache');
    },
  );
}

function addCoverage(app: OpenAPIHono, { evaluator }: CityContent): void {
  const { documents } = evaluator.content;
  const coverages = new Coverages();
  let all: PreparedBody | undefined;
  addEndpoint(
    app,
    {
      method: 'get',
      path: '/api/coverage',
      tag,
      summary: '覆盖 · What of each document is encoded',
      answer: { kind: 'json', description: 'Every document', schema: coverageResponse },
      refusals: [],
    },
    (c) => {
      all ??= preparedJson(documents.map((document) => coverageJson(coverages.of(document))));
      return all.respond(c, 'no-cache');
    },
  );
  addEndpoint(
    app,
    {
      method: 'get',
      path: '/api/coverage/{id}',
      tag,
      summary: '一份文件的覆盖 · What of one document is encoded, and what is not, with reasons',
      params: z.object({ id: z.string().meta({ example: 'hz-upscale-2024' }) }),
      answer: { kind: 'json', description: 'The document', schema: documentCoverageResponse },
      refusals: ['unknown_document'],
    },
    (c) => {
      const document = findDocument(c.req.param('id') ?? '', evaluator.content, 'id');
      return document.ok
        ? sendJson(c, coverageDetailJson(coverages.of(document.value)), 'no-cache')
        : refuse(c, document.error);
    },
  );
}

/** How documents differ, and what of them is encoded. */
export function addComparisonEndpoints(app: OpenAPIHono, city: CityContent): void {
  addDifferences(app, city);
  addCoverage(app, city);
}
