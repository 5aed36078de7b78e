import type { Dialect, Operand } from './dialect.ts';
import { isNarrow } from './ranges.ts';
import { columnName } from './term.ts';
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
    return term.kind === 'call' ? this.printCall(term) : this.dialect.identifier(columnName(term));
  }

  /** What the step that names the term writes. */
  printDefinition(term: Term): string {
    return term.kind === 'call' ? this.printCall(term) : this.print(term);
  }

  /** Beside a term that says the type. */
  private beside(term: Term, wide: boolean): string {
    return term.kind === 'whole' && isNarrow(term.range)
      ? this.dialect.plain(term.value)
      : this.print(term, wide);
  }

  /** Operands of one operation: numbers all in the width that the widest of them and of the result needs. */
  private printOperands(term: Call): readonly string[] {
    const wide = isWide(term) || term.operands.some(isWide);
    return term.operands.map((operand) =>
      operand.type === 'whole' ? this.beside(operand, wide) : this.print(operand),
    );
  }

  private operand(term: Term): Operand {
    return { sql: this.print(term), nullable: term.nullable };
  }

  private printCall(term: Call): string {
    const { dialect } = this;
    const { operation, operands } = term;
    switch (operation) {
      case 'and':
      case 'or':
        return dialect[operation](operands.map((operand) => this.operand(operand)));
      case 'case':
        return this.printCase(term);
      case 'floor_divide':
        return this.printFloor(term);
      case 'one_of':
        return this.printOneOf(term);
      case 'is_null':
      case 'not':
        return this.printNegation(term);
      case 'add':
      case 'subtract':
      case 'multiply':
      case 'least':
      case 'greatest':
      case 'bit_or':
      case 'equal':
      case 'less':
      case 'at_most':
      case 'coalesce':
      case 'add_months':
      case 'add_days':
        return this.printPlain(term, operation, this.printOperands(term));
    }
  }

  private printPlain(
    term: Call,
    operation: Exclude<
      Call['operation'],
      'and' | 'or' | 'case' | 'floor_divide' | 'one_of' | 'is_null' | 'not'
    >,
    items: readonly string[],
  ): string {
    const { dialect } = this;
    const [a = '', b = ''] = items;
    switch (operation) {
      case 'add':
        return this.printSum(term, a, b);
      case 'subtract':
        return `(${a} - ${b})`;
      case 'multiply':
        return `(${a} * ${b})`;
      case 'least':
      case 'greatest':
        return this.printExtreme(term, operation);
      case 'bit_or':
        return dialect.bitOr(items);
      case 'equal':
        return `(${a} = ${b})`;
      case 'less':
        return `(${a} < ${b})`;
      case 'at_most':
        return `(${a} <= ${b})`;
      case 'coalesce':
        return `coalesce(${a}, ${b})`;
      case 'add_months':
        return dialect.addMonths(a, b);
      case 'add_days':
        return dialect.addDays(a, b);
    }
  }

  private printSum({ operands: [, right] }: Call, a: string, b: string): string {
    if (right?.kind === 'whole' && right.value < 0n && isNarrow(right.range))
      return `(${a} - ${this.dialect.plain(-right.value)})`;
    return `(${a} + ${b})`;
  }

  private printNegation({ operation, operands: [of] }: Call): string {
    if (of === undefined) return '';
    if (operation === 'is_null') return `(${this.print(of)} IS NULL)`;
    const [inner] = of.kind === 'call' ? of.operands : [];
    if (
      of.kind === 'call' &&
      of.operation === 'is_null' &&
      inner !== undefined &&
      !this.names.has(of)
    )
      return `(${this.print(inner)} IS NOT NULL)`;
    return `(NOT ${this.print(of)})`;
  }

  private printOneOf({ operands: [value, ...options] }: Call): string {
    if (value === undefined) return '';
    return this.dialect.oneOf(
      this.operand(value),
      options.map((option) => this.print(option)),
    );
  }

  /** After WHEN, where unknown and no come to the same: all databases agree on AND and OR there. */
  private printCondition(term: Term): string {
    if (term.kind !== 'call' || this.names.has(term)) return this.print(term);
    const { operation, operands } = term;
    if (operation !== 'and' && operation !== 'or') return this.print(term);
    const items = operands.map((operand) => this.printCondition(operand));
    return `(${items.join(operation === 'and' ? ' AND ' : ' OR ')})`;
  }

  /** Branches, and those of a case in the ELSE that has no name: one CASE says it all. */
  private branchesOf({ operands }: Call): readonly Term[] {
    const last = operands[operands.length - 1];
    if (last?.kind !== 'call' || last.operation !== 'case' || this.names.has(last)) return operands;
    return [...operands.slice(0, -1), ...this.branchesOf(last)];
  }

  private printCase(term: Call): string {
    const operands = this.branchesOf(term);
    const last = operands.length - 1;
    const isValue = (index: number): boolean => index === last || index % 2 === 1;
    const values = operands.filter((_, index) => isValue(index));
    // One value that says the type is enough.
    const typed =
      values.find(({ kind }) => kind === 'call' || kind === 'column') ??
      values.find(({ kind }) => kind !== 'null');
    const wide = isWide(term);
    const value = (of: Term): string => {
      if (of.kind === 'null') return 'NULL';
      return of === typed || wide ? this.print(of, wide) : this.beside(of, wide);
    };
    const parts = operands.flatMap((operand, index) => {
      const when = operands[index - 1];
      if (index === last) return operand.kind === 'null' ? [] : [`ELSE ${value(operand)}`];
      if (when === undefined || !isValue(index)) return [];
      return [`WHEN ${this.printCondition(when)} THEN ${value(operand)}`];
    });
    return `CASE ${parts.join(' ')} END`;
  }

  /** Databases do not agree on nulls in LEAST and GREATEST: here null wins. */
  private printExtreme(term: Call, which: 'least' | 'greatest'): string {
    const [left, right] = term.operands;
    if (left === undefined || right === undefined) return '';
    const wide = isWide(term) || isWide(left) || isWide(right);
    const [a, b] = wide
      ? [this.print(left, true), this.print(right, true)]
      : [this.beside(left, false), this.beside(right, false)];
    const extreme = this.dialect.extreme(which, a, b, wide);
    const known = [left, right]
      .filter(({ nullable }) => nullable)
      .map((guard) => `${this.print(guard)} IS NOT NULL`);
    const value = wide && !isWide(term) ? this.dialect.narrow(extreme) : extreme;
    return known.length === 0 ? value : `CASE WHEN ${known.join(' AND ')} THEN ${value} END`;
  }

  private printFloor(term: Call): string {
    const { dialect } = this;
    const [a, b] = term.operands;
    if (a === undefined || b === undefined) return '';
    const wide = isWide(a) || isWide(b);
    const quotient = dialect.floorQuotient(
      this.print(a, wide),
      wide ? this.print(b, true) : this.beside(b, false),
      { wide, negative: a.range.least < 0n },
    );
    return wide && !isWide(term) ? dialect.narrow(quotient) : quotient;
  }
}
