import type { OpenAPIHono } from '@hono/zod-openapi';
import { comparisonJson, documentPair, draftPair, readDraft, simulationJson } from '@luodi/batch';
import type { DocumentPair } from '@luodi/batch';
import type { Json } from '@luodi/entitlement';
import { fail, ok } from '@luodi/kernel';
import type { Diagnostic, PlainDate, Result } from '@luodi/kernel';
import type { CityContent } from '../content/city-content.ts';
import {
  simulationCompareLine,
  simulationCompareRequest,
  simulationCompareResponse,
  simulationDraftLine,
  simulationDraftRequest,
  simulationDraftResponse,
  simulationResponse,
  simulationRunRequest,
  simulationRunResponse,
} from '../contract/index.ts';
import { detail, refusal, refuse } from '../errors/refusal.ts';
import type { Refusal } from '../errors/refusal.ts';
import type { CitySimulation } from '../simulation/city-simulation.ts';
import { DraftReader } from '../simulation/draft-reader.ts';
import { draftPath } from '../simulation/draft-task.ts';
import type { DraftTask } from '../simulation/draft-task.ts';
import { draftText } from '../simulation/draft-text.ts';
import { adjustableJson, populationsJson } from '../simulation/simulation-json.ts';
import { addEndpoint } from './endpoint.ts';
import { sendJson } from './json-answer.ts';
import { readBody } from './request-body.ts';
import { answer, answerByAndBy, faultRefusal, readAsked } from './simulation-question.ts';
import type { Question, Tell } from './simulation-question.ts';

const tag = 'Simulation';
const byAndBy =
  'With `Accept: application/x-ndjson` the answer comes line by line: how far it is, then the answer or why there is none. The status is then 200 as soon as the question itself is in order. Closing the connection ends the work.';
const refusals = [
  'bad_json',
  'duplicate_key',
  'invalid_request',
  'unsupported_media_type',
  'body_too_large',
  'invalid_date',
  'invalid_change',
  'simulation_not_ready',
  'simulation_superseded',
  'simulation_busy',
] as const;

interface Host {
  readonly content: CityContent;
  readonly simulation: CitySimulation;
  readonly today: () => PlainDate;
}

function addRun(app: OpenAPIHono, { content, simulation, today }: Host): void {
  addEndpoint(
    app,
    {
      method: 'post',
      path: '/api/simulation/run',
      tag,
      summary: '推演改动 · What changes of parameters would cost, and who gains',
      body: simulationRunRequest,
      answer: { kind: 'json', description: 'Before and after', schema: simulationRunResponse },
      refusals,
    },
    async (c) => {
      const body = await readBody(c, simulationRunRequest);
      if (!body.ok) return refuse(c, body.error);
      const asked = readAsked(c, body.value, simulation, today);
      if (!asked.ok) return refuse(c, asked.error);
      const { simulator, options } = asked.value;
      const { changes, marginal = false, quick = false } = body.value;
      return answer(c, asked.value, async () => {
        const result = await simulator.run(changes, { ...options, marginal, quick });
        if (!result.ok) return fail(faultRefusal(result.error));
        return ok(simulationJson(result.value, simulator.city, content.evaluator.content));
      });
    },
  );
}

/** Compares two documents when the questions before are answered. */
async function compare({ simulator, options }: Question, pair: DocumentPair, tell: Tell) {
  tell({ stage: 'waiting', done: 0, steps: 0 });
  const onProgress = (done: number, steps: number) => tell({ stage: 'answering', done, steps });
  return comparisonJson(await simulator.compare(pair, { ...options, onProgress }), simulator.city);
}

