import type { Amount, Arm, Manner } from '@luodi/language';
import { commonScale, NotCovered } from './emitter.ts';
import type { EmittedNumber } from './emitter.ts';
import { emitChoiceOf, emitNumber, emitTruth } from './emit-expression.ts';
import type { EmitScope } from './emit-expression.ts';

/** Bits of the kinds that an amount can be; several set = mixed. */
export const kindBits = {
  exact: 1,
  at_most: 2,
  at_least: 4,
  discretionary: 8,
  by_reference: 16,
  none: 32,
} as const;

/** Variables of an emitted amount: both ends at one scale, the kinds, and whether anything is given. */
export interface EmittedAmount {
  readonly floor: string;
  readonly ceiling: string;
  readonly kinds: string;
  readonly given: string;
  readonly scale: bigint;
}

function ends(manner: Manner, value: EmittedNumber, scope: EmitScope): EmittedAmount {
  const worth = scope.emitter.variable(`Math.max(0, ${value.variable})`);
  const { scale } = value;
  const common = { kinds: `${kindBits[manner]}`, given: 'true', scale };
  switch (manner) {
    case 'exact':
      return { ...common, floor: worth, ceiling: worth };
    case 'at_most':
      return { ...common, floor: '0', ceiling: worth };
    case 'at_least':
      return { ...common, floor: worth, ceiling: 'Infinity' };
  }
}

function fixed(kind: 'discretionary' | 'by_reference' | 'none', ceiling: string): EmittedAmount {
  return { floor: '0', ceiling, kinds: `${kindBits[kind]}`, given: 'true', scale: 1n };
}

/** Changes both ends against a limit. */
function limit(
  inner: EmittedAmount,
  by: EmittedNumber,
  scope: EmitScope,
  change: (end: string, limit: string) => string,
): EmittedAmount {
  const { emitter } = scope;
  const scale = commonScale(inner.scale, by.scale);
  const bound = emitter.rescale(by, scale);
  const end = (variable: string): string =>
    emitter.variable(change(emitter.rescale({ variable, scale: inner.scale }, scale), bound));
  const floor = end(inner.floor);
  const ceiling = inner.ceiling === inner.floor ? floor : end(inner.ceiling);
  return { ...inner, floor, ceiling, scale };
}

/** Puts what an amount came to into the variables of another, at its scale. */
function assignTo(target: EmittedAmount, from: EmittedAmount, scope: EmitScope): void {
  const { emitter } = scope;
  const put = (variable: string, end: string): void => {
    emitter.add(
      `${variable} = ${emitter.rescale({ variable: end, scale: from.scale }, target.scale)};`,
    );
  };
  put(target.floor, from.floor);
  put(target.ceiling, from.ceiling);
  emitter.add(`${target.kinds} = ${from.kinds}; ${target.given} = ${from.given};`);
}

function blank(scale: bigint, scope: EmitScope): EmittedAmount {
  const { emitter } = scope;
  return {
    floor: emitter.variable('0'),
    ceiling: emitter.variable('0'),
    kinds: emitter.variable('0'),
    given: emitter.variable('false'),
    scale,
  };
}

/** Tries arms until one holds. */
function emitFirstOf(arms: readonly Arm[], scope: EmitScope): EmittedAmount {
  const { emitter } = scope;
  const target = blank(
    scaleOf(
      arms.map((arm) => arm.amount),
      scope,
    ),
    scope,
  );
  const next = (index: number): void => {
    const arm = arms[index];
    if (arm === undefined) return;
    if (arm.when === undefined) {
      assignTo(target, emitAmount(arm.amount, scope), scope);
      return;
    }
    emitter.block(`if (${emitTruth(arm.when, scope)})`, () =>
      assignTo(target, emitAmount(arm.amount, scope), scope),
    );
    emitter.block('else', () => next(index + 1));
  };
  next(0);
  return target;
}

/** Joins amounts that all count, by `+` or `Math.max`. */
function joinInto(
  target: EmittedAmount,
  part: EmittedAmount,
  scope: EmitScope,
  join: (a: string, b: string) => string,
): void {
  const { emitter } = scope;
  emitter.block(`if (${part.given})`, () => {
    for (const end of ['floor', 'ceiling'] as const) {
      const value = emitter.rescale({ variable: part[end], scale: part.scale }, target.scale);
      emitter.add(`${target[end]} = ${join(target[end], value)};`);
      emitter.needSafe(target[end]);
    }
    emitter.add(`${target.kinds} |= ${part.kinds}; ${target.given} = true;`);
  });
}

function emitJoined(
  arms: readonly Arm[],
  scope: EmitScope,
  join: (a: string, b: string) => string,
): EmittedAmount {
  const { emitter } = scope;
  const target = blank(
    scaleOf(
      arms.map((arm) => arm.amount),
      scope,
    ),
    scope,
  );
  for (const arm of arms) {
    const body = (): void => joinInto(target, emitAmount(arm.amount, scope), scope, join);
    if (arm.when === undefined) body();
    else emitter.block(`if (${emitTruth(arm.when, scope)})`, body);
  }
  return target;
}

