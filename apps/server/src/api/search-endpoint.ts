import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Json } from '@luodi/entitlement';
import type { Content } from '@luodi/language';
import { excerptOf, termsOf } from '@luodi/library';
import type { SearchQuestion, SearchResult } from '@luodi/library';
import { searchResponse } from '../contract/index.ts';
import { logText } from '../errors/log-text.ts';
import { refusal, refuse } from '../errors/refusal.ts';
import { placeJson } from '../library/place-json.ts';
import type { PassageSearch } from '../search/passage-search.ts';
import { readSearchQuery, searchQuery } from '../search/search-query.ts';
import { addEndpoint } from './endpoint.ts';
import { sendJson } from './json-answer.ts';

function resultJson(
  { total, hits }: SearchResult,
  { query, offset, limit }: SearchQuestion,
  { documents }: Content,
): Json {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const terms = termsOf(query);
  return {
    total,
    offset,
    limit,
    hits: hits.flatMap(({ document, clause, lines, names, kinds, words }) => {
      const found = byId.get(document);
      if (found === undefined) return [];
      const excerpt = excerptOf(words, terms).map(({ text, hit }) => ({ text, hit }));
      return [{ ...placeJson(found, clause), lines: { ...lines }, names, kinds, excerpt }];
    }),
  };
}

/** Search over the words of all documents. */
export function addSearchEndpoint(app: OpenAPIHono, content: Content, search: PassageSearch): void {
  addEndpoint(
    app,
    {
      method: 'get',
      path: '/api/search',
      tag: 'Library',
      summary: '搜索条款 · Search the passages of all documents',
      description:
        'Exact for words of any length. First those whose name or heading has the words, then documents that bind before drafts. Waits while the passages of a new version are being indexed.',
      query: searchQuery,
      answer: { kind: 'json', description: 'A page of hits', schema: searchResponse },
      refusals: ['invalid_query', 'search_unavailable'],
    },
    async (c) => {
      const question = readSearchQuery(c.req.query(), content);
      if (!question.ok) return refuse(c, refusal('invalid_query', ...question.error));
      let found: SearchResult;
      try {
        found = await search.find(question.value);
      } catch (error) {
        console.error('search:', logText(error));
        return refuse(c, refusal('search_unavailable'));
      }
      return sendJson(c, resultJson(found, question.value, content), 'no-cache');
    },
  );
}
