import type { LetterNumber } from '@luodi/delivery';

/** `市科技局〔2026〕1号`: the body's own name, the year in six-cornered brackets, the number without zeros before it. */
export function letterNumber(name: string, { year, number }: LetterNumber): string {
  return `${name}〔${year}〕${number}号`;
}
