const chineseDigits = '〇一二三四五六七八九';

/** The last year of a five-year plan of China: the fourteenth ran from 2021 to 2025. */
function planEnd(ordinal: string): number {
  const [, tens = '', ones = ''] = /^(二?十)?([一二三四五六七八九]?)$/.exec(ordinal) ?? [];
  const ten = tens === '二十' ? 20 : tens === '十' ? 10 : 0;
  return 1955 + 5 * (ten + Math.max(chineseDigits.indexOf(ones || '〇'), 0));
}

/** Every year that words name: 2025, 二〇二五年, and the last of “十四五”. */
export function yearsIn(text: string): ReadonlySet<number> {
  const years = new Set<number>();
  const plain = text.normalize('NFKC').replace(/(?<=\d)\s+(?=\d)/g, '');
  for (const [year] of plain.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)) years.add(Number(year));
  for (const [, word = ''] of plain.matchAll(/([一二][〇○零一二三四五六七八九]{3})年/g))
    years.add(Number(Array.from(word, (c) => Math.max(chineseDigits.indexOf(c), 0)).join('')));
  for (const [, plan = ''] of plain.matchAll(/[“"「]([二十一三四五六七八九]{1,3})五[”"」]/g))
    years.add(planEnd(plan));
  return years;
}
