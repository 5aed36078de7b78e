import { rational } from '@luodi/kernel';
import type { Expression, Fact } from '@luodi/language';
import { interval, union } from '../domain/outcome.ts';
import type { NumberOutcome, Outcome } from '../domain/outcome.ts';
import type { FactReference } from '../facts/fact-reference.ts';
import type { CompileScope, Context, Evaluate } from './context.ts';
import type { Compiler } from './compiler.ts';
import {
  pastHighest,
  receivedOutcome,
  statedAspect,
  statedOutcome,
  unknownOutcome,
} from './fact-lookup.ts';
import { addIntervals, divideIntervals } from './numbers.ts';
import { known } from '../domain/outcome.ts';

function factNamed(name: string, scope: CompileScope): Fact {
  const fact = scope.vocabulary.facts.get(name);
  if (fact === undefined) throw new TypeError(`unresolved fact: ${name}`);
  return fact;
}

/** The reference to a fact so many years before the base year. Three years and more can only be stated by year: the fact itself. */
function factReference({ name, annual }: Fact, yearsBefore: number): FactReference {
  if (!annual || yearsBefore === 0 || yearsBefore > 2) return { name, aspect: { kind: 'itself' } };
  return { name, aspect: { kind: 'years_before', years: yearsBefore === 1 ? 1 : 2 } };
}

function derivationOf(
  fact: Fact,
  scope: CompileScope,
  compile: (part: Expression) => Evaluate,
): Evaluate | undefined {
  if (fact.derivation === undefined) return undefined;
  const compiled = scope.derivations.get(fact.name) ?? compile(fact.derivation);
  scope.derivations.set(fact.name, compiled);
  return compiled;
}

function decided(outcome: Outcome): boolean {
  return outcome.missing.length === 0;
}

/** Whether any stated fact was read below: then what the derivation lacks is asked for, else the fact itself. */
function readAnything(part: ReturnType<Evaluate>): boolean {
  if (part.reference !== undefined && part.operands.length === 0) return decided(part.outcome);
  return part.operands.some(readAnything);
}

export const compileFact: Compiler<'fact'> = (expression, compile, scope) => {
  const fact = factNamed(expression.fact, scope);
  const blankOf = (back: number) => {
    const reference = factReference(fact, expression.yearsBefore + back);
    return { expression, outcome: unknownOutcome(fact, reference), operands: [], reference };
  };
  const blankNow = blankOf(0);
  const derive = derivationOf(fact, scope, compile);
  return (context) => {
    const blank = context.yearsBack === 0 ? blankNow : blankOf(context.yearsBack);
    const { reference } = blank;
    const stated = statedOutcome(fact, expression.yearsBefore, context);
    if (stated !== undefined) return { expression, outcome: stated, operands: [], reference };
    if (derive === undefined) return blank;
    const shifted: Context =
      expression.yearsBefore === 0
        ? context
        : { ...context, yearsBack: context.yearsBack + expression.yearsBefore };
    const derived = derive(shifted);
    if (decided(derived.outcome))
      return { expression, outcome: derived.outcome, operands: [derived], reference };
    if (!readAnything(derived)) return blank;
    return { expression, outcome: derived.outcome, operands: [derived], reference };
  };
};

export const compileWindow: Compiler<'window'> = (expression, _compile, scope) => {
  const fact = factNamed(expression.fact, scope);
  const { combine, years } = expression;
  const reference: FactReference = {
    name: fact.name,
    aspect: { kind: 'window', combine, years },
  };
  return (context) => {
    const stated = statedAspect(fact, reference, context);
    if (stated !== undefined) return { expression, outcome: stated, operands: [], reference };
    let total: NumberOutcome = known(rational(0n));
    let anything = false;
    for (let before = 0; before < years; before++) {
      const part = factReference(fact, context.yearsBack + before);
      const outcome = statedOutcome(fact, before, context) ?? unknownOutcome(fact, part);
      if (outcome.kind !== 'number') throw new TypeError(`not a number: ${fact.name}`);
      anything ||= decided(outcome);
      total = addIntervals(total, outcome);
    }
    const missing = anything ? total.missing : union([reference]);
    const sum = interval(total.low, total.high, missing);
    const outcome = combine === 'sum' ? sum : divideIntervals(sum, known(rational(BigInt(years))));
    return { expression, outcome, operands: [], reference };
  };
};

export const compilePastHighest: Compiler<'past_highest'> = (expression, _compile, scope) => {
  const fact = factNamed(expression.fact, scope);
  const reference: FactReference = { name: fact.name, aspect: { kind: 'past_highest' } };
  return (context) => ({
    expression,
    outcome: statedAspect(fact, reference, context) ?? pastHighest(fact, reference, context),
    operands: [],
    reference,
  });
};

export const compileHistory: Compiler<'history'> = (expression) => {
  const reference: FactReference = {
    name: expression.about,
    aspect: { kind: 'received', measure: expression.measure },
  };
  return (context) => ({
    expression,
    outcome: receivedOutcome(reference, context),
    operands: [],
    reference,
  });
};
