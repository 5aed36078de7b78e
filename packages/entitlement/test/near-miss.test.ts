import { describe, expect, test } from 'vitest';
import { matchOf } from './fixture.ts';

const strict = { 高企: true, 失信: false, 投入额: '100万元', 职工人数: '10人' };

function misses(facts: Readonly<Record<string, unknown>>) {
  return matchOf(facts).nearMisses.map(({ answer, lacking }) => ({
    measure: answer.measure.name,
    zh: lacking.map(({ zh }) => zh),
    en: lacking.map(({ en }) => en),
  }));
}

describe('near misses', () => {
  test('say what is short, the smallest share of its limit first', () => {
    expect(misses(strict)).toEqual([
      { measure: '用工补贴', zh: ['还差 10人 职工人数'], en: ['Staff is 10 short'] },
      { measure: '人才奖励', zh: ['还差 40人 职工人数'], en: ['Staff is 40 short'] },
      {
        measure: '投入补助·定额',
        zh: ['还差 900万元 投入额'],
        en: ['Investment is CNY 9,000,000 short'],
      },
      { measure: '大户补贴', zh: ['还差 190人 职工人数'], en: ['Staff is 190 short'] },
    ]);
  });

  test('come closer as the gap closes', () => {
    const closer = misses({ ...strict, 投入额: '999万元' });
    expect(closer[0]).toEqual({
      measure: '投入补助·定额',
      zh: ['还差 1万元 投入额'],
      en: ['Investment is CNY 10,000 short'],
    });
  });

  test('do not name what an exclusion forbids', () => {
    const named = misses({ ...strict, 失信: true }).map(({ measure }) => measure);
    expect(named).not.toContain('投入补助·按率');
  });

  test('do not name what is for applicants of another kind', () => {
    const named = misses({ ...strict, 基础平台: false }).map(({ measure }) => measure);
    expect(named).not.toContain('平台资助·基础');
  });

  test('do not name a ceiling on fees that does not apply', () => {
    const named = misses({ ...strict, 高企: false }).map(({ measure }) => measure);
    expect(named).not.toContain('收费上限');
  });
});
