import { compareDates } from '@luodi/kernel';
import type { PlainDate } from '@luodi/kernel';
import { isFixedCase, mapCase, nullOfCase } from './fold-case.ts';
import { firstReaching } from './fold-dates.ts';
import { logicOfBranches, withoutIdleParts } from './fold-logic.ts';
import { NotCovered } from './not-covered.ts';
import { fitsAnywhere, rangeOf } from './ranges.ts';
import type { Call, Operation, Range, Term, TermType } from './term.ts';

const noRange: Range = { least: 0n, greatest: 0n };

type Literal = Extract<Term, { kind: 'truth' | 'whole' | 'date' | 'text' }>;

function isLiteral(term: Term): term is Literal {
  return (
    term.kind === 'truth' || term.kind === 'whole' || term.kind === 'date' || term.kind === 'text'
  );
}

/** Makes terms, each equal one once, and does at once what is known beforehand: `x × 1` is `x`, `否 且 x` is `否`. */
export class TermFactory {
  private readonly terms = new Map<string, Term>();

  readonly yes: Term;
  readonly no: Term;
  readonly zero: Term;
  readonly one: Term;

  constructor() {
    this.yes = this.truth(true);
    this.no = this.truth(false);
    this.zero = this.whole(0n);
    this.one = this.whole(1n);
  }

  private keep<T extends Term>(key: string, make: (id: number) => T): Term {
    const known = this.terms.get(key);
    if (known !== undefined) return known;
    const term = make(this.terms.size);
    this.terms.set(key, term);
    return term;
  }

  unknown(type: TermType): Term {
    return this.keep(`null ${type}`, (id) => ({
      kind: 'null',
      type,
      id,
      nullable: true,
      range: noRange,
    }));
  }

  truth(value: boolean): Term {
    return this.keep(`truth ${value}`, (id) => ({
      kind: 'truth',
      type: 'truth',
      value,
      id,
      nullable: false,
      range: noRange,
    }));
  }

  whole(value: bigint): Term {
    return this.keep(`whole ${value}`, (id) => ({
      kind: 'whole',
      type: 'whole',
      value,
      id,
      nullable: false,
      range: { least: value, greatest: value },
    }));
  }

  date(value: PlainDate): Term {
    return this.keep(`date ${value.toString()}`, (id) => ({
      kind: 'date',
      type: 'date',
      value,
      id,
      nullable: false,
      range: noRange,
    }));
  }

  text(value: string): Term {
    return this.keep(`text ${value}`, (id) => ({
      kind: 'text',
      type: 'text',
      value,
      id,
      nullable: false,
      range: noRange,
    }));
  }

  column(
    table: string,
    name: string,
    type: TermType,
    { nullable = true, range = noRange, decimal = false } = {},
  ): Term {
    return this.keep(`column ${table} ${name}`, (id) => ({
      kind: 'column',
      type,
      table,
      name,
      decimal,
      id,
      nullable,
      range,
    }));
  }

  private call(
    operation: Operation,
    type: TermType,
    operands: readonly Term[],
    nullable: boolean,
  ): Term {
    const key = `${operation} ${operands.map(({ id }) => id).join(' ')}`;
    return this.keep(key, (id) => {
      const range = type === 'whole' ? rangeOf(operation, operands) : noRange;
      if (!fitsAnywhere(range)) throw new NotCovered('number too large for 38 digits');
      return { kind: 'call', type, operation, operands, id, nullable, range };
    });
  }

  /** An operation that is null if an operand is. */
  private strict(operation: Operation, type: TermType, operands: readonly Term[]): Term {
    if (operands.some(({ kind }) => kind === 'null')) return this.unknown(type);
    return this.call(
      operation,
      type,
      operands,
      operands.some(({ nullable }) => nullable),
    );
  }

  add(a: Term, b: Term): Term {
    if (a.kind === 'whole' && b.kind === 'whole') return this.whole(a.value + b.value);
    if (a === this.zero) return b;
    if (b === this.zero) return a;
    return this.strict('add', 'whole', [a, b]);
  }

  subtract(a: Term, b: Term): Term {
    if (a.kind === 'whole' && b.kind === 'whole') return this.whole(a.value - b.value);
    if (b === this.zero) return a;
    return this.strict('subtract', 'whole', [a, b]);
  }

  multiply(a: Term, b: Term): Term {
    if (a.kind === 'whole' && b.kind === 'whole') return this.whole(a.value * b.value);
    if (a.kind === 'whole') return this.multiply(b, a);
    if (b === this.one) return a;
    if (b === this.zero && !a.nullable) return b;
    // Constants join: (x × 5) × 2 is x × 10.
    if (b.kind === 'whole' && a.kind === 'call' && a.operation === 'multiply') {
      const [inner, factor] = a.operands;
      if (inner !== undefined && factor?.kind === 'whole')
        return this.multiply(inner, this.whole(factor.value * b.value));
    }
    return this.strict('multiply', 'whole', [a, b]);
  }

