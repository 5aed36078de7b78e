/** Evaluations per second: the median of several rounds over all inputs, after one round of warming up. */
export function rate<T>(inputs: readonly T[], evaluate: (input: T) => number, seconds = 1): number {
  const rates: number[] = [];
  let sink = 0;
  const warmUntil = performance.now() + seconds * 300;
  while (performance.now() < warmUntil) for (const input of inputs) sink += evaluate(input);
  for (let round = 0; round < 5; round++) {
    let count = 0;
    const begin = performance.now();
    const end = begin + (seconds * 1000) / 5;
    while (performance.now() < end) {
      for (const input of inputs) sink += evaluate(input);
      count += inputs.length;
    }
    rates.push((count * 1000) / (performance.now() - begin));
  }
  if (Number.isNaN(sink)) throw new Error('an evaluation was not a number');
  return rates.toSorted((a, b) => a - b)[2] ?? 0;
}

/** The same for engines that answer with a promise. */
export async function rateAsync<T>(
  inputs: readonly T[],
  evaluate: (input: T) => Promise<number>,
  seconds = 1,
): Promise<number> {
  const rates: number[] = [];
  for (let round = 0; round < 4; round++) {
    let count = 0;
    const begin = performance.now();
    const end = begin + (seconds * 1000) / 4;
    while (performance.now() < end) {
      await Promise.all(inputs.map(evaluate));
      count += inputs.length;
    }
    if (round > 0) rates.push((count * 1000) / (performance.now() - begin));
  }
  return rates.toSorted((a, b) => a - b)[1] ?? 0;
}