function addCompare(app: OpenAPIHono, { content, simulation, today }: Host): void {
  addEndpoint(
    app,
    {
      method: 'post',
      path: '/api/simulation/compare',
      tag,
      summary: '比较两稿 · What one document would cost in place of another',
      body: simulationCompareRequest,
      description: byAndBy,
      answer: {
        kind: 'json',
        description: 'Earlier and later',
        schema: simulationCompareResponse,
        line: simulationCompareLine,
      },
      refusals,
    },
    async (c) => {
      const body = await readBody(c, simulationCompareRequest);
      if (!body.ok) return refuse(c, body.error);
      const { earlier, later } = body.value;
      const pair = documentPair(earlier, later, content.evaluator.content);
      if (!pair.ok) return refuse(c, faultRefusal(pair.error));
      const asked = readAsked(c, body.value, simulation, today);
      if (!asked.ok) return refuse(c, asked.error);
      return answerByAndBy(c, asked.value, async (tell) =>
        ok(await compare(asked.value, pair.value, tell)),
      );
    },
  );
}

function diagnosticDetail({ span, code, message, hint }: Diagnostic) {
  const { line, column } = span.start;
  const key = `${span.file === draftPath ? '' : `${span.file}:`}${line}:${column}`;
  // The checker speaks the language that the rules are written in.
  return detail(key, code, { zh: message, en: message }, { zh: hint, en: hint });
}

function warningJson({ span, code, message }: Diagnostic): Json {
  return { line: span.start.line, column: span.start.column, code, message };
}

/** Whether a draft can be read in bounds and is without faults. */
async function trial(
  task: DraftTask,
  reader: DraftReader,
  { options }: Question,
): Promise<Result<undefined, Refusal>> {
  const found = await reader.read(task, options.signal);
  if (!found.ok) return fail(refusal(found.error));
  const { diagnostics } = found.value;
  return diagnostics.some(({ severity }) => severity === 'error')
    ? fail(refusal('draft_faulty', ...diagnostics.map(diagnosticDetail)))
    : ok(undefined);
}

function addDraft(app: OpenAPIHono, { content, simulation, today }: Host): void {
  const base = content.evaluator.content;
  const reader = new DraftReader({ files: content.files, version: base.version });
  addEndpoint(
    app,
    {
      method: 'post',
      path: '/api/simulation/draft',
      tag,
      summary: '推演草案 · What a draft that is not in the library would cost',
      body: simulationDraftRequest,
      description: byAndBy,
      answer: {
        kind: 'json',
        description: 'Without and with it',
        schema: simulationDraftResponse,
        line: simulationDraftLine,
      },
      refusals: [...refusals, 'draft_faulty', 'draft_too_heavy'],
    },
    async (c) => {
      const body = await readBody(c, simulationDraftRequest);
      if (!body.ok) return refuse(c, body.error);
      const asked = readAsked(c, body.value, simulation, today);
      if (!asked.ok) return refuse(c, asked.error);
      const { date } = asked.value.options;
      const { text, vocabulary, against } = body.value;
      const task = { text, vocabulary, date: date.toString() };
      return answerByAndBy(c, asked.value, async (tell) => {
        tell({ stage: 'reading', done: 0, steps: 0 });
        const sound = await trial(task, reader, asked.value);
        if (!sound.ok) return sound;
        const draft = readDraft(draftText(task), base);
        if (!draft.ok) throw new TypeError('a draft was read otherwise the second time');
        const pair = draftPair(draft.value, against, base);
        if (!pair.ok) return fail(faultRefusal(pair.error));
        const compared = await compare(asked.value, pair.value, tell);
        return ok({ ...compared, warnings: draft.value.warnings.map(warningJson) });
      });
    },
  );
}

/** What other rules would cost, over a synthetic city. */
export function addSimulationEndpoints(app: OpenAPIHono, host: Host): void {
  const { content, simulation } = host;
  let adjustable: ReturnType<typeof adjustableJson> | undefined;
  addEndpoint(
    app,
    {
      method: 'get',
      path: '/api/simulation',
      tag,
      summary: '推演 · The population and what can be changed',
      answer: {
        kind: 'json',
        description:
          'The population (made in the background from the first call on) and all parameters',
        schema: simulationResponse,
      },
      refusals: [],
    },
    (c) => {
      simulation.begin();
      adjustable ??= adjustableJson(content);
      return sendJson(c, { ...populationsJson(simulation), ...adjustable });
    },
  );
  addRun(app, host);
  addCompare(app, host);
  addDraft(app, host);
}