  floorDivide(a: Term, b: Term): Term {
    if (b === this.one) return a;
    if (a.kind === 'whole' && b.kind === 'whole') {
      const quotient = a.value / b.value;
      return this.whole(a.value < 0n && quotient * b.value !== a.value ? quotient - 1n : quotient);
    }
    return this.strict('floor_divide', 'whole', [a, b]);
  }

  least(...items: readonly Term[]): Term {
    return this.extreme('least', items);
  }

  greatest(...items: readonly Term[]): Term {
    return this.extreme('greatest', items);
  }

  private extreme(operation: 'least' | 'greatest', items: readonly Term[]): Term {
    const [first, ...others] = new Set(items);
    if (first === undefined) throw new RangeError(`${operation} of nothing`);
    if (others.length === 0) return first;
    return others.reduce((a, b) => this.extremeOfTwo(operation, a, b), first);
  }

  private extremeOfTwo(operation: 'least' | 'greatest', a: Term, b: Term): Term {
    if (!a.nullable && !b.nullable) {
      const [low, high] = a.range.greatest <= b.range.least ? [a, b] : [b, a];
      if (low.range.greatest <= high.range.least) return operation === 'least' ? low : high;
    }
    return this.strict(operation, 'whole', [a, b]);
  }

  /** Sets of facts as bits. */
  bitOr(...items: readonly Term[]): Term {
    const parts = [
      ...new Set(
        items.flatMap((item) =>
          item.kind === 'call' && item.operation === 'bit_or' ? item.operands : [item],
        ),
      ),
    ];
    const fixed = parts.reduce(
      (bits, part) => (part.kind === 'whole' ? bits | part.value : bits),
      0n,
    );
    const open = parts.filter((part) => part.kind !== 'whole');
    const all = fixed === 0n ? open : [...open, this.whole(fixed)];
    const [only] = all;
    if (only === undefined) return this.zero;
    return all.length === 1 ? only : this.strict('bit_or', 'whole', all);
  }

  private literalOrder(a: Literal, b: Literal): number | undefined {
    if (a.kind === 'date' && b.kind === 'date') return compareDates(a.value, b.value);
    if (a.kind === 'whole' && b.kind === 'whole')
      return a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
    if (a.kind === b.kind) return a.value === b.value ? 0 : 1;
    return undefined;
  }

  equal(a: Term, b: Term): Term {
    if (a === b && !a.nullable) return this.yes;
    if (isLiteral(a) && isLiteral(b)) return this.truth(this.literalOrder(a, b) === 0);
    if (isFixedCase(a) && isLiteral(b)) return mapCase(a, (value) => this.equal(value, b), this);
    if (isFixedCase(b) && isLiteral(a)) return this.equal(b, a);
    if (isLiteral(b) && this.isOutside(a, b)) return this.no;
    if (isLiteral(a) && this.isOutside(b, a)) return this.no;
    return this.strict('equal', 'truth', [a, b]);
  }

  /** Whether a number that is never null is never the literal. */
  private isOutside(a: Term, { range, type }: Literal): boolean {
    return (
      type === 'whole' &&
      !a.nullable &&
      (a.range.greatest < range.least || range.greatest < a.range.least)
    );
  }

  less(a: Term, b: Term): Term {
    return this.ordered('less', a, b);
  }

  atMost(a: Term, b: Term): Term {
    return this.ordered('at_most', a, b);
  }

  private ordered(operation: 'less' | 'at_most', a: Term, b: Term): Term {
    if (isLiteral(a) && isLiteral(b)) {
      const order = this.literalOrder(a, b) ?? 0;
      return this.truth(operation === 'less' ? order < 0 : order <= 0);
    }
    if (isFixedCase(a) && isLiteral(b))
      return mapCase(a, (value) => this.ordered(operation, value, b), this);
    if (isFixedCase(b) && isLiteral(a))
      return mapCase(b, (value) => this.ordered(operation, a, value), this);
    const moved = this.orderedByMonths(operation, a, b);
    if (moved !== undefined) return moved;
    if (a.type === 'whole' && !a.nullable && !b.nullable) {
      const below =
        operation === 'less' ? a.range.greatest < b.range.least : a.range.greatest <= b.range.least;
      if (below) return this.yes;
      const above =
        operation === 'less' ? b.range.greatest <= a.range.least : b.range.greatest < a.range.least;
      if (above) return this.no;
    }
    return this.strict(operation, 'truth', [a, b]);
  }

  /** A comparison of a date moved by fixed months with a fixed date is one of the date as it is. */
  private orderedByMonths(operation: 'less' | 'at_most', a: Term, b: Term): Term | undefined {
    const [moved, limit] = a.kind === 'date' ? [b, a] : [a, b];
    if (limit.kind !== 'date' || moved.kind !== 'call' || moved.operation !== 'add_months')
      return undefined;
    const [date, months] = moved.operands;
    if (date === undefined || months?.kind !== 'whole') return undefined;
    // `limit <= moved` and `moved < limit` part at the first date that reaches the limit, the other two at the day after.
    const reaches = (moved === b) === (operation === 'at_most');
    const least = reaches ? limit.value : limit.value.add({ days: 1 });
    const first = this.date(firstReaching(least, Number(months.value)));
    return moved === b ? this.atMost(first, date) : this.less(date, first);
  }

