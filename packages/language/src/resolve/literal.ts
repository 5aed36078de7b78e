import { fraction, parseDate, parseQuantity } from '@luodi/kernel';
import type { Syntax } from '../expression/syntax.ts';
import type { Expression } from '../tree/index.ts';
import { nodeBase } from './scope.ts';
import type { Resolution } from './scope.ts';
import { dateType, numberType, textType, truthType } from './value-type.ts';

type Of<K extends Syntax['kind']> = Extract<Syntax, { kind: K }>;

export function resolveQuantity(
  syntax: Syntax & { readonly text: string },
  resolution: Resolution,
): Expression | undefined {
  const quantity = parseQuantity(syntax.text);
  if (typeof quantity === 'string') {
    const span = resolution.span(syntax.start, syntax.end);
    resolution.reporter.report('unknownUnit', span, `“${syntax.text}”不是数值`);
    return undefined;
  }
  const type = numberType(quantity.dimension, quantity.unit.counter);
  const value = { kind: 'number', value: quantity.value } as const;
  return { kind: 'literal', ...nodeBase(resolution, syntax, type), value };
}

/** `−20万元`: only a written number can be negative; `0 − x` says the rest. */
export function resolveNegative(
  syntax: Of<'negative'>,
  resolution: Resolution,
): Expression | undefined {
  if (syntax.of.kind === 'quantity') {
    const inner = resolveQuantity(syntax.of, resolution);
    if (inner?.kind !== 'literal' || inner.value.kind !== 'number') return undefined;
    const value = { kind: 'number', value: fraction.negate(inner.value.value) } as const;
    return { kind: 'literal', ...nodeBase(resolution, syntax, inner.type), value };
  }
  const span = resolution.span(syntax.start, syntax.end);
  resolution.reporter.report('typeMismatch', span, '负号后面要是写明的数值', {
    hint: '减法两边都要写出来，如 a − b',
  });
  return undefined;
}

export function resolveDate(
  syntax: Syntax & { readonly text: string },
  resolution: Resolution,
): Expression | undefined {
  const date = parseDate(syntax.text);
  if (date === undefined) {
    const span = resolution.span(syntax.start, syntax.end);
    resolution.reporter.report('badValue', span, `没有“${syntax.text}”这一天`);
    return undefined;
  }
  const value = { kind: 'date', value: date } as const;
  return { kind: 'literal', ...nodeBase(resolution, syntax, dateType), value };
}

export function resolveString(
  syntax: Syntax & { readonly text: string },
  resolution: Resolution,
): Expression {
  const value = { kind: 'text', value: syntax.text } as const;
  return { kind: 'literal', ...nodeBase(resolution, syntax, textType), value };
}

export function resolveTruth(syntax: Of<'truth'>, resolution: Resolution): Expression {
  const value = { kind: 'truth', value: syntax.value } as const;
  return { kind: 'literal', ...nodeBase(resolution, syntax, truthType), value };
}
