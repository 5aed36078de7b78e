const figures: Readonly<Record<string, bigint>> = {
  零: 0n,
  〇: 0n,
  一: 1n,
  二: 2n,
  两: 2n,
  三: 3n,
  四: 4n,
  五: 5n,
  六: 6n,
  七: 7n,
  八: 8n,
  九: 9n,
};

const places: Readonly<Record<string, bigint>> = { 十: 10n, 百: 100n, 千: 1000n };
const groups: Readonly<Record<string, bigint>> = { 万: 10_000n, 亿: 100_000_000n };

/** Reads `二十三`, `十`, `两千万`; `undefined` when the text is no such number. */
export function chineseNumber(text: string): bigint | undefined {
  let total = 0n;
  let group = 0n;
  let figure: bigint | undefined;
  for (const character of text) {
    const place = places[character];
    const size = groups[character];
    if (place !== undefined) {
      group += (figure ?? 1n) * place;
      figure = undefined;
    } else if (size !== undefined) {
      const below = group + (figure ?? 0n);
      // 亿 multiplies all that stands before it, 万 only its own group.
      total = character === '亿' ? (total + below || 1n) * size : total + (below || 1n) * size;
      [group, figure] = [0n, undefined];
    } else {
      figure = figures[character];
      if (figure === undefined) return undefined;
    }
  }
  return text === '' ? undefined : total + group + (figure ?? 0n);
}