  and(...items: readonly Term[]): Term {
    return this.join('and', items, this.yes, this.no);
  }

  or(...items: readonly Term[]): Term {
    return this.join('or', items, this.no, this.yes);
  }

  private join(operation: 'and' | 'or', items: readonly Term[], neutral: Term, final: Term): Term {
    const parts = [
      ...new Set(
        items.flatMap((item) =>
          item.kind === 'call' && item.operation === operation ? item.operands : [item],
        ),
      ),
    ].filter((item) => item !== neutral);
    if (parts.includes(final)) return final;
    const [first] = parts;
    if (first === undefined) return neutral;
    if (parts.length === 1) return first;
    const needed = withoutIdleParts(operation, parts, this);
    if (needed === undefined) return final;
    if (needed.length < parts.length || needed.some((part, index) => part !== parts[index]))
      return this.join(operation, needed, neutral, final);
    return this.call(
      operation,
      'truth',
      parts,
      parts.some(({ nullable }) => nullable),
    );
  }

  not(a: Term): Term {
    if (a.kind === 'truth') return this.truth(!a.value);
    if (a.kind === 'call' && a.operation === 'not') return a.operands[0] ?? a;
    if (isFixedCase(a)) return mapCase(a, (value) => this.not(value), this);
    return this.strict('not', 'truth', [a]);
  }

  isNull(a: Term): Term {
    if (a.kind === 'null') return this.yes;
    if (!a.nullable) return this.no;
    const followed = a.kind === 'call' ? this.nullOf(a) : undefined;
    return followed ?? this.call('is_null', 'truth', [a], false);
  }

  /** Whether a call is null, said of its operands. */
  private nullOf(call: Call): Term | undefined {
    const { operation, operands } = call;
    if (operation === 'and' || operation === 'or') return undefined;
    if (operation === 'case') return nullOfCase(call, this);
    const unknown = operands.map((operand) => this.isNull(operand));
    return operation === 'coalesce' ? this.and(...unknown) : this.or(...unknown);
  }

  isKnown(a: Term): Term {
    return this.not(this.isNull(a));
  }

  /** Certainly so: yes, and not unknown. */
  isTrue(a: Term): Term {
    return this.coalesce(a, this.no);
  }

  isFalse(a: Term): Term {
    return this.not(this.coalesce(a, this.yes));
  }

  coalesce(a: Term, b: Term): Term {
    if (a.kind === 'null') return b;
    if (!a.nullable || b.kind === 'null') return a;
    if (isFixedCase(a) && isLiteral(b)) return mapCase(a, (value) => this.coalesce(value, b), this);
    return this.call('coalesce', a.type, [a, b], b.nullable);
  }

  /** The value of the first branch whose condition is certainly so, else `otherwise`. */
  choose(
    branches: readonly { readonly when: Term; readonly value: Term }[],
    otherwise: Term,
  ): Term {
    const live: Term[] = [];
    let final = otherwise;
    for (const { when, value: then } of branches) {
      if (when.kind === 'null' || when === this.no || live.includes(when)) continue;
      const rest =
        !when.nullable && live.some((term, index) => index % 2 === 0 && term === this.not(when));
      if (when === this.yes || rest) {
        final = then;
        break;
      }
      live.push(when, then);
    }
    while (live.length > 0 && live[live.length - 1] === final) live.splice(-2);
    const { branches: open, otherwise: last } =
      final.type === 'truth'
        ? logicOfBranches(live, final, this)
        : { branches: live, otherwise: final };
    if (open.length === 0) return last;
    const values = [...open.filter((_, index) => index % 2 === 1), last];
    return this.call(
      'case',
      last.type,
      [...open, last],
      values.some(({ nullable }) => nullable),
    );
  }

  addMonths(date: Term, months: Term): Term {
    if (date.kind === 'date' && months.kind === 'whole')
      return this.date(date.value.add({ months: Number(months.value) }));
    return this.strict('add_months', 'date', [date, months]);
  }

  addDays(date: Term, days: Term): Term {
    if (date.kind === 'date' && days.kind === 'whole')
      return this.date(date.value.add({ days: Number(days.value) }));
    return this.strict('add_days', 'date', [date, days]);
  }

  oneOf(value: Term, options: readonly Term[]): Term {
    if (value.kind === 'text') return this.truth(options.includes(value));
    if (options.length === 0)
      return this.choose([{ when: this.isKnown(value), value: this.no }], this.unknown('truth'));
    const [only] = options;
    if (options.length === 1 && only !== undefined) return this.equal(value, only);
    return this.strict('one_of', 'truth', [value, ...options]);
  }
}
