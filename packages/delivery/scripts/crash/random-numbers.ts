/** Numbers that look random and are the same for the same seed: a round that fails can be made again. */
export interface RandomNumbers {
  /** A whole number from 0 on, below `bound`. */
  below(bound: number): number;
  /** One of them; `undefined` of none. */
  one<Item>(items: readonly Item[]): Item | undefined;
}

/** Mulberry32 (Tommy Ettinger, public domain). */
export function randomNumbers(seed: number): RandomNumbers {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number) => Math.floor(next() * bound);
  return { below, one: (items) => items[below(items.length)] };
}