function emitGraded(amount: Extract<Amount, { kind: 'graded' }>, scope: EmitScope): EmittedAmount {
  const { emitter, vocabulary } = scope;
  const { type } = amount.by;
  if (type.kind !== 'choice') throw new NotCovered('graded by something else than a choice');
  const members = vocabulary.lists.get(type.list)?.members ?? [];
  const choice = emitChoiceOf(amount.by, scope);
  const target = blank(
    scaleOf(
      amount.rows.map((row) => row.amount),
      scope,
    ),
    scope,
  );
  for (const row of amount.rows)
    emitter.block(
      `if (${choice} === ${members.findIndex((member) => member.name === row.choice)})`,
      () => assignTo(target, emitAmount(row.amount, scope), scope),
    );
  return target;
}

function emitBands(amount: Extract<Amount, { kind: 'bands' }>, scope: EmitScope): EmittedAmount {
  const { emitter } = scope;
  const base = emitNumber(amount.base, scope);
  const parts = amount.bands.map((band) => {
    const from = emitNumber(band.from, scope);
    const to = band.to === undefined ? undefined : emitNumber(band.to, scope);
    const scale = commonScale(base.scale, from.scale, to?.scale ?? 1n);
    const whole = emitter.rescale(base, scale);
    const top = to === undefined ? whole : `Math.min(${whole}, ${emitter.rescale(to, scale)})`;
    const inside = emitter.variable(`Math.max(0, ${top} - ${emitter.rescale(from, scale)})`);
    const rate = emitNumber(band.rate, scope);
    const product = emitter.variable(`${inside} * ${rate.variable}`);
    emitter.needSafe(product);
    return ends(band.manner, { variable: product, scale: commonScale(scale * rate.scale) }, scope);
  });
  const target = blank(commonScale(...parts.map((part) => part.scale)), scope);
  for (const part of parts) joinInto(target, part, scope, (a, b) => `${a} + ${b}`);
  const [first] = amount.bands;
  if (first !== undefined) {
    const from = emitNumber(first.from, scope);
    const scale = commonScale(base.scale, from.scale);
    emitter.add(
      `${target.given} = ${emitter.rescale(base, scale)} >= ${emitter.rescale(from, scale)};`,
    );
  }
  return target;
}

/** Scale at which several amounts can meet: they are emitted once into a scratch emitter to learn theirs. */
function scaleOf(amounts: readonly Amount[], scope: EmitScope): bigint {
  const length = scope.emitter.lines.length;
  const scales = amounts.map((amount) => emitAmount(amount, scope).scale);
  scope.emitter.lines.length = length;
  return commonScale(...scales);
}

type Emit<K extends Amount['kind']> = (
  amount: Amount & { kind: K },
  scope: EmitScope,
) => EmittedAmount;

const forms: { readonly [K in Amount['kind']]: Emit<K> } = {
  pay: (amount, scope) => ends(amount.manner, emitNumber(amount.value, scope), scope),
  discretionary: (amount, scope) => {
    if (amount.ceiling === undefined) return fixed('discretionary', 'Infinity');
    const ceiling = emitNumber(amount.ceiling, scope);
    return { ...fixed('discretionary', ceiling.variable), scale: ceiling.scale };
  },
  by_reference: () => fixed('by_reference', 'Infinity'),
  decision: () => fixed('none', '0'),
  first_of: (amount, scope) => emitFirstOf(amount.arms, scope),
  graded: emitGraded,
  bands: emitBands,
  highest: (amount, scope) => {
    const arms = amount.options.map((option) => ({ when: undefined, amount: option }));
    return emitJoined(arms, scope, (a, b) => `Math.max(${a}, ${b})`);
  },
  sum: (amount, scope) => emitJoined(amount.parts, scope, (a, b) => `${a} + ${b}`),
  capped: (amount, scope) => {
    const inner = emitAmount(amount.amount, scope);
    const cap = emitNumber(amount.cap, scope);
    return limit(inner, cap, scope, (end, most) => `Math.min(${end}, ${most})`);
  },
  difference: (amount, scope) => {
    const inner = emitAmount(amount.amount, scope);
    const received = emitNumber(amount.received, scope);
    return limit(inner, received, scope, (end, before) => `Math.max(0, ${end} - ${before})`);
  },
  cumulative_cap: (amount, scope) => {
    const { emitter } = scope;
    const inner = emitAmount(amount.amount, scope);
    const cap = emitNumber(amount.cap, scope);
    const received = emitNumber(amount.received, scope);
    const scale = commonScale(cap.scale, received.scale);
    const left = `${emitter.rescale(cap, scale)} - ${emitter.rescale(received, scale)}`;
    const room = emitter.variable(`Math.max(0, ${left})`);
    return limit(
      inner,
      { variable: room, scale },
      scope,
      (end, most) => `Math.min(${end}, ${most})`,
    );
  },
  bounded_by: (amount, scope) => {
    const inner = emitAmount(amount.amount, scope);
    const base = emitNumber(amount.base, scope);
    return limit(inner, base, scope, (end, most) => `Math.min(${end}, Math.max(0, ${most}))`);
  },
};

function dispatch<K extends Amount['kind']>(
  amount: Amount & { kind: K },
  scope: EmitScope,
): EmittedAmount {
  const emit: Emit<K> = forms[amount.kind];
  return emit(amount, scope);
}

/** Code for an amount. */
export function emitAmount(amount: Amount, scope: EmitScope): EmittedAmount {
  return dispatch(amount, scope);
}
