import { describe, expect, test } from 'vitest';
import { findFigures } from '../src/index.ts';

const cases: readonly { readonly words: string; readonly figures: readonly string[] }[] = [
  {
    words: '按不超过新增额5%给予补助，单个企业最高补助200万元',
    figures: ['share 5%', 'money 200万元'],
  },
  { words: '分别给予100万元、20万元一次性奖励', figures: ['money 100万元', 'money 20万元'] },
  { words: '分别给予30、20万元奖励', figures: ['money 30、20万元'] },
  { words: '按技术交易额的10—20%给予补助', figures: ['share 10—20%'] },
  { words: '到2025年，培育创新型中小企业3万家', figures: ['target_year 到2025年', 'count 3万家'] },
  { words: '自受理之日起20个工作日内办结', figures: ['period 20个工作日'] },
  { words: '自公布之日起30日后施行', figures: ['period 30日'] },
  { words: '连续3年保持在规', figures: ['period 3年'] },
  { words: '首年减半征收，风险按三分之一分担', figures: ['ratio 减半', 'ratio 三分之一'] },
  { words: '自2024年1月23日起施行', figures: [] },
  { words: '根据国发〔2020〕29号文件第3条', figures: [] },
  { words: '百分之十的股权', figures: ['share 百分之十'] },
  { words: '奖励五百万元', figures: ['money 五百万元'] },
];

describe('the figures of a text', () => {
  for (const { words, figures } of cases)
    test(words, () =>
      expect(findFigures(words).map(({ kind, text }) => `${kind} ${text}`)).toEqual(figures),
    );
});

test('a figure says where it stands', () => {
  const words = '补助200万元';
  const [figure] = findFigures(words);
  expect(words.slice(figure?.start, figure?.end)).toBe('200万元');
});
