import { beforeAll, describe, expect, test } from 'vitest';
import { errorCodes, errorResponse } from '../src/contract/index.ts';
import { post, townApp } from './town-app.ts';

let app: Awaited<ReturnType<typeof townApp>>['app'];

beforeAll(async () => {
  ({ app } = await townApp());
});

interface Case {
  readonly name: string;
  readonly path: string;
  readonly body?: unknown;
  readonly status: number;
  readonly code: string;
  /** Key, code and English hint of the first detail. */
  readonly detail?: readonly [string, string, string];
}

const cases: readonly Case[] = [
  {
    name: 'a body that is no JSON',
    path: '/api/match',
    body: '{"facts":',
    status: 400,
    code: 'bad_json',
  },
  { name: 'an empty body', path: '/api/match', body: '', status: 400, code: 'bad_json' },
  {
    name: 'a fact stated twice',
    path: '/api/match',
    body: '{"facts":{"高企":true,"a":["}{\\"",{"高企":1}],"\\u9ad8企":false}}',
    status: 400,
    code: 'duplicate_key',
    detail: ['高企', 'duplicate_key', ''],
  },
  {
    name: 'a body without facts',
    path: '/api/match',
    body: {},
    status: 400,
    code: 'invalid_request',
    detail: ['facts', 'invalid_type', ''],
  },
  {
    name: 'a list of facts',
    path: '/api/match',
    body: { facts: [] },
    status: 400,
    code: 'invalid_request',
  },
  {
    name: 'a field that does not exist',
    path: '/api/match',
    body: { facts: {}, dat: '2026-06-01' },
    status: 400,
    code: 'invalid_request',
  },
  {
    name: 'a limit of nothing',
    path: '/api/ask',
    body: { facts: {}, limit: 0 },
    status: 400,
    code: 'invalid_request',
    detail: ['limit', 'too_small', ''],
  },
  {
    name: 'an unknown fact',
    path: '/api/match',
    body: { facts: { 投入: '1元' } },
    status: 422,
    code: 'invalid_facts',
    detail: ['投入', 'unknown_fact', 'did you mean “投入额”?'],
  },
  {
    name: 'a fact in a wrong unit',
    path: '/api/explain',
    body: { facts: { 投入额: '3家' }, measure: '房租补贴' },
    status: 422,
    code: 'invalid_facts',
  },
  {
    name: 'a choice that the list lacks',
    path: '/api/ask',
    body: { facts: { 评定等次: '丙等' } },
    status: 422,
    code: 'invalid_facts',
  },
  {
    name: 'a day that does not exist',
    path: '/api/match',
    body: { facts: {}, date: '2026-02-30' },
    status: 422,
    code: 'invalid_date',
    detail: ['date', 'no_such_day', ''],
  },
  {
    name: 'a text that is no date',
    path: '/api/export/xlsx',
    body: { facts: {}, date: 'tomorrow' },
    status: 422,
    code: 'invalid_date',
    detail: ['date', 'not_a_date', ''],
  },
  {
    name: 'a version never served',
    path: '/api/match',
    body: { facts: {}, contentVersion: '0123456789ab' },
    status: 404,
    code: 'unknown_content_version',
  },
  {
    name: 'a version too short',
    path: '/api/match',
    body: { facts: {}, contentVersion: '0' },
    status: 404,
    code: 'unknown_content_version',
  },
  {
    name: 'a version that is none',
    path: '/api/content/latest%25',
    status: 404,
    code: 'unknown_content_version',
  },
  {
    name: 'an unknown measure',
    path: '/api/explain',
    body: { facts: {}, measure: '房租补' },
    status: 404,
    code: 'unknown_measure',
    detail: ['measure', 'unknown_measure', 'did you mean “房租补贴”?'],
  },
  {
    name: 'an unknown measure by address',
    path: '/api/measures/town-growth/x',
    status: 404,
    code: 'unknown_measure',
  },
  {
    name: 'an unknown document',
    path: '/api/documents/town-rents',
    status: 404,
    code: 'unknown_document',
    detail: ['id', 'unknown_document', 'did you mean “town-rent”?'],
  },
  {
    name: 'an unknown later document of a comparison',
    path: '/api/diff/town-rent/town-growths',
    status: 404,
    code: 'unknown_document',
    detail: ['later', 'unknown_document', 'did you mean “town-growth”?'],
  },
  {
    name: 'coverage of an unknown document',
    path: '/api/coverage/x',
    status: 404,
    code: 'unknown_document',
  },
  {
    name: 'an unknown matter',
    path: '/api/matters/房租补',
    status: 404,
    code: 'unknown_matter',
    detail: ['name', 'unknown_matter', 'did you mean “房租补贴”?'],
  },
  {
    name: 'a department that no document names',
    path: '/api/departments/科技',
    status: 404,
    code: 'unknown_department',
    detail: ['name', 'unknown_department', 'did you mean “科技局”?'],
  },
  {
    name: 'an unknown filter',
    path: '/api/measures?mater=x',
    status: 400,
    code: 'invalid_query',
    detail: ['mater', 'unknown_parameter', 'did you mean “matter”?'],
  },
  {
    name: 'an unknown department',
    path: '/api/measures?department=科技',
    status: 400,
    code: 'invalid_query',
    detail: ['department', 'unknown_name', 'did you mean “科技局”?'],
  },
  {
    name: 'a filter with a wrong day',
    path: '/api/measures?date=2026-13-01',
    status: 400,
    code: 'invalid_query',
    detail: ['date', 'no_such_day', ''],
  },
  { name: 'an address that does not exist', path: '/api/nothing', status: 404, code: 'not_found' },
  { name: 'a wrong method', path: '/api/match', status: 405, code: 'method_not_allowed' },
  {
    name: 'a body beyond the limit',
    path: '/api/match',
    body: { facts: { 高企: 'x'.repeat(1024 * 1024) } },
    status: 413,
    code: 'body_too_large',
  },
];

