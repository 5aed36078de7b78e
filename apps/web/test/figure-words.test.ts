import { fraction } from '@luodi/kernel';
import type { Figure } from '@luodi/language';
import { describe, expect, test } from 'vitest';
import { en } from '../src/i18n/en.ts';
import { zh } from '../src/i18n/zh.ts';
import { sayFigure, sayLimit, sayTime } from '../src/pages/document/entries/figure-words.ts';

type NumberFigure = Extract<Figure, { kind: 'number' }>;

function number(digits: string, unit: string, comparison: NumberFigure['comparison'] = 'exactly') {
  const parsed = fraction.parseDecimal(digits);
  if (parsed === undefined) throw new Error(digits);
  return { kind: 'number', comparison, number: parsed, unit } as const;
}

describe('a figure in both languages', () => {
  const cases: readonly (readonly [figure: Figure, zh: string, en: string])[] = [
    [number('6', '%', 'at_least'), '不低于 6%', 'at least 6%'],
    [number('1.2', '万亿元', 'above'), '超过 1.2万亿元', 'above CNY 1,200,000,000,000'],
    [number('3', '万人次', 'about'), '约 3万人次', 'about 30,000'],
    [number('250', '万平方米', 'at_most'), '不高于 250万平方米', 'at most 2,500,000 m²'],
    [number('1.5', '亩', 'below'), '低于 1.5亩', 'below 1.5 mu'],
    [number('12345.6789', '千瓦'), '12345.6789千瓦', '12,345.6789 kW'],
    [number('3', '亿千瓦时'), '3亿千瓦时', '300,000,000 kWh'],
    [number('20', '亿美元'), '20亿美元', '2,000,000,000 US dollars'],
    [number('90', '分'), '90分', '90 points'],
    [number('40', '万元/亩'), '40万元/亩', '40 万元/亩'],
    [
      { kind: 'range', from: fraction.one, to: fraction.one, unit: '年' },
      '1年 至 1年',
      '1 year to 1 year',
    ],
    [{ kind: 'words', words: '全覆盖' }, '全覆盖', '全覆盖'],
  ];
  for (const [figure, chinese, english] of cases)
    test(`is ${chinese} and ${english}`, () => {
      expect([sayFigure(figure, zh, 'zh'), sayFigure(figure, en, 'en')]).toEqual([
        chinese,
        english,
      ]);
    });
});

test('a time limit says from when it runs, where the text does', () => {
  const length = number('5', '个工作日');
  expect(sayLimit({ kind: 'duration', length, from: '受理之日' }, zh, 'zh')).toBe(
    '自受理之日起 5个工作日',
  );
  expect(sayLimit({ kind: 'duration', length, from: undefined }, en, 'en')).toBe('5 working days');
  expect(sayLimit({ kind: 'words', words: '当场' }, zh, 'zh')).toBe('当场');
});

test('the time of a figure is as exact as the text', () => {
  const moment = { year: 2025, month: 6, day: undefined };
  expect(sayTime({ kind: 'moment', moment }, zh)).toBe('2025-06');
  const from = { year: 2023, month: undefined, day: undefined };
  expect(sayTime({ kind: 'span', from, to: moment }, en)).toBe('2023 to 2025-06');
  expect(sayTime({ kind: 'every_year' }, en)).toBe('every year');
  expect(sayTime({ kind: 'unstated' }, zh)).toBe('未载时间');
});
