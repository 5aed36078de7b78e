import type { OpenAPIHono } from '@hono/zod-openapi';
import { comparisonJson, documentPair, draftPair, readDraft, simulationJson } from '@luodi/batch';
import type { SimulationFault, Simulator } from '@luodi/batch';
import type { Json } from '@luodi/entitlement';
import { fail, ok, parseDate, parseQuantity } from '@luodi/kernel';
import type { Diagnostic, PlainDate, Result } from '@luodi/kernel';
import type { Context } from 'hono';
import type { CityContent } from '../content/city-content.ts';
import {
  simulationCompareRequest,
  simulationCompareResponse,
  simulationDraftRequest,
  simulationDraftResponse,
  simulationResponse,
  simulationRunRequest,
  simulationRunResponse,
} from '../contract/index.ts';
import { detail, refusal, refuse } from '../errors/refusal.ts';
import type { Refusal } from '../errors/refusal.ts';
import { Superseded } from '../simulation/city-simulation.ts';
import type { CitySimulation } from '../simulation/city-simulation.ts';
import { DraftReader } from '../simulation/draft-reader.ts';
import { draftPath } from '../simulation/draft-task.ts';
import { draftText } from '../simulation/draft-text.ts';
import { adjustableJson, populationsJson } from '../simulation/simulation-json.ts';
import { addEndpoint } from './endpoint.ts';
import { sendJson } from './json-answer.ts';
import { readBody } from './request-body.ts';

const tag = 'Simulation';
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
] as const;

interface Asked {
  readonly date?: string | undefined;
  readonly budget?: string | undefined;
  readonly client?: string | undefined;
  readonly marginal?: boolean | undefined;
}

interface Question {
  readonly simulator: Simulator;
  readonly options: {
    readonly date: PlainDate;
    readonly budgetFen?: bigint;
    readonly signal: AbortSignal;
  };
}

/** A sum of money in whole fen, cut down; `undefined` where it is none. */
function fenOf(text: string): bigint | undefined {
  const quantity = parseQuantity(text);
  if (typeof quantity === 'string' || quantity.dimension !== 'money') return undefined;
  const { numerator, denominator } = quantity.value;
  return numerator < 0n ? undefined : numerator / denominator;
}

function readAsked(
  asked: Asked,
  simulation: CitySimulation,
  today: () => PlainDate,
): Result<Question, Refusal> {
  const date = asked.date === undefined ? today() : parseDate(asked.date);
  if (date === undefined)
    return fail(
      refusal(
        'invalid_date',
        detail('date', 'invalid_date', {
          zh: `“${asked.date}”不是日期`,
          en: `“${asked.date}” is no date`,
        }),
      ),
    );
  const budgetFen = asked.budget === undefined ? undefined : fenOf(asked.budget);
  if (asked.budget !== undefined && budgetFen === undefined)
    return fail(
      refusal(
        'invalid_change',
        detail(
          'budget',
          'bad_value',
          { zh: `“${asked.budget}”不是金额`, en: `“${asked.budget}” is no sum of money` },
          { zh: '请写成“5亿元”这样', en: 'write it like “5亿元”' },
        ),
      ),
    );
  simulation.begin();
  const { simulator } = simulation;
  if (simulator === undefined) return fail(refusal('simulation_not_ready'));
  const signal = simulation.signalFor(asked.client, asked.marginal);
  return ok({
    simulator,
    options: { date, signal, ...(budgetFen === undefined ? {} : { budgetFen }) },
  });
}

function faultRefusal(faults: readonly SimulationFault[]): Refusal {
  return refusal(
    'invalid_change',
    ...faults.map(({ place, code, message, hint }) => detail(place, code, message, hint)),
  );
}

/** Answers, or says that a later question took the place of this one. */
async function answer(
  c: Context,
  ask: () => Promise<Result<Json, readonly SimulationFault[]>>,
): Promise<Response> {
  try {
    const result = await ask();
    return result.ok ? sendJson(c, result.value) : refuse(c, faultRefusal(result.error));
  } catch (error) {
    if (error instanceof Superseded) return refuse(c, refusal('simulation_superseded'));
    throw error;
  }
}

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
      const asked = readAsked(body.value, simulation, today);
      if (!asked.ok) return refuse(c, asked.error);
      const { simulator, options } = asked.value;
      const { changes, marginal = false, quick = false } = body.value;
      return answer(c, async () => {
        const result = await simulator.run(changes, { ...options, marginal, quick });
        if (!result.ok) return result;
        return ok(simulationJson(result.value, simulator.city, content.evaluator.content));
      });
    },
  );
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
      answer: { kind: 'json', description: 'Earlier and later', schema: simulationCompareResponse },
      refusals,
    },
    async (c) => {
      const body = await readBody(c, simulationCompareRequest);
      if (!body.ok) return refuse(c, body.error);
      const asked = readAsked(body.value, simulation, today);
      if (!asked.ok) return refuse(c, asked.error);
      const { simulator, options } = asked.value;
      const { earlier, later } = body.value;
      return answer(c, async () => {
        const pair = documentPair(earlier, later, content.evaluator.content);
        if (!pair.ok) return pair;
        return ok(comparisonJson(await simulator.compare(pair.value, options), simulator.city));
      });
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
      answer: { kind: 'json', description: 'Without and with it', schema: simulationDraftResponse },
      refusals: [...refusals, 'draft_faulty', 'draft_too_heavy', 'simulation_busy'],
    },
    async (c) => {
      const body = await readBody(c, simulationDraftRequest);
      if (!body.ok) return refuse(c, body.error);
      const asked = readAsked(body.value, simulation, today);
      if (!asked.ok) return refuse(c, asked.error);
      const { simulator, options } = asked.value;
      const { text, vocabulary, against } = body.value;
      const task = { text, vocabulary, date: options.date.toString() };
      const trial = await reader.read(task);
      if (!trial.ok) return refuse(c, refusal(trial.error));
      const { diagnostics } = trial.value;
      if (diagnostics.some(({ severity }) => severity === 'error'))
        return refuse(c, refusal('draft_faulty', ...diagnostics.map(diagnosticDetail)));
      return answer(c, async () => {
        const draft = readDraft(draftText(task), base);
        if (!draft.ok) throw new TypeError('a draft was read otherwise the second time');
        const pair = draftPair(draft.value, against, base);
        if (!pair.ok) return pair;
        const compared = await simulator.compare(pair.value, options);
        const json = comparisonJson(compared, simulator.city);
        return ok({ ...json, warnings: draft.value.warnings.map(warningJson) });
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
