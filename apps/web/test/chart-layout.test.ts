import { describe, expect, test } from 'vitest';
import { layoutOf } from '../src/pages/simulation/charts/chart-layout.ts';
import type { ChartSpec } from '../src/pages/simulation/charts/chart-spec.ts';

/** The inside of a figure on a phone, and on a desk. */
const [phone, desk] = [325, 850];

function spec(category: string, values: readonly number[], label: string): ChartSpec {
  return {
    categories: [category],
    sets: values.map((value, index) => ({
      name: String(index),
      look: 'plain',
      bars: [{ value, label: `${label} (+CNY 4.15 million)`, short: label }],
    })),
  };
}

const cases = [
  { name: '长标签', chart: spec('Xiaoshan', [1, 2], 'CNY 27.37 million') },
  { name: '长类名', chart: spec('Information, software and IT services', [1, 2], 'CNY 9') },
  { name: '有正有负', chart: spec('Threshold 1\nCNY 100,000,000', [-3, 2], '−CNY 21.45 million') },
];

describe('图的版面', () => {
  for (const { name, chart } of cases)
    test(`${name}：手机上条形也有地方，桌面上标签是全的`, () => {
      const narrow = layoutOf(chart, phone);
      expect(phone - narrow.left - narrow.right).toBeGreaterThanOrEqual(40);
      expect(narrow.short).toBe(true);
      expect(layoutOf(chart, desk).short).toBe(false);
    });

  test('类名折成几行，每一格就有几行高', () => {
    const words = 'Business scale within the national standard for technology-based SMEs';
    const chartOf = (category: string): ChartSpec => ({
      categories: [category, category],
      sets: [{ name: '', look: 'plain', bars: [1, 2].map((value) => ({ value, label: '6,842' })) }],
    });
    const [long, short] = [layoutOf(chartOf(words), phone), layoutOf(chartOf('SME'), phone)];
    const lines = Math.ceil((words.length * 8) / long.names);
    expect(lines).toBeGreaterThan(2);
    expect(long.height).toBeGreaterThan(2 * lines * long.lineHeight);
    expect(short.height).toBeLessThan(long.height);
  });
});
