import type { Term } from '../../sql/term.ts';
import type { RuleScope } from '../scope.ts';
import type { SqlExpression, SqlTruth } from '../sql-value.ts';
import { nameOf, truthOf } from './values.ts';
import type { OfKind } from './values.ts';

/** A truth whose unknown comes from what its parts lack. */
export function truthFrom(
  value: Term,
  parts: readonly { readonly open: Term; readonly missing: Term }[],
  { terms }: RuleScope,
): SqlTruth {
  const unknown = terms.isNull(value);
  return {
    kind: 'truth',
    value,
    open: terms.and(unknown, terms.or(...parts.map(({ open }) => open))),
    missing: terms.choose(
      [{ when: unknown, value: terms.bitOr(...parts.map(({ missing }) => missing)) }],
      terms.zero,
    ),
  };
}

export function readsOf(parts: readonly SqlExpression[], { terms }: RuleScope): Term {
  return terms.or(...parts.map(({ reads }) => reads));
}

/** 且, 或: Kleene logic is what SQL does with null. */
export function compileLogic(expression: OfKind<'and' | 'or'>, scope: RuleScope): SqlExpression {
  const parts = expression.items.map((item) => scope.compile(item, scope));
  const truths = parts.map(truthOf);
  const value = scope.terms[expression.kind](...truths.map((truth) => truth.value));
  return { value: truthFrom(value, truths, scope), reads: readsOf(parts, scope) };
}

export function compileNot(expression: OfKind<'not'>, scope: RuleScope): SqlExpression {
  const part = scope.compile(expression.of, scope);
  const truth = truthOf(part);
  return { value: { ...truth, value: scope.terms.not(truth.value) }, reads: part.reads };
}

/** 属于 */
export function compileMember(expression: OfKind<'member'>, scope: RuleScope): SqlExpression {
  const { terms } = scope;
  const part = scope.compile(expression.of, scope);
  const { value, missing } = nameOf(part);
  const options = expression.options.map((option) => terms.text(option));
  return {
    value: {
      kind: 'truth',
      value: terms.oneOf(value, options),
      open: terms.isNull(value),
      missing,
    },
    reads: part.reads,
  };
}
