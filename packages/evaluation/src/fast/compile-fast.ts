import type { PlainDate } from '@luodi/kernel';
import type { Measure, Vocabulary } from '@luodi/language';
import type { AmountKind } from '../domain/answer.ts';
import type { FactSet } from '../facts/fact-set.ts';
import { baseYearOf } from '../measure/answer-measure.ts';
import { emitAmount, kindBits } from './emit-amount.ts';
import { emitTruth } from './emit-expression.ts';
import { Emitter, NotCovered } from './emitter.ts';
import { encodeSlots, inForceDays } from './slots.ts';

/** Where a run leaves its figures; reused between runs so that nothing is allocated. Infinity = open above. */
export interface FastResult {
  kinds: number;
  floor: number;
  ceiling: number;
}

/** 0 not entitled · 1 entitled · 2 ask the general evaluator (a fact is missing, or a number too large) · 3 not in force */
export type FastStatus = 0 | 1 | 2 | 3;

/** One measure as straight-line JavaScript over safe whole numbers, for many applicants one after the other. */
export interface FastMeasure {
  readonly measure: Measure;
  /** The numbers the function reads, once per applicant and date. */
  encode(facts: FactSet, date: PlainDate): Float64Array;
  run(slots: Float64Array, result: FastResult): FastStatus;
  /** The generated source, for reading. */
  readonly source: string;
}

type Run = FastMeasure['run'];

function isRun(made: unknown): made is Run {
  return typeof made === 'function';
}

function generate(measure: Measure, vocabulary: Vocabulary, emitter: Emitter): string {
  const scope = { emitter, vocabulary, shift: 0 };
  const { from, until } = inForceDays(measure);
  emitter.add(`if (s[0] < ${from} || s[0] > ${until}) return 3;`);
  for (const condition of measure.conditions)
    emitter.add(`if (!${emitTruth(condition, scope)}) return 0;`);
  for (const exclusion of measure.exclusions)
    emitter.add(`if (${emitTruth(exclusion, scope)}) return 0;`);
  if (measure.mostTimes !== undefined)
    emitter.add(`if (${emitter.slot({ kind: 'received_before' })} === 1) return 0;`);
  const amount = emitAmount(measure.amount, scope);
  emitter.add(`if (!${amount.given}) return 0;`);
  const noMoney = kindBits.none | kindBits.by_reference;
  emitter.add(`if (${amount.ceiling} === 0 && (${amount.kinds} & ${noMoney}) === 0) return 0;`);
  const scale = `${amount.scale}`;
  const cut = (end: string): string =>
    amount.scale === 1n
      ? end
      : `(${end} === Infinity ? Infinity : (${end} - ${end} % ${scale}) / ${scale})`;
  const raise =
    amount.scale === 1n
      ? amount.floor
      : `Math.ceil((${amount.floor} - ${amount.floor} % ${scale}) / ${scale} + (${amount.floor} % ${scale} > 0 ? 1 : 0))`;
  emitter.add(`r.kinds = ${amount.kinds};`);
  emitter.add(
    `r.floor = ${amount.kinds} === ${kindBits.at_least} ? ${raise} : ${cut(amount.floor)};`,
  );
  emitter.add(`r.ceiling = ${cut(amount.ceiling)};`);
  emitter.add('return 1;');
  return emitter.lines.join('\n');
}

/**
 * Compiles a measure to a JavaScript function without trace. It decides what is fully known; for anything else it says
 * so (status 2) and the general evaluator answers. `undefined` for rules it does not cover (per item, aggregates,
 * calendar arithmetic). Uses `Function`: for servers and batches, not for pages under a strict content policy.
 */
export function compileFast(measure: Measure, vocabulary: Vocabulary): FastMeasure | undefined {
  if (vocabulary.entities.get(measure.subject)?.belongsTo !== undefined) return undefined;
  const emitter = new Emitter();
  try {
    const source = generate(measure, vocabulary, emitter);
    // The source is generated from the typed tree alone: names and texts of content never enter it.
    // oxlint-disable-next-line typescript/no-implied-eval
    const run: unknown = new Function('s', 'r', source);
    if (!isRun(run)) throw new TypeError('Function did not make a function');
    return {
      measure,
      source,
      run,
      encode(facts, date) {
        const baseYear = baseYearOf(measure, date);
        const context = { facts, item: undefined, date, baseYear, yearsBack: 0 };
        return encodeSlots(emitter.slots, measure, context, vocabulary);
      },
    };
  } catch (error) {
    if (error instanceof NotCovered) return undefined;
    throw error;
  }
}

const kindsByBit = new Map<number, AmountKind>([
  [kindBits.exact, 'exact'],
  [kindBits.at_most, 'at_most'],
  [kindBits.at_least, 'at_least'],
  [kindBits.discretionary, 'discretionary'],
  [kindBits.by_reference, 'by_reference'],
  [kindBits.none, 'none'],
]);

/** The kind that a result's bits stand for. */
export function kindOfResult({ kinds, ceiling }: FastResult): AmountKind {
  const single = kindsByBit.get(kinds);
  if (single !== undefined) return single;
  if ((kinds & kindBits.discretionary) !== 0) return 'discretionary';
  if ((kinds & kindBits.by_reference) !== 0) return 'by_reference';
  return ceiling === Number.POSITIVE_INFINITY ? 'at_least' : 'at_most';
}
