import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Measure } from '@luodi/language';
import { compileFast, explainAnswer, kindOfResult, readFacts, sayReference } from '../src/index.ts';
import type { FactSet, MeasureAnswer } from '../src/index.ts';
import { answerMeasure } from '../src/measure/answer-measure.ts';
import { compileMeasure } from '../src/measure/compile-measure.ts';
import { mostOf } from './most-of.ts';
import { applicants, withLess } from './random-facts.ts';
import type { Case, RawFacts } from './random-facts.ts';
import { evaluator } from './real-content.ts';

const { content } = evaluator;
const { vocabulary } = content;
const measures = [...content.measures.values()];
/** The same cases each time; `LUODI_RUNS` and `LUODI_SEED` look further. */
const runs = {
  numRuns: Number(process.env['LUODI_RUNS'] ?? 5),
  seed: Number(process.env['LUODI_SEED'] ?? 1259),
};

function factsOf(raw: RawFacts): FactSet {
  const read = readFacts(raw, content);
  if (!read.ok)
    throw new Error(read.error.map((fault) => `${fault.key}: ${fault.message.zh}`).join('；'));
  return read.value;
}

function answerOf(measure: Measure, { facts, date }: Case): MeasureAnswer {
  const answer = evaluator.answer(measure.id, factsOf(facts), date);
  if (answer === undefined) throw new Error(`no measure ${measure.id}`);
  return answer;
}

/** An answer as text, every getter read; the rule itself by its id. */
function text(answer: MeasureAnswer): string {
  return JSON.stringify(answer, (key, value: unknown) => {
    if (typeof value === 'bigint') return `${value}n`;
    return key === 'measure' ? answer.measure.id : value;
  });
}

function within(inner: MeasureAnswer['amount'], outer: MeasureAnswer['amount']): boolean {
  if (inner.lowerFen < outer.lowerFen) return false;
  if (outer.upperFen === null) return true;
  return inner.upperFen !== null && inner.upperFen <= outer.upperFen;
}

function figures({ amount }: MeasureAnswer) {
  const { kind, fen, lowerFen, upperFen } = amount;
  return { kind, fen, lowerFen, upperFen };
}

describe('whoever says more never contradicts what was decided with less', () => {
  for (const measure of measures)
    test(measure.id, () => {
      const cases = fc.tuple(applicants(measure, content, false), fc.infiniteStream(fc.boolean()));
      fc.assert(
        fc.property(cases, ([more, drops]) => {
          const drop = (): boolean => drops.next().value === true;
          const less = { ...more, facts: withLess(more.facts, measure, content, drop) };
          const before = answerOf(measure, less);
          const after = answerOf(measure, more);
          // A one-off grant is given on the stated assumption that it was not received; history may refute it.
          if (before.assumptions.length > after.assumptions.length) return;
          if (before.status === 'undetermined') {
            expect(within(after.amount, before.amount)).toBe(true);
            return;
          }
          expect(after.status).toBe(before.status);
          expect(figures(after)).toEqual(figures(before));
        }),
        runs,
      );
    });
});

describe('who says nothing that a rule reads gets the answer of who says nothing at all', () => {
  const scope = { vocabulary, derivations: new Map() };
  for (const measure of measures)
    test(measure.id, () => {
      const rule = compileMeasure(measure, vocabulary, scope);
      // Facts of another measure: some of them this rule reads, most it does not.
      const others = fc
        .constantFrom(...measures)
        .chain((other) => applicants(other, content, false));
      fc.assert(
        fc.property(others, ({ facts, date }) => {
          const judged = answerMeasure(rule, factsOf(facts), date, vocabulary);
          expect(text(answerOf(measure, { facts, date }))).toBe(text(judged));
        }),
        runs,
      );
    });
});

describe('the compiled function agrees with the evaluator to the fen', () => {
  const result = { kinds: 0, floor: 0, ceiling: 0 };
  for (const measure of measures) {
    const fast = compileFast(measure, vocabulary);
    if (fast === undefined) continue;
    const agrees = (given: Case, mayAsk: boolean): void => {
      const status = fast.run(fast.encode(factsOf(given.facts), given.date), result);
      if (status === 2) {
        expect(mayAsk).toBe(true);
        return;
      }
      const answer = answerOf(measure, given);
      expect(['not_entitled', 'entitled', 'undetermined', 'not_in_force'][status]).toBe(
        answer.status,
      );
      if (status !== 1 || answer.amount.kind === 'none') return;
      const { kind, lowerFen, upperFen } = answer.amount;
      expect({
        kind: kindOfResult(result),
        lowerFen: BigInt(result.floor),
        upperFen: result.ceiling === Infinity ? null : BigInt(result.ceiling),
      }).toEqual({ kind, lowerFen, upperFen });
    };
    test(`${measure.id}, facts missing`, () =>
      fc.assert(
        fc.property(applicants(measure, content, false), (given) => agrees(given, true)),
        runs,
      ));
    test(`${measure.id}, all facts known`, () =>
      fc.assert(
        fc.property(applicants(measure, content, true), (given) => agrees(given, false)),
        runs,
      ));
  }
});

describe('answers', () => {
  for (const measure of measures)
    test(`${measure.id}: every fact used is named in both languages, the sum keeps its caps, twice the same`, () =>
      fc.assert(
        fc.property(applicants(measure, content, false), (given) => {
          const answer = answerOf(measure, given);
          expect(text(answerOf(measure, given))).toBe(text(answer));
          for (const language of ['zh', 'en'] as const) {
            const lines = explainAnswer(answer, vocabulary, language).join('\n');
            for (const reference of answer.used)
              expect(lines).toContain(sayReference(reference, vocabulary)[language]);
          }
          const most = mostOf(measure, Math.max(1, answer.items.length));
          const { upperFen } = answer.amount;
          if (most !== undefined) expect(upperFen !== null && upperFen <= most).toBe(true);
        }),
        runs,
      ));
});
