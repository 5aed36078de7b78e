import type { Dialect } from './dialect.ts';
import { isNarrow } from './ranges.ts';
import type { Call, Term } from './term.ts';

/** Names of the terms that a step before has computed. */
export type Names = ReadonlyMap<Term, string>;

function isWide(term: Term): boolean {
  return term.type === 'whole' && term.kind !== 'null' && !isNarrow(term.range);
}

/** Prints terms in one dialect. */
export class TermPrinter {
  private readonly dialect: Dialect;
  private readonly names: Names;

  constructor(dialect: Dialect, names: Names) {
    this.dialect = dialect;
    this.names = names;
  }

  /** A term in its own width; `wide`: in 128 bits whatever its own. */
  print(term: Term, wide = isWide(term)): string {
    const { dialect } = this;
    switch (term.kind) {
      case 'null':
        return dialect.unknown(term.type, wide);
      case 'truth':
        return dialect.truth(term.value);
      case 'whole':
        return dialect.whole(term.value, wide);
      case 'date':
        return dialect.date(term.value);
      case 'text':
        return dialect.text(term.value);
      case 'column':
      case 'call': {
        const sql = this.printOwn(term);
        return wide && !isWide(term) ? dialect.widen(sql) : sql;
      }
    }
  }

  private printOwn(term: Extract<Term, { kind: 'column' | 'call' }>): string {
    const name = this.names.get(term);
    if (name !== undefined) return this.dialect.identifier(name);
    if (term.kind === 'call') return this.printCall(term);
    const sql = this.dialect.identifier(term.name);
    return term.decimal ? this.dialect.millionths(sql) : sql;
  }

  /** What the step that names the term writes. */
  printDefinition(term: Term): string {
    return term.kind === 'call' ? this.printCall(term) : this.print(term);
  }

  private printCall(term: Call): string {
    const { dialect } = this;
    const { operation, operands } = term;
    const wide = isWide(term) || (term.type === 'truth' && operands.some(isWide));
    const items = operands.map((operand) => this.print(operand, wide && operand.type === 'whole'));
    const [a = '', b = ''] = items;
    switch (operation) {
      case 'add':
        return `(${a} + ${b})`;
      case 'subtract':
        return `(${a} - ${b})`;
      case 'multiply':
        return `(${a} * ${b})`;
      case 'floor_divide':
        return this.printFloor(term);
      case 'least':
      case 'greatest':
        return this.printExtreme(term, a, b);
      case 'bit_or':
        return dialect.bitOr(items);
      case 'equal':
        return `(${a} = ${b})`;
      case 'less':
        return `(${a} < ${b})`;
      case 'at_most':
        return `(${a} <= ${b})`;
      case 'and':
        return `(${items.join(' AND ')})`;
      case 'or':
        return `(${items.join(' OR ')})`;
      case 'not':
        return this.printNot(term, a);
      case 'is_null':
        return `(${a} IS NULL)`;
      case 'case':
        return this.printCase(term);
      case 'coalesce':
        return `coalesce(${a}, ${b})`;
      case 'add_months':
        return dialect.addMonths(a, b);
      case 'add_days':
        return dialect.addDays(a, b);
      case 'one_of':
        return `(${a} IN (${items.slice(1).join(', ')}))`;
    }
  }

  private printNot(term: Call, sql: string): string {
    const [of] = term.operands;
    if (of?.kind === 'call' && of.operation === 'is_null' && !this.names.has(of))
      return sql.replace(/ IS NULL\)$/, ' IS NOT NULL)');
    return `(NOT ${sql})`;
  }

  private printCase(term: Call): string {
    const wide = isWide(term);
    const parts: string[] = [];
    const { operands } = term;
    for (let index = 0; index + 1 < operands.length; index += 2) {
      const [when, then] = [operands[index], operands[index + 1]];
      if (when === undefined || then === undefined) continue;
      parts.push(`WHEN ${this.print(when)} THEN ${this.print(then, wide)}`);
    }
    const last = operands[operands.length - 1];
    const otherwise = last === undefined ? '' : ` ELSE ${this.print(last, wide)}`;
    return `CASE ${parts.join(' ')}${otherwise} END`;
  }

  /** Databases do not agree on nulls in LEAST and GREATEST: here null wins. */
  private printExtreme(term: Call, a: string, b: string): string {
    const [left, right] = term.operands;
    if (left === undefined || right === undefined) return '';
    const which = term.operation === 'least' ? 'least' : 'greatest';
    if (!left.nullable && !right.nullable) return this.dialect.extreme(which, a, b);
    const guards = [left, right].filter(({ nullable }) => nullable);
    const known = guards.map((guard) => `${this.print(guard)} IS NOT NULL`).join(' AND ');
    return `CASE WHEN ${known} THEN ${this.dialect.extreme(which, a, b)} END`;
  }

  private printFloor(term: Call): string {
    const { dialect } = this;
    const [a, b] = term.operands;
    if (a === undefined || b === undefined) return '';
    const wide = isWide(a) || isWide(b);
    const [over, under] = [this.print(a, wide), this.print(b, wide)];
    const quotient =
      a.range.least >= 0n
        ? dialect.quotient(over, under, wide)
        : `CASE WHEN ${over} >= ${dialect.whole(0n, wide)} THEN ${dialect.quotient(over, under, wide)} ELSE -${dialect.quotient(`(${under} - ${dialect.whole(1n, wide)} - ${over})`, under, wide)} END`;
    return wide && !isWide(term) ? dialect.narrow(quotient) : quotient;
  }
}
