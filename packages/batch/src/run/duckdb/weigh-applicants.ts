import { setImmediate as breathe } from 'node:timers/promises';
import { bestEntitlement } from '@luodi/entitlement';
import { readFacts } from '@luodi/evaluation';
import type { Evaluator } from '@luodi/evaluation';
import type { PlainDate } from '@luodi/kernel';
import type { Content } from '@luodi/language';
import { compileRule } from '../../compile/index.ts';
import type { Population } from '../../population/index.ts';
import { readApplicants } from '../../population/index.ts';
import { tablesRead } from './needed-columns.ts';
import type { DuckSession } from './session.ts';
import type { CountedMeasure, WeighApplicants } from './weigh-stacking.ts';

/** Applicants whose facts are in memory at a time: enough that the tables, which are read once for them, are not read over and over. */
const atOnce = 5_000;

/** Applicants weighed in one go; then whoever else waits for this process has a turn. */
const inOneGo = 20;

/** What rules read of a population, for the evaluator; all of it where SQL cannot carry one of them. */
function readBy(
  members: readonly string[],
  content: Content,
  date: PlainDate,
  population: Population,
): Population {
  const compiled = members.map((id) => {
    const measure = content.measures.get(id);
    return measure === undefined
      ? undefined
      : compileRule(measure, content.vocabulary, date, population.tables);
  });
  const rules = compiled.flatMap((rule) => (rule?.ok === true ? [rule.value] : []));
  return rules.length < members.length
    ? population
    : { ...population, tables: tablesRead(rules, population.tables, content.vocabulary) };
}

/**
 * Combinations from the facts of the applicants themselves, by the evaluator: what one item earns under one measure does not rule out that
 * another earns under the other. Throws where facts of the population cannot be read: it was checked before.
 */
export function weighByEvaluator(
  evaluator: Evaluator,
  date: PlainDate,
  population: Population,
  session: DuckSession,
  signal?: AbortSignal,
): WeighApplicants {
  const { content } = evaluator;
  return async (enterprises, { members }) => {
    const found = new Map<string, readonly CountedMeasure[]>();
    const read = readBy(members, content, date, population);
    for (let from = 0; from < enterprises.length; from += atOnce) {
      const ids = enterprises.slice(from, from + atOnce);
      const stated = await readApplicants(session.connection, read, ids, content.vocabulary);
      for (const [id, raw] of stated) {
        signal?.throwIfAborted();
        if (found.size % inOneGo === 0) await breathe();
        const facts = readFacts(raw, content);
        if (!facts.ok) throw new TypeError(`facts of ${id}: ${facts.error[0]?.message.en}`);
        const answers = members.flatMap(
          (member) => evaluator.answer(member, facts.value, date) ?? [],
        );
        found.set(
          id,
          bestEntitlement(answers, content).chosen.map((chosen) => ({
            measure: chosen.id,
            lowerFen: chosen.countedCertainFen,
            upperFen: chosen.countedUpperFen,
          })),
        );
      }
    }
    return found;
  };
}
