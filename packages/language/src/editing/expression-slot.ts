import { expressionTokens } from './expression-tokens.ts';
import type { ExpressionToken } from './expression-tokens.ts';

/** What the grammar expects at the end of a half-written expression. `from` is where the word being written begins. */
export type ExpressionSlot =
  /** A fact, a number or a bracket; after a comparison word, `against` is the fact that it is compared with. */
  | {
      readonly kind: 'operand';
      readonly from: number;
      readonly against: string | undefined;
      readonly first: boolean;
    }
  /** A comparison word, 且, 或 or a sign. */
  | { readonly kind: 'operator'; readonly from: number; readonly after: string | undefined }
  /** 以上, 以下, 以内 or 以外 after `X 在 A`. */
  | { readonly kind: 'range_end'; readonly from: number }
  /** The unit of a number. */
  | { readonly kind: 'unit'; readonly from: number; readonly against: string | undefined }
  /** A matter or measure inside 已获(…). */
  | { readonly kind: 'received'; readonly from: number };

const identifierEnd =
  /[a-zA-Z_·“”‘’\u3007\u3400-\u4dbf\u4e00-\u9fff][\w·“”‘’\u3007\u3400-\u4dbf\u4e00-\u9fff]*$/;
const numberEnd =
  /(?<![\w\u3400-\u9fff.])[\d０-９][\d０-９,，]*(?:[.．][\d０-９]+)?([^\s\d()（）,，]*)$/;
const ends = new Set<ExpressionToken['kind']>(['name', 'number', 'date', 'string', 'truth']);

const closing = new Set([')', '）', '以上', '以下', '以内', '以外']);

interface Read {
  readonly tokens: readonly ExpressionToken[];
  readonly word: (token: ExpressionToken | undefined) => string;
}

/** The fact on the other side of the comparison that the text ends in. */
function comparedFact({ tokens, word }: Read): string | undefined {
  const at = tokens.findLastIndex((token) => token.kind === 'comparison' || token.kind === 'logic');
  if (tokens[at]?.kind !== 'comparison') return undefined;
  let left = at - 1;
  while (tokens[left]?.kind === 'bracket' && left > 0) left--;
  const token = tokens[left];
  return token?.kind === 'name' ? word(token) : undefined;
}

function openCall({ tokens, word }: Read): string | undefined {
  const at = tokens.findLastIndex((token) => token.kind === 'function');
  const after = tokens.slice(at + 1).map(word);
  const closed = after.some((each) => each === ')' || each === '）');
  return at < 0 || closed ? undefined : word(tokens[at]);
}

/** Reads a half-written expression up to the place where the author is. */
export function expressionSlot(text: string): ExpressionSlot {
  const number = numberEnd.exec(text);
  const typed = number?.[1] ?? identifierEnd.exec(text)?.[0] ?? '';
  const from = text.length - typed.length;
  const before = text.slice(0, number === null ? from : number.index);
  const read: Read = {
    tokens: expressionTokens(before),
    word: (token) => (token === undefined ? '' : before.slice(token.start, token.end)),
  };
  const last = read.tokens.at(-1);
  const against = comparedFact(read);
  if (number !== null) return { kind: 'unit', from, against };
  const lastWord = read.word(last);
  const awaitsOperator = last !== undefined && (ends.has(last.kind) || closing.has(lastWord));
  if (!awaitsOperator) {
    const call = openCall(read);
    if (call !== undefined && call.includes('已获')) return { kind: 'received', from };
    return { kind: 'operand', from, against, first: last === undefined };
  }
  const compared = read.tokens.findLastIndex((token) => read.word(token) === '在');
  const rest = read.tokens.slice(compared + 1);
  const pending =
    compared >= 0 &&
    rest.length > 0 &&
    rest.every((token) => token.kind !== 'comparison' && token.kind !== 'logic');
  if (pending) return { kind: 'range_end', from };
  return { kind: 'operator', from, after: last?.kind === 'name' ? lastWord : undefined };
}
