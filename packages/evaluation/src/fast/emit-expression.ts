import type { Expression, Vocabulary } from '@luodi/language';
import { commonScale, NotCovered } from './emitter.ts';
import type { EmittedNumber, Emitter } from './emitter.ts';
import { dayNumber, slotScale } from './slots.ts';
import type { Slot } from './slots.ts';

/** What generating code for an expression needs. `shift`: how many years back a derivation is looked at. */
export interface EmitScope {
  readonly emitter: Emitter;
  readonly vocabulary: Vocabulary;
  readonly shift: number;
}

function factOf(name: string, { vocabulary }: EmitScope) {
  const fact = vocabulary.facts.get(name);
  if (fact === undefined) throw new TypeError(`unresolved fact: ${name}`);
  return fact;
}

/** Reads a fact into a variable; where it is not stated its derivation is tried, then the function is left. */
function readFact(
  expression: Extract<Expression, { kind: 'fact' }>,
  scope: EmitScope,
  derive: (derivation: Expression, inner: EmitScope) => string,
): string {
  const { emitter } = scope;
  const fact = factOf(expression.fact, scope);
  const yearsBefore = fact.annual ? expression.yearsBefore + scope.shift : 0;
  const variable = emitter.variable(emitter.slot({ kind: 'fact', fact: fact.name, yearsBefore }));
  const { derivation } = fact;
  if (derivation !== undefined)
    emitter.block(`if (${variable} !== ${variable})`, () => {
      const derived = derive(derivation, {
        ...scope,
        shift: scope.shift + expression.yearsBefore,
      });
      emitter.add(`${variable} = ${derived};`);
    });
  emitter.needKnown(variable);
  return variable;
}

function knownSlot(slot: Slot, scope: EmitScope): string {
  const variable = scope.emitter.variable(scope.emitter.slot(slot));
  scope.emitter.needKnown(variable);
  return variable;
}

function emitArithmetic(
  expression: Extract<Expression, { kind: 'arithmetic' }>,
  scope: EmitScope,
): EmittedNumber {
  const { emitter } = scope;
  const { operator, right } = expression;
  if (operator === '÷') {
    if (
      right.kind !== 'literal' ||
      right.value.kind !== 'number' ||
      right.value.value.numerator <= 0n
    )
      throw new NotCovered('division by a fact');
    const left = emitNumber(expression.left, scope);
    const { numerator, denominator } = right.value.value;
    const variable = emitter.variable(`${left.variable} * ${denominator}`);
    emitter.needSafe(variable);
    return { variable, scale: commonScale(left.scale * numerator) };
  }
  const a = emitNumber(expression.left, scope);
  const b = emitNumber(right, scope);
  if (operator === '×') {
    const variable = emitter.variable(`${a.variable} * ${b.variable}`);
    emitter.needSafe(variable);
    return { variable, scale: commonScale(a.scale * b.scale) };
  }
  const scale = commonScale(a.scale, b.scale);
  const [left, other] = [emitter.rescale(a, scale), emitter.rescale(b, scale)];
  const variable = emitter.variable(`${left} ${operator === '+' ? '+' : '-'} ${other}`);
  emitter.needSafe(variable);
  return { variable, scale };
}

function emitWindow(
  expression: Extract<Expression, { kind: 'window' }>,
  scope: EmitScope,
): EmittedNumber {
  if (scope.shift !== 0) throw new NotCovered('window in a shifted derivation');
  const { emitter } = scope;
  const { fact, combine, years } = expression;
  const scale = slotScale(factOf(fact, scope)) * (combine === 'mean' ? BigInt(years) : 1n);
  const variable = emitter.variable(emitter.slot({ kind: 'window', fact, combine, years }));
  if (combine === 'mean') emitter.add(`${variable} *= ${years};`);
  emitter.block(`if (${variable} !== ${variable})`, () => {
    const terms = Array.from({ length: years }, (_, yearsBefore) =>
      emitter.slot({ kind: 'fact', fact, yearsBefore }),
    );
    emitter.add(`${variable} = ${terms.join(' + ')};`);
  });
  emitter.needKnown(variable);
  emitter.needSafe(variable);
  return { variable, scale };
}

function emitExtreme(
  expression: Extract<Expression, { kind: 'least' | 'greatest' }>,
  scope: EmitScope,
): EmittedNumber {
  const items = expression.items.map((item) => emitNumber(item, scope));
  const scale = commonScale(...items.map((item) => item.scale));
  const variables = items.map((item) => scope.emitter.rescale(item, scale));
  const pick = expression.kind === 'least' ? 'Math.min' : 'Math.max';
  return { variable: scope.emitter.variable(`${pick}(${variables.join(', ')})`), scale };
}

