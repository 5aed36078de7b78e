import { fail, ok, parseDate, parseQuantity } from '@luodi/kernel';
import type { PlainDate, Result } from '@luodi/kernel';
import type { SimulationFault, Simulator } from '@luodi/batch';
import type { Json } from '@luodi/entitlement';
import type { Context } from 'hono';
import type { SimulationProgress } from '../contract/index.ts';
import { detail, refusal, refusalBody, refuse } from '../errors/refusal.ts';
import type { Refusal } from '../errors/refusal.ts';
import { codeOf } from '../errors/unforeseen.ts';
import type { CitySimulation } from '../simulation/city-simulation.ts';
import { sendJson } from './json-answer.ts';
import { acceptsLines, sendLines } from './json-lines.ts';

interface Asked {
  readonly date?: string | undefined;
  readonly budget?: string | undefined;
  readonly client?: string | undefined;
  readonly marginal?: boolean | undefined;
}

/** What is asked of whom. */
export interface Question {
  /** Called once it is answered. */
  readonly end: () => void;
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

/** What every question names beside what it is about; it ends when who asks is gone. Whoever reads one answers it, so that it ends. */
export function readAsked(
  c: Context,
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
  const taken = simulation.take(asked.client, c.req.raw.signal, asked.marginal);
  if (taken === undefined) return fail(refusal('simulation_busy'));
  const { signal, end } = taken;
  return ok({
    simulator,
    end,
    options: { date, signal, ...(budgetFen === undefined ? {} : { budgetFen }) },
  });
}

/** What cannot be simulated, as a refusal. */
export function faultRefusal(faults: readonly SimulationFault[]): Refusal {
  return refusal(
    'invalid_change',
    ...faults.map(({ place, code, message, hint }) => detail(place, code, message, hint)),
  );
}

/** Tells how far an answer is. */
export type Tell = (progress: Omit<SimulationProgress, 'kind'>) => void;

/** Finds an answer, telling how far it is. */
type Ask = (tell: Tell) => Promise<Result<Json, Refusal>>;

/** The answer; or that a later question took the place of this one, or nobody waits for it any more. */
async function settled(
  { options: { signal }, end }: Question,
  ask: Ask,
  tell: Tell,
): Promise<Result<Json, Refusal>> {
  try {
    return await ask(tell);
  } catch (error) {
    if (signal.aborted && error === signal.reason) return fail(refusal('simulation_superseded'));
    throw error;
  } finally {
    end();
  }
}

/** Asks, and answers. */
export async function answer(c: Context, question: Question, ask: Ask): Promise<Response> {
  const result = await settled(question, ask, () => {});
  return result.ok ? sendJson(c, result.value) : refuse(c, result.error);
}

/** As `answer`, and line by line how far it is for those who accept that. */
export async function answerByAndBy(c: Context, question: Question, ask: Ask): Promise<Response> {
  if (!acceptsLines(c)) return answer(c, question, ask);
  return sendLines(c, async (tell) => {
    const tellProgress: Tell = (progress) => tell({ kind: 'progress', ...progress });
    const result = await settled(question, ask, tellProgress).catch((error: unknown) => {
      console.error(`${c.req.method} ${c.req.path}:`, error);
      return fail(refusal(codeOf(error)));
    });
    tell(
      result.ok
        ? { kind: 'answer', answer: result.value }
        : { kind: 'refusal', ...refusalBody(result.error) },
    );
  });
}
