const digits = '〇一二三四五六七八九';

/** Reads 一 to 九百九十九, 〇 and 两, and digits of either width; `undefined` when it is no such number. */
export function smallNumber(text: string): number | undefined {
  const narrow = text.replaceAll(/[０-９]/gu, (digit) =>
    String.fromCharCode(digit.charCodeAt(0) - 0xfee0),
  );
  if (/^\d{1,4}$/u.test(narrow)) return Number(narrow);
  let total = 0;
  let figure: number | undefined;
  for (const character of text.replaceAll('零', '').replaceAll('两', '二')) {
    if (character === '百' || character === '十') {
      total += (figure ?? 1) * (character === '百' ? 100 : 10);
      figure = undefined;
    } else {
      const value = digits.indexOf(character);
      if (value < 0 || figure !== undefined) return undefined;
      figure = value;
    }
  }
  return text === '' ? undefined : total + (figure ?? 0);
}

/** Reads a year written figure by figure: 二〇二四, 二○二四. */
export function spelledYear(text: string): number | undefined {
  const figures = Array.from(text.replaceAll(/[零○Ｏ0]/gu, '〇'), (each) => digits.indexOf(each));
  if (figures.length !== 4 || figures.includes(-1)) return undefined;
  return Number(figures.join(''));
}