/** Code for a number; the variable holds the value times the scale. */
export function emitNumber(expression: Expression, scope: EmitScope): EmittedNumber {
  switch (expression.kind) {
    case 'literal': {
      if (expression.value.kind !== 'number') throw new NotCovered('not a number');
      const { numerator, denominator } = expression.value.value;
      return { variable: `${numerator}`, scale: commonScale(denominator) };
    }
    case 'fact': {
      const scale = slotScale(factOf(expression.fact, scope));
      const variable = readFact(expression, scope, (derivation, inner) => {
        const derived = emitNumber(derivation, inner);
        if (scale % derived.scale !== 0n) throw new NotCovered('derivation finer than its fact');
        return inner.emitter.rescale(derived, scale);
      });
      return { variable, scale };
    }
    case 'arithmetic':
      return emitArithmetic(expression, scope);
    case 'window':
      return emitWindow(expression, scope);
    case 'past_highest': {
      if (scope.shift !== 0) throw new NotCovered('history in a shifted derivation');
      const { fact } = expression;
      return {
        variable: knownSlot({ kind: 'past_highest', fact }, scope),
        scale: slotScale(factOf(fact, scope)),
      };
    }
    case 'history': {
      const { about, measure } = expression;
      return { variable: knownSlot({ kind: 'received', about, measure }, scope), scale: 1n };
    }
    case 'least':
    case 'greatest':
      return emitExtreme(expression, scope);
    case 'aggregate':
    case 'and':
    case 'or':
    case 'not':
    case 'member':
    case 'comparison':
    case 'today':
      throw new NotCovered(expression.kind);
  }
}

/** Code for a date as a day number. Months are left to the general evaluator: they need a calendar. */
function emitDate(expression: Expression, scope: EmitScope): string {
  if (expression.kind === 'literal' && expression.value.kind === 'date')
    return `${dayNumber(expression.value.value)}`;
  if (expression.kind === 'today') return 's[0]';
  if (expression.kind === 'fact') return readFact(expression, scope, emitDate);
  throw new NotCovered('date arithmetic');
}

function emitChoice(expression: Expression, list: string, scope: EmitScope): string {
  if (expression.kind === 'fact')
    return readFact(expression, scope, (derivation, inner) => emitChoice(derivation, list, inner));
  if (expression.kind === 'literal' && expression.value.kind === 'choice') {
    const { value } = expression.value;
    const members = scope.vocabulary.lists.get(list)?.members ?? [];
    return `${members.findIndex((member) => member.name === value)}`;
  }
  throw new NotCovered('choice');
}

const operators = { '=': '===', '≠': '!==', '>=': '>=', '>': '>', '<=': '<=', '<': '<' } as const;

function emitComparison(
  expression: Extract<Expression, { kind: 'comparison' }>,
  scope: EmitScope,
): string {
  const { left, right, operator } = expression;
  const { emitter } = scope;
  const symbol = operators[operator];
  switch (left.type.kind) {
    case 'number': {
      const a = emitNumber(left, scope);
      const b = emitNumber(right, scope);
      const scale = commonScale(a.scale, b.scale);
      return `(${emitter.rescale(a, scale)} ${symbol} ${emitter.rescale(b, scale)})`;
    }
    case 'date':
      return `(${emitDate(left, scope)} ${symbol} ${emitDate(right, scope)})`;
    case 'choice': {
      const { list } = left.type;
      const [a, b] = [emitChoice(left, list, scope), emitChoice(right, list, scope)];
      // The first member is the highest, so the order of indexes is the reverse of the order of ranks.
      return operator === '=' || operator === '≠'
        ? `(${a} ${symbol} ${b})`
        : `(${b} ${symbol} ${a})`;
    }
    case 'truth':
      return `(${emitTruth(left, scope)} ${symbol} ${emitTruth(right, scope)})`;
    case 'text':
      throw new NotCovered('text');
  }
}

/** Code for a truth value: a JavaScript expression. 且 and 或 look at their parts in order, as far as needed. */
export function emitTruth(expression: Expression, scope: EmitScope): string {
  const { emitter } = scope;
  switch (expression.kind) {
    case 'literal':
      if (expression.value.kind !== 'truth') throw new NotCovered('not a truth');
      return `${expression.value.value}`;
    case 'fact':
      return `(${readFact(expression, scope, (derivation, inner) => `${emitTruth(derivation, inner)} ? 1 : 0`)} === 1)`;
    case 'comparison':
      return emitComparison(expression, scope);
    case 'member': {
      const { of, options } = expression;
      if (of.type.kind !== 'choice') throw new NotCovered('text');
      const members = scope.vocabulary.lists.get(of.type.list)?.members ?? [];
      const choice = emitChoice(of, of.type.list, scope);
      const tests = options.map(
        (option) => `${choice} === ${members.findIndex((member) => member.name === option)}`,
      );
      return `(${tests.join(' || ')})`;
    }
    case 'not':
      return `!${emitTruth(expression.of, scope)}`;
    case 'and':
    case 'or': {
      const stop = expression.kind === 'and' ? 'false' : 'true';
      const result = emitter.variable(stop);
      const next = (index: number): void => {
        const item = expression.items[index];
        if (item === undefined) {
          emitter.add(`${result} = ${!(stop === 'true')};`);
          return;
        }
        const test = emitTruth(item, scope);
        emitter.block(`if (${stop === 'true' ? '!' : ''}${test})`, () => next(index + 1));
      };
      next(0);
      return result;
    }
    case 'aggregate':
    case 'arithmetic':
    case 'least':
    case 'greatest':
    case 'history':
    case 'past_highest':
    case 'window':
    case 'today':
      throw new NotCovered(expression.kind);
  }
}

/** Code for the index of a choice within its list. */
export function emitChoiceOf(expression: Expression, scope: EmitScope): string {
  if (expression.type.kind !== 'choice') throw new NotCovered('not a choice');
  return emitChoice(expression, expression.type.list, scope);
}
