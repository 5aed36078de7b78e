import type { DataNode } from '../../read/data-node.ts';
import type { Keyed } from '../../read/keyed.ts';
import type { ExpressionContext } from '../../resolve/read-expression.ts';
import type { Amount } from '../../tree/index.ts';

/** What an amount form is read with; `nested` reads the amounts inside it. */
export interface AmountContext extends ExpressionContext {
  /** 英文结果: the English of the words of 决定 or 另行规定; empty when not given. */
  english(words: string): string;
  /** A mapping with one amount form and modifiers, or a bare value of 给; `extra` are further keys allowed beside them. */
  nested(
    node: DataNode,
    extra: readonly string[],
  ): { readonly keyed: Keyed | undefined; readonly amount: Amount | undefined } | undefined;
}

export type AmountForm = '给' | '依次' | '按' | '分段' | '就高' | '择一' | '累加';

export type AmountReader = (keyed: Keyed, context: AmountContext) => Amount | undefined;
