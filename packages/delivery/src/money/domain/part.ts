/** A holder's part of a sum, in 分, out of a pool's budget of a year. */
export interface Part {
  readonly pool: string;
  readonly year: number;
  readonly holder: string;
  readonly fen: bigint;
}

/** The sum of all parts in 分. */
export function totalOf(parts: readonly { readonly fen: bigint }[]): bigint {
  return parts.reduce((sum, { fen }) => sum + fen, 0n);
}