describe('refused with its reason in both languages', () => {
  for (const c of cases)
    test(c.name, async () => {
      const answer = await ('body' in c ? post(app, c.path, c.body) : app.request(c.path));
      expect(answer.status).toBe(c.status);
      const { error } = errorResponse.parse(await answer.json());
      expect(error.code).toBe(c.code);
      if (c.detail !== undefined)
        expect(error.details.map(({ key, code, hintEn }) => [key, code, hintEn])[0]).toEqual(
          c.detail,
        );
    });
});

test('a form is refused: a page elsewhere could send it', async () => {
  const answer = await app.request('/api/match', { method: 'POST', body: '{"facts":{}}' });
  expect(answer.status).toBe(415);
});

test('all faults of the facts come at once', async () => {
  const answer = await post(app, '/api/match', { facts: { 高企: 'x', 投入额: 'y', z: 1 } });
  const { error } = errorResponse.parse(await answer.json());
  expect(error.details.map(({ key }) => key)).toEqual(['高企', '投入额', 'z']);
});

test('a wrong method names the right ones', async () => {
  const answer = await app.request('/api/documents/town-rent', { method: 'PUT' });
  expect(answer.headers.get('allow')).toBe('GET, HEAD');
});

test('an error of our own says nothing of the inside', async () => {
  const broken = await townApp({
    databaseAnswers: async () => {
      throw new Error('inside');
    },
  });
  const answer = await broken.app.request('/api/health');
  expect(answer.status).toBe(500);
  const text = await answer.text();
  expect(errorResponse.parse(JSON.parse(text)).error.code).toBe('internal');
  expect(text).not.toContain('inside');
});

test('every code is described where it can occur', async () => {
  const answer = await app.request('/api/openapi.json');
  const text = await answer.text();
  const anywhere = new Set(['not_found', 'method_not_allowed']);
  expect(errorCodes.filter((code) => !anywhere.has(code) && !text.includes(`\`${code}\``))).toEqual(
    [],
  );
});
