import { match, printMatch, questionsJson, resultJson } from '@luodi/entitlement';
import { explainAnswer, rankQuestions } from '@luodi/evaluation';
import type { OpenAPIHono } from '@hono/zod-openapi';
import {
  askRequest,
  askResponse,
  explainRequest,
  explainResponse,
  matchRequest,
  matchResponse,
} from '../contract/index.ts';
import type { ErrorCode } from '../contract/index.ts';
import { refuse } from '../errors/refusal.ts';
import { readApplicant } from './applicant-question.ts';
import type { Asked } from './applicant-question.ts';
import { addEndpoint } from './endpoint.ts';
import { sendJson, sendPrinted } from './json-answer.ts';
import { findMeasure } from './measure-name.ts';
import { readBody } from './request-body.ts';

/** In how many ways a body about an applicant can be refused. */
export const applicantRefusals = [
  'bad_json',
  'duplicate_key',
  'invalid_request',
  'invalid_facts',
  'invalid_date',
  'unknown_content_version',
  'unsupported_media_type',
  'body_too_large',
  'archive_damaged',
  'rules_unloadable',
  'database_unavailable',
] as const satisfies readonly ErrorCode[];

const tag = 'Applicant';

function addMatch(app: OpenAPIHono, asked: Asked): void {
  addEndpoint(
    app,
    {
      method: 'post',
      path: '/api/match',
      tag,
      summary: '企业能得什么 · What an applicant is owed',
      description:
        'Every measure with status, amount, reasons and source; the best lawful combination; what to find out next. Sums are fen.',
      body: matchRequest,
      answer: { kind: 'json', description: 'The match', schema: matchResponse },
      refusals: applicantRefusals,
    },
    async (c) => {
      const request = await readBody(c, matchRequest);
      if (!request.ok) return refuse(c, request.error);
      const question = await readApplicant(request.value, asked);
      if (!question.ok) return refuse(c, question.error);
      const { city, facts, date } = question.value;
      const found = match(city.evaluator, facts, date);
      const { trace = true } = request.value;
      return sendPrinted(c, printMatch(found, city.evaluator.content.vocabulary, { trace }));
    },
  );
}

function addAsk(app: OpenAPIHono, asked: Asked): void {
  addEndpoint(
    app,
    {
      method: 'post',
      path: '/api/ask',
      tag,
      summary: '接着问什么 · What to find out next',
      body: askRequest,
      answer: { kind: 'json', description: 'Questions, most decisive first', schema: askResponse },
      refusals: applicantRefusals,
    },
    async (c) => {
      const request = await readBody(c, askRequest);
      if (!request.ok) return refuse(c, request.error);
      const question = await readApplicant(request.value, asked);
      if (!question.ok) return refuse(c, question.error);
      const { city, facts, date } = question.value;
      const { vocabulary, version } = city.evaluator.content;
      const questions = rankQuestions(city.evaluator.answerAll(facts, date), vocabulary);
      return sendJson(c, {
        date: date.toString(),
        contentVersion: version,
        next: questionsJson(questions.slice(0, request.value.limit), vocabulary),
        questions: questions.length,
      });
    },
  );
}

function addExplain(app: OpenAPIHono, asked: Asked): void {
  addEndpoint(
    app,
    {
      method: 'post',
      path: '/api/explain',
      tag,
      summary: '为什么 · Why: one measure, step by step',
      body: explainRequest,
      answer: { kind: 'json', description: 'The answer and its reasons', schema: explainResponse },
      refusals: [...applicantRefusals, 'unknown_measure', 'ambiguous_measure'],
    },
    async (c) => {
      const request = await readBody(c, explainRequest);
      if (!request.ok) return refuse(c, request.error);
      const question = await readApplicant(request.value, asked);
      if (!question.ok) return refuse(c, question.error);
      const { city, facts, date } = question.value;
      const { content } = city.evaluator;
      const measure = findMeasure(request.value.measure, content, 'measure');
      if (!measure.ok) return refuse(c, measure.error);
      const { id } = measure.value;
      const answer = city.evaluator.answer(id, facts, date);
      if (answer === undefined) throw new Error(`measure ${id} is in the content but has no rule`);
      const words = (language: 'zh' | 'en') => explainAnswer(answer, content.vocabulary, language);
      return sendJson(c, {
        date: date.toString(),
        contentVersion: content.version,
        result: resultJson(answer, content.documentOf.get(id), content.vocabulary),
        explanation: words('zh'),
        explanationEn: words('en'),
        text: words(request.value.lang ?? 'zh').join('\n'),
      });
    },
  );
}

/** The questions that an applicant brings, answered by the rules of any version that was ever served. */
export function addApplicantEndpoints(app: OpenAPIHono, asked: Asked): void {
  addMatch(app, asked);
  addAsk(app, asked);
  addExplain(app, asked);
}
