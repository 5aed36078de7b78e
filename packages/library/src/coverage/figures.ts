/** What a number in a text measures. */
export type FigureKind = 'money' | 'share' | 'period' | 'ratio' | 'target_year' | 'count';

/** A figure in running text: offsets of its first character and behind its last. */
export interface TextFigure {
  readonly kind: FigureKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const digit = '[0-9０-９]';
const arabic = `${digit}+(?:[,，]${digit}{3})*(?:[.．]${digit}+)?`;
const chinese = '[零〇一二两三四五六七八九十百千万亿]+';
const either = `(?:${arabic}|${chinese})`;
const scale = '(?:万亿|千亿|百亿|十亿|亿|千万|百万|万|千|百)?';
/** `30、20万元`, `10—20%`: numbers that share the unit of the last one. */
const more = `(?:\\s*(?:[、和或至到—–~～\\-－]|以上|分别)+\\s*)`;
const currency = '(?:元|美元|欧元|港元|英镑|日元)';
const counters =
  '(?:家|个|项|人次|人|名|位|件|户|条|套|台|辆|架|所|座|处|场|次|期|款|种|类|篇|本|宗|笔|张|只|支|头|幢|栋|层|部|份|批|对|组|班|列|艘|间|亩|平方米|平方公里|平方千米|公顷|公里|千米|米|厘米|毫米|吨|千克|标箱|标准箱|TEU|瓦|千瓦|兆瓦|千瓦时|伏|千伏|分钟|小时|级|折|分)';

/** Earlier rows win where two would read the same words. */
const patterns: readonly { readonly kind: FigureKind; readonly pattern: RegExp }[] = [
  { kind: 'target_year', pattern: /到[（(]?(20\d\d)[）)]?年(?:底|末)?/gu },
  {
    kind: 'money',
    pattern: new RegExp(`(?:${arabic}${scale}${more})*${arabic}\\s*${scale}\\s*${currency}`, 'gu'),
  },
  { kind: 'money', pattern: new RegExp(`[一二两三四五六七八九十百千]+[万亿]+${currency}`, 'gu') },
  { kind: 'share', pattern: new RegExp(`(?:${arabic}[%％‰]?${more})*${arabic}\\s*[%％‰]`, 'gu') },
  { kind: 'share', pattern: new RegExp(`百分之${chinese}|千分之${chinese}`, 'gu') },
  { kind: 'ratio', pattern: new RegExp(`[一二三四五六七八九十]+分之${chinese}|减半`, 'gu') },
  { kind: 'ratio', pattern: new RegExp(`${either}倍|${digit}+[:：]${digit}+`, 'gu') },
  {
    kind: 'period',
    pattern: new RegExp(
      `(?:${either}${more})*${either}\\s*(?:个?工作日|个?自然日|个月|周年|天|小时|分钟|周(?=内|以内|前))`,
      'gu',
    ),
  },
  { kind: 'period', pattern: new RegExp(`${either}日(?=内|以内|之内|前|后|起)`, 'gu') },
  {
    kind: 'period',
    pattern: new RegExp(
      `(?<![0-9０-９])(?:${digit}{1,2}|${chinese})年(?!度|代|版|[0-9０-９])`,
      'gu',
    ),
  },
  {
    kind: 'count',
    pattern: new RegExp(
      `(?<![第〔〕])(?:${arabic}${scale}${more})*${arabic}\\s*${scale}余?多?\\s*${counters}`,
      'gu',
    ),
  },
];

/** `2024年1月1日前` is a date, no period. */
function isPartOfDate(text: string, start: number): boolean {
  return /[0-9０-９]\s*[年月]\s*$/u.test(text.slice(Math.max(0, start - 6), start));
}

/**
 * Figures of a text that a rule would carry: sums of money, shares, periods, ratios, target years and counts, in their
 * order. Dates, numbers of documents and of clauses are none.
 */
export function findFigures(text: string): readonly TextFigure[] {
  const taken = new Uint8Array(text.length);
  const found: TextFigure[] = [];
  for (const { kind, pattern } of patterns) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (taken.subarray(start, end).includes(1)) continue;
      if (kind === 'period' && isPartOfDate(text, start)) continue;
      taken.fill(1, start, end);
      found.push({ kind, text: match[0], start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
