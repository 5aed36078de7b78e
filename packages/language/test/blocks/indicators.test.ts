import { fraction } from '@luodi/kernel';
import { indicatorsOf } from '@luodi/language';
import type { Figure } from '@luodi/language';
import { describe, expect, test } from 'vitest';
import { only, readBlock } from './block-content.ts';
import type { FaultCase } from './block-content.ts';

const quotation =
  '到2025年，服务贸易总额由2021年的3,000亿元力争增至1.2万亿元以上，年均增长6%至8%，培育企业两百家，应用全覆盖。';

function shown(figure: Figure): string {
  switch (figure.kind) {
    case 'number':
      return `${figure.comparison} ${fraction.formatDecimal(figure.number)} ${figure.unit}`;
    case 'range':
      return `${fraction.formatDecimal(figure.from)}..${fraction.formatDecimal(figure.to)} ${figure.unit}`;
    case 'words':
      return `“${figure.words}”`;
  }
}

function target(value: string, unit: string) {
  const body = `总额:\n  英文: Total\n  单位: "${unit}"\n  目标:\n    - { 时间: 2025, ${value} }`;
  const { document, faults } = readBlock('指标', body, { quotation });
  const figure = indicatorsOf(only(document))[0]?.targets[0]?.figure;
  return { faults, figure: figure && shown(figure) };
}

describe('an indicator', () => {
  test('reads every key', () => {
    const body = `服务贸易总额:
  英文: Total trade in services
  种类: 限额
  单位: 万亿元
  口径: 同口径
  范围: 全市
  基期: { 时间: 2021, 值: 3000亿元 }
  目标:
    - { 时间: 2025, 值: 不低于 1.2 }
    - { 时间: 2021至2025, 文字: 全覆盖 }
  力争: 是
  牵头: 市商务局
  责任: [市财政局]`;
    const { document, faults } = readBlock('指标', body, { quotation });
    expect(faults).toEqual([]);
    const [indicator] = indicatorsOf(only(document));
    expect(indicator).toMatchObject({
      id: 'sample/指标/服务贸易总额',
      indicatorKind: 'ceiling',
      unit: '万亿元',
      basis: '同口径',
      scope: '全市',
      base: { time: { kind: 'moment', moment: { year: 2021 } } },
      targets: [
        { time: { kind: 'moment', moment: { year: 2025 } } },
        { time: { kind: 'span', from: { year: 2021 }, to: { year: 2025 } } },
      ],
      strivenFor: true,
      leads: ['市商务局'],
      departments: ['市财政局'],
    });
    expect(indicator?.targets.map(({ figure }) => shown(figure))).toEqual([
      'at_least 1.2 万亿元',
      '“全覆盖”',
    ]);
  });

  const figures: readonly (readonly [value: string, unit: string, figure: string])[] = [
    ['值: 6', '%', 'exactly 6 %'],
    ['值: 不低于 6', '%', 'at_least 6 %'],
    ['值: 超过 1.2', '万亿元', 'above 1.2 万亿元'],
    ['值: 不高于 8', '%', 'at_most 8 %'],
    ['值: 低于 8', '%', 'below 8 %'],
    ['值: 约 3000', '亿元', 'about 3000 亿元'],
    ['值: 6 至 8', '%', '6..8 %'],
    ['值: 12000', '亿元', 'exactly 12000 亿元'],
    ['值: 200', '家', 'exactly 200 家'],
    ['文字: 全覆盖', '', '“全覆盖”'],
  ];
  for (const [value, unit, figure] of figures)
    test(`${value} in ${unit || 'no unit'} is ${figure}`, () => {
      expect(target(value, unit)).toEqual({ faults: [], figure });
    });

  const entry = (targets: string) =>
    `总额:\n  英文: Total\n  单位: 亿元\n  目标:\n    - ${targets}`;
  const cases: readonly FaultCase[] = [
    ['a number that is not quoted', entry('{ 时间: 2025, 值: 3001 }'), 'LD1501 3001'],
    ['a number in words that is not quoted', entry('{ 时间: 2025, 文字: 前3位 }'), 'LD1501 前3位'],
    ['no number', entry('{ 时间: 2025, 值: 翻番 }'), 'LD1006 翻番'],
    ['neither number nor words', entry('{ 时间: 2025 }'), 'LD1005 { 时间: 2025 }'],
    ['both number and words', entry('{ 时间: 2025, 值: 6, 文字: 全覆盖 }'), 'LD1006 全覆盖'],
    ['no time', entry('{ 值: 6 }'), 'LD1005 { 值: 6 }'],
    ['a time that is none', entry('{ 时间: 期末, 值: 6 }'), 'LD1006 期末'],
    ['a year that nobody names', entry('{ 时间: 2030, 值: 6 }'), 'LD1508 2030'],
    ['a span that runs backwards', entry('{ 时间: 2025至2021, 值: 6 }'), 'LD1408 2025至2021'],
    ['no target', '总额:\n  英文: Total\n  单位: 亿元', 'LD1005 英文: Total'],
    ['no unit', '总额:\n  英文: Total\n  目标: [ { 时间: 每年, 值: 6 } ]', 'LD1005 英文: Total'],
    ['a key that there is not', `${entry('{ 时间: 未载, 值: 6 }')}\n  口经: 同口径`, 'LD1004 口经'],
  ];
  for (const [title, body, ...expected] of cases)
    test(`with ${title} is a fault that points at its words`, () => {
      expect(readBlock('指标', body, { quotation }).faults).toEqual(expected);
    });
});
