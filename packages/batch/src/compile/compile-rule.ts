import { isInForce } from '@luodi/evaluation';
import type { FactReference } from '@luodi/evaluation';
import { fail, ok } from '@luodi/kernel';
import type { PlainDate, Result } from '@luodi/kernel';
import type { Expression, Measure, Vocabulary } from '@luodi/language';
import { listedColumn } from '../population/columns.ts';
import { NotCovered } from '../sql/not-covered.ts';
import type { Term } from '../sql/term.ts';
import { compileAmount } from './amount/index.ts';
import { compileExpression } from './expression/index.ts';
import { truthOf } from './expression/values.ts';
import { judgeItems } from './items.ts';
import type { RowJudgement } from './items.ts';
import { asksOf, judge } from './judgement.ts';
import type { SqlJudgement } from './judgement.ts';
import type { ItemSum, PopulationTables, Received } from './query-columns.ts';
import { ManyRows, oneRow } from './roll-up.ts';
import type { RolledColumn } from './roll-up.ts';
import { listedOf, receivedColumn, ruleScope } from './scope.ts';
import type { RuleScope } from './scope.ts';
import type { SqlTruth } from './sql-value.ts';

/** A condition as a reader of the SQL should see it. */
export interface LabelledTerm {
  readonly term: Term;
  readonly name: string;
  readonly comment: string;
}

/** One rule on one date over one population, as terms; `printRule` makes SQL of it. */
export interface CompiledRule {
  readonly measure: Measure;
  readonly date: PlainDate;
  readonly judgement: SqlJudgement;
  readonly labels: readonly LabelledTerm[];
  /** What each bit of `missing` asks for, the lowest first. */
  readonly references: readonly FactReference[];
  readonly received: readonly Received[];
  readonly itemSums: readonly ItemSum[];
  /** Over which items it runs and how they are summed up; `undefined`: once for each applicant. */
  readonly items: RuledItems | undefined;
}

/** A rule over the items that applicants list. */
export interface RuledItems {
  readonly entity: string;
  readonly columns: readonly RolledColumn[];
  /** The rule for those that list none: what is said of them at large is one item of which nothing is known. */
  readonly loose: CompiledRule;
}

/** Why a rule is not SQL: it is left to the evaluator. */
export interface RuleFault {
  readonly code: 'not_covered' | 'not_in_force';
  readonly measure: string;
  readonly reason: string;
}

/** Whether all payments that there can be were received before; null where history says nothing. */
function usedUp({ mostTimes, name, matter }: Measure, scope: RuleScope): Term {
  const { terms } = scope;
  if (mostTimes === undefined) return terms.no;
  if (mostTimes > 1)
    return terms.atMost(terms.whole(BigInt(mostTimes)), receivedColumn(name, 'count', scope));
  return terms.or(
    terms.less(terms.zero, receivedColumn(name, 'total', scope)),
    terms.less(terms.zero, receivedColumn(matter, 'total', scope)),
  );
}

function conditionsOf(scope: RuleScope): {
  readonly truths: readonly SqlTruth[];
  readonly labels: readonly LabelledTerm[];
} {
  const { measure, terms } = scope;
  const labels: LabelledTerm[] = [];
  const read = (role: 'condition' | 'exclusion') => (expression: Expression, index: number) => {
    const truth = truthOf(scope.compile(expression, scope));
    labels.push({
      term: truth.value,
      name: `${role}_${index + 1}`,
      comment: `${role === 'condition' ? '条件' : '除外'} ${index + 1}：${expression.text}`,
    });
    return role === 'condition' ? truth : { ...truth, value: terms.not(truth.value) };
  };
  const truths = [
    ...measure.conditions.map(read('condition')),
    ...measure.exclusions.map(read('exclusion')),
  ];
  return { truths, labels };
}

function judgeRow(truths: readonly SqlTruth[], scope: RuleScope): RowJudgement {
  const { terms, measure } = scope;
  const eligible = terms.and(...truths.map(({ value }) => value));
  const amount = compileAmount(measure.amount, scope);
  const before = usedUp(measure, scope);
  const own = asksOf(amount, scope);
  const asks = {
    open: terms.or(own.open, ...truths.map(({ open }) => open)),
    missing: terms.bitOr(own.missing, ...truths.map(({ missing }) => missing)),
  };
  return {
    eligible,
    usedUp: before,
    amount,
    judgement: judge(eligible, before, asks, amount, scope),
  };
}

/** The population as those see it who list no items of an entity. */
function withoutItems(
  entity: string,
  population: PopulationTables,
  vocabulary: Vocabulary,
): PopulationTables {
  const table = vocabulary.entities.get(entity)?.id ?? entity;
  return new Map(
    [...population]
      .filter(([name]) => name !== table)
      .map(([name, columns]) => [
        name,
        new Set([...columns].filter((column) => column !== listedColumn(table))),
      ]),
  );
}

function compile(scope: RuleScope, population: PopulationTables): CompiledRule {
  const { measure, date, vocabulary, columns, entity, terms, references } = scope;
  const { truths, labels } = conditionsOf(scope);
  const row = judgeRow(truths, scope);
  const common = { measure, date, labels };
  const found = () => ({
    references: references.all,
    received: columns.received,
    itemSums: columns.itemSums,
  });
  if (entity === undefined)
    return { ...common, judgement: row.judgement, items: undefined, ...found() };
  if (listedOf(entity, scope) === terms.no)
    return { ...common, judgement: judgeItems(row, oneRow, scope), items: undefined, ...found() };
  const roll = new ManyRows(terms);
  const judgement = judgeItems(row, roll, scope);
  const others = withoutItems(entity, population, vocabulary);
  const loose = compile(
    ruleScope(measure, vocabulary, date, others, compileExpression, references),
    others,
  );
  return { ...common, judgement, items: { entity, columns: roll.columns, loose }, ...found() };
}

/**
 * Turns a measure into terms of SQL for a population on a date: the status, the kind of sum, the least and most it can be in fen, and the
 * facts that are missing, row by row the same as the evaluator's answer. Facts the population has no column for are unknown.
 */
export function compileRule(
  measure: Measure,
  vocabulary: Vocabulary,
  date: PlainDate,
  population: PopulationTables,
): Result<CompiledRule, RuleFault> {
  if (!isInForce(measure, date))
    return fail({ code: 'not_in_force', measure: measure.id, reason: '' });
  try {
    const scope = ruleScope(measure, vocabulary, date, population, compileExpression);
    return ok(compile(scope, population));
  } catch (error) {
    if (!(error instanceof NotCovered)) throw error;
    return fail({ code: 'not_covered', measure: measure.id, reason: error.message });
  }
}
