import { spanOf } from '../../read/data-node.ts';
import { Keyed } from '../../read/keyed.ts';
import type { ExpressionContext } from '../../resolve/read-expression.ts';
import { readMoney } from '../../resolve/read-expression.ts';
import type { Amount, Expression } from '../../tree/index.ts';
import type { AmountContext } from './amount-context.ts';

export const modifierKeys = ['封顶', '补差', '累计封顶', '总额不超过'] as const;
type ModifierKey = (typeof modifierKeys)[number];

type Modifier = (amount: Amount, keyed: Keyed, context: AmountContext) => Amount | undefined;

function single(key: ModifierKey, keyed: Keyed, context: AmountContext): Expression | undefined {
  const node = keyed.value(key);
  return node === undefined ? undefined : readMoney(node, context);
}

/** 封顶 as one expression: of several caps the least counts. */
export function readCap(
  key: string,
  keyed: Keyed,
  context: ExpressionContext,
): Expression | undefined {
  const node = keyed.value(key);
  if (node === undefined) return undefined;
  if (node.kind !== 'list') return readMoney(node, context);
  const items = node.items.flatMap((item) => readMoney(item, context) ?? []);
  const [first] = items;
  if (first === undefined || items.length < node.items.length) return undefined;
  if (items.length === 1) return first;
  const text = `孰低(${items.map((item) => item.text).join(', ')})`;
  return { kind: 'least', type: first.type, span: spanOf(node), text, items };
}

const modifiers: Readonly<Record<ModifierKey, Modifier>> = {
  封顶: (amount, keyed, context) => {
    const cap = readCap('封顶', keyed, context);
    return cap === undefined ? undefined : { kind: 'capped', amount, cap };
  },
  补差: (amount, keyed, context) => {
    const received = single('补差', keyed, context);
    return received === undefined ? undefined : { kind: 'difference', amount, received };
  },
  累计封顶: (amount, keyed, context) => {
    const mapping = keyed.mapping('累计封顶');
    if (mapping === undefined) return undefined;
    const inner = new Keyed(mapping, ['金额', '已获'], '“累计封顶”', context.reporter);
    const [capNode, receivedNode] = [inner.value('金额'), inner.value('已获')];
    if (capNode === undefined) inner.missing('金额', '“累计封顶”');
    if (receivedNode === undefined) inner.missing('已获', '“累计封顶”');
    const cap = capNode && readMoney(capNode, context);
    const received = receivedNode && readMoney(receivedNode, context);
    if (cap === undefined || received === undefined) return undefined;
    return { kind: 'cumulative_cap', amount, cap, received };
  },
  总额不超过: (amount, keyed, context) => {
    const base = single('总额不超过', keyed, context);
    return base === undefined ? undefined : { kind: 'bounded_by', amount, base };
  },
};

/** Wraps an amount in the modifiers written beside it, from the inside out. A faulty one yields nothing. */
export function applyModifiers(
  amount: Amount | undefined,
  keyed: Keyed,
  context: AmountContext,
): Amount | undefined {
  let result = amount;
  let faulty = false;
  for (const key of modifierKeys) {
    if (!keyed.has(key)) continue;
    const wrapped = modifiers[key](
      result ?? { kind: 'decision', decision: '', decisionEn: '' },
      keyed,
      context,
    );
    if (wrapped === undefined) faulty = true;
    else if (result !== undefined) result = wrapped;
  }
  return faulty ? undefined : result;
}
