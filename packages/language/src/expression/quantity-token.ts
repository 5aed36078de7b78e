import { ExternalTokenizer } from '@lezer/lr';
import type { InputStream } from '@lezer/lr';
import { unitPrefix } from '@luodi/kernel';
import { CalendarDate, Quantity } from './generated/expression.terms.ts';

/** A unit is at most this many characters long, and a date ten. */
const lookAhead = 12;

function upcoming(input: InputStream, from: number, length: number): string {
  let text = '';
  for (let i = 0; i < length; i++) {
    const code = input.peek(from + i);
    if (code < 0) break;
    text += String.fromCharCode(code);
  }
  return text;
}

function isDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19);
}

/** Length of a run of digits with thousands separators and a decimal part, from the current place. */
function numberLength(input: InputStream): number {
  let length = 0;
  while (isDigit(input.peek(length))) length++;
  if (length <= 3) {
    while (/^[,，]\d{3}(?!\d)/.test(upcoming(input, length, 5))) length += 4;
  }
  const point = input.peek(length);
  if ((point === 46 || point === 0xff0e) && isDigit(input.peek(length + 1))) {
    length++;
    while (isDigit(input.peek(length))) length++;
  }
  return length;
}

/**
 * A number takes the longest unit of the kernel's table with it, so that `200万元以上` reads as `200万元` and `以上`.
 * A date is tried first.
 */
export const quantity = new ExternalTokenizer((input) => {
  if (!isDigit(input.next)) return;
  if (/^\d{4}-\d{2}-\d{2}(?!\d)/.test(upcoming(input, 0, 11))) {
    input.advance(10);
    input.acceptToken(CalendarDate);
    return;
  }
  const digits = numberLength(input);
  const after = upcoming(input, digits, lookAhead).replace(/^％/, '%');
  input.advance(digits + unitPrefix(after).length);
  input.acceptToken(Quantity);
});
