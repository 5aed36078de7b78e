import { z } from '@hono/zod-openapi';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { factsJson } from '@luodi/entitlement';
import type { CityContent } from '../content/city-content.ts';
import {
  documentResponse,
  documentsResponse,
  factsResponse,
  measureResponse,
  measuresResponse,
} from '../contract/index.ts';
import { refusal, refuse } from '../errors/refusal.ts';
import { documentDetailJson, documentJson } from '../library/document-json.ts';
import { filterMeasures, measureQuery } from '../library/measure-filter.ts';
import { measureDetailJson, measureJson } from '../library/measure-json.ts';
import { findDocument } from './document-name.ts';
import { addEndpoint } from './endpoint.ts';
import { preparedJson, sendJson } from './json-answer.ts';
import { findMeasure } from './measure-name.ts';

const tag = 'Library';
const mayChange = 'no-cache';

function addFacts(app: OpenAPIHono, { evaluator }: CityContent): void {
  const body = preparedJson(factsJson(evaluator.content.vocabulary));
  addEndpoint(
    app,
    {
      method: 'get',
      path: '/api/facts',
      tag,
      summary: '全部事实 · Every fact that can be stated about an applicant',
      answer: { kind: 'json', description: 'Facts, best known first', schema: factsResponse },
      refusals: [],
    },
    (c) => body.respond(c, mayChange),
  );
}

function addMeasures(app: OpenAPIHono, city: CityContent): void {
  const { content } = city.evaluator;
  addEndpoint(
    app,
    {
      method: 'get',
      path: '/api/measures',
      tag,
      summary: '措施 · Measures',
      query: measureQuery,
      answer: {
        kind: 'json',
        description: 'Measures that pass all filters',
        schema: measuresResponse,
      },
      refusals: ['invalid_query'],
    },
    (c) => {
      const found = filterMeasures(c.req.query(), content);
      return found.ok
        ? sendJson(
            c,
            found.value.map((measure) => measureJson(measure, content)),
            mayChange,
          )
        : refuse(c, refusal('invalid_query', ...found.error));
    },
  );
}

function addMeasure(app: OpenAPIHono, city: CityContent): void {
  const answer = (c: Context, id: string): Response => {
    const measure = findMeasure(id, city.evaluator.content, 'id');
    return measure.ok
      ? sendJson(c, measureDetailJson(measure.value, city), mayChange)
      : refuse(c, measure.error);
  };
  addEndpoint(
    app,
    {
      method: 'get',
      path: '/api/measures/{document}/{name}',
      tag,
      summary: '一项措施 · One measure',
      description: 'The id of a measure is the id of its document, a slash, and its name.',
      params: z.object({
        document: z.string().meta({ example: 'hz-sci-tech-enterprise-2024' }),
        name: z.string().meta({ example: '研发投入补助·科技型中小规模' }),
      }),
      answer: { kind: 'json', description: 'The measure', schema: measureResponse },
      refusals: ['unknown_measure', 'ambiguous_measure'],
    },
    (c) => answer(c, `${c.req.param('document')}/${c.req.param('name')}`),
  );
  addEndpoint(
    app,
    {
      method: 'get',
      path: '/api/measures/{id}',
      tag,
      summary:
        '一项措施（编号整体转义，或唯一的名称）· One measure by its escaped id or unique name',
      params: z.object({ id: z.string() }),
      answer: { kind: 'json', description: 'The measure', schema: measureResponse },
      refusals: ['unknown_measure', 'ambiguous_measure'],
    },
    (c) => answer(c, c.req.param('id') ?? ''),
  );
}

function addDocuments(app: OpenAPIHono, { evaluator }: CityContent): void {
  const { content } = evaluator;
  const list = preparedJson(content.documents.map((document) => documentJson(document, content)));
  addEndpoint(
    app,
    {
      method: 'get',
      path: '/api/documents',
      tag,
      summary: '政策文件 · Documents',
      answer: { kind: 'json', description: 'Documents', schema: documentsResponse },
      refusals: [],
    },
    (c) => list.respond(c, mayChange),
  );
  addEndpoint(
    app,
    {
      method: 'get',
      path: '/api/documents/{id}',
      tag,
      summary: '一份文件，逐条 · One document, clause by clause',
      params: z.object({ id: z.string().meta({ example: 'hz-sci-tech-enterprise-2024' }) }),
      answer: { kind: 'json', description: 'The document', schema: documentResponse },
      refusals: ['unknown_document'],
    },
    (c) => {
      const document = findDocument(c.req.param('id') ?? '', content, 'id');
      return document.ok
        ? sendJson(c, documentDetailJson(document.value, content), mayChange)
        : refuse(c, document.error);
    },
  );
}

/** The rules as a library: facts, measures, documents of the current version. */
export function addLibraryEndpoints(app: OpenAPIHono, city: CityContent): void {
  addFacts(app, city);
  addMeasures(app, city);
  addMeasure(app, city);
  addDocuments(app, city);
}
