import { parseDate, parseQuantity, rational, fraction } from '@luodi/kernel';
import { numericLiterals } from '@luodi/language';
import type { NumericLiteral } from '@luodi/language';

/** A rule with one value a smallest step aside. */
export interface Mutant {
  /** Name of the measure; empty for the dates of the document itself. */
  readonly measure: string;
  /** Line of the value, from 1, and the words of that line. */
  readonly line: number;
  readonly lineText: string;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
  readonly direction: 'up' | 'down';
}

const dateKeys = ['施行', '有效期至', '申报', '执行', '年度'];
const proseKeys = ['英文', '英文说明', '英文结果', '原文', '读法', '理由'];
const steps = [
  { direction: 'down', step: -1n },
  { direction: 'up', step: 1n },
] as const;

/** The literal one step aside: a fen for money, one of its last digit for all else; `undefined` below zero. */
function stepped({ text, digits }: NumericLiteral, step: bigint): string | undefined {
  const quantity = parseQuantity(text);
  if (typeof quantity === 'string') return undefined;
  if (quantity.dimension === 'money') {
    const fen = fraction.add(quantity.value, rational(step));
    return fen.numerator < 0n ? undefined : `${fraction.formatDecimal(fen)}分`;
  }
  const plain = digits.replace(/[,，]/g, '');
  const places = plain.split('.')[1]?.length ?? 0;
  const number = fraction.parseDecimal(plain);
  if (number === undefined) return undefined;
  const moved = fraction.add(number, rational(step, 10n ** BigInt(places)));
  if (moved.numerator < 0n) return undefined;
  return `${fraction.formatDecimal(moved)}${text.slice(digits.length)}`;
}

function lineAt(text: string, offset: number): { line: number; lineText: string } {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return {
    line: text.slice(0, offset).split('\n').length,
    lineText: text.slice(start, end < 0 ? undefined : end).trim(),
  };
}

function numberMutants(text: string, path: string): readonly Mutant[] {
  return numericLiterals(text, path).flatMap((literal) => {
    const start = literal.span.start.offset;
    return steps.flatMap(({ direction, step }) => {
      const after = stepped(literal, step);
      if (after === undefined) return [];
      const { measure, text: before } = literal;
      const end = start + before.length;
      return [{ measure, ...lineAt(text, start), start, end, before, after, direction }];
    });
  });
}

function dateMutants(
  line: string,
  offset: number,
  place: { measure: string; line: number; lineText: string },
): readonly Mutant[] {
  const key = /^\s*(?:- )?([^\s:：]+):/.exec(line)?.[1] ?? '';
  if (proseKeys.includes(key)) return [];
  const bare = dateKeys.includes(key) ? /\d{4}-\d{2}-\d{2}|(?<=: )\d{4}(?=\s|$)/g : undefined;
  const pattern = bare ?? /\d{4}-\d{2}-\d{2}/g;
  return [...line.matchAll(pattern)].flatMap((match) => {
    const [before] = match;
    const start = offset + match.index;
    const date = parseDate(before);
    return steps.map(({ direction, step }) => {
      const after = date?.add({ days: Number(step) }).toString() ?? `${BigInt(before) + step}`;
      return { ...place, start, end: start + before.length, before, after, direction };
    });
  });
}

/** Dates and years of the front matter and of the 政策 blocks, line by line. */
function calendarMutants(text: string): readonly Mutant[] {
  const mutants: Mutant[] = [];
  let block: 'front' | 'measures' | 'none' = 'none';
  let measure = '';
  let offset = 0;
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '---') block = index === 0 ? 'front' : 'none';
    else if (line.startsWith('```')) {
      block = line.trim() === '```政策' ? 'measures' : 'none';
      measure = '';
    } else if (block === 'measures' && /^\S/.test(line)) measure = line.replace(/:.*$/, '');
    const wanted =
      block === 'front' ? /^(施行|有效期至):/.test(line) : block === 'measures' && measure !== '';
    if (wanted)
      mutants.push(
        ...dateMutants(line, offset, { measure, line: index + 1, lineText: line.trim() }),
      );
    offset += line.length + 1;
  }
  return mutants;
}

/** Every value of a policy file's rules, a step down and a step up, in the order written. */
export function mutantsOf(text: string, path: string): readonly Mutant[] {
  return [...numberMutants(text, path), ...calendarMutants(text)].toSorted(
    (a, b) => a.start - b.start,
  );
}
