import { describe, expect, test } from 'vitest';
import { matchOf, wan } from './fixture.ts';

interface Case {
  readonly title: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly certain: bigint;
  readonly upper: bigint;
  readonly chosen: readonly string[];
  readonly setAside: readonly string[];
}

const nothing = {
  高企: false,
  投入额: 0,
  基础平台: false,
  示范平台: false,
  租用厂房: false,
  国内参展: false,
  国外参展: false,
  职工人数: '0人',
  失信: false,
};

const cases: readonly Case[] = [
  {
    title: 'who is entitled to nothing gets nothing',
    facts: {},
    certain: 0n,
    upper: 0n,
    chosen: [],
    setAside: [],
  },
  {
    title: 'a ceiling is certain for nothing and counts in the upper bound',
    facts: { 高企: true, 投入额: '300万元' },
    certain: 0n,
    upper: wan(30),
    chosen: ['投入补助·按率'],
    setAside: ['投入补助·加发'],
  },
  {
    title: 'a floor is certain and may be more',
    facts: { 租用厂房: true },
    certain: wan(3),
    upper: wan(3),
    chosen: ['房租补贴'],
    setAside: [],
  },
  {
    title:
      'of one matter only the best counts: a flat sum with its supplement before a rate with less',
    facts: { 高企: true, 投入额: '1000万元', 失信: true },
    certain: wan(85),
    upper: wan(85),
    chosen: ['投入补助·加发', '投入补助·定额'],
    setAside: [],
  },
  {
    title: 'of one matter only the best counts: a ceiling of a million before 85 certain',
    facts: { 高企: true, 投入额: '1000万元' },
    certain: 0n,
    upper: wan(100),
    chosen: ['投入补助·按率'],
    setAside: ['投入补助·加发', '投入补助·定额'],
  },
  {
    title:
      'a document that grants no sum twice does so towards a document that says nothing about it',
    facts: { 投入额: '1000万元', 示范平台: true },
    certain: wan(90) + wan(50),
    upper: wan(90) + wan(50),
    chosen: ['平台资助·示范', '投入补助·另一办法'],
    setAside: ['投入补助·定额'],
  },
  {
    title: 'a top-up fills the basic grant up to its own sum and no further',
    facts: { 基础平台: true, 示范平台: true, 投入额: 0 },
    certain: wan(50) + wan(90),
    upper: wan(50) + wan(90),
    chosen: ['平台资助·基础', '平台资助·示范', '投入补助·另一办法'],
    setAside: [],
  },
  {
    title: 'measures under a joint cap together count the cap',
    facts: { 国内参展: true, 国外参展: true },
    certain: wan(20),
    upper: wan(20),
    chosen: ['展会补助·国内', '展会补助·国外'],
    setAside: [],
  },
  {
    title: 'measures below their joint cap count in full',
    facts: { 国内参展: true },
    certain: wan(15),
    upper: wan(15),
    chosen: ['展会补助·国内'],
    setAside: [],
  },
  {
    title: 'measures that exclude each other by name are weighed across matters and kinds',
    facts: { 高企: true, 失信: true, 职工人数: '50人' },
    certain: wan(12) + wan(5),
    upper: wan(12) + wan(5),
    chosen: ['人才奖励', '投入补助·加发'],
    setAside: ['用工补贴'],
  },
  {
    title: 'with enough people the relief is worth more than the award',
    facts: { 高企: true, 失信: true, 职工人数: '121人' },
    certain: 12_100_000n + wan(5),
    upper: 12_100_000n + wan(5),
    chosen: ['投入补助·加发', '用工补贴'],
    setAside: ['人才奖励'],
  },
  {
    title: 'a sum that hangs on a missing fact is undecided, even where part of it is safe',
    facts: { 职工人数: '200人', 示范平台: null },
    certain: wan(20),
    upper: wan(20),
    chosen: ['用工补贴'],
    setAside: [],
  },
];

function names(ids: readonly { readonly id: string }[]): readonly string[] {
  return ids.map(({ id }) => id.slice(id.indexOf('/') + 1)).sort();
}

describe('the best lawful combination', () => {
  for (const c of cases)
    test(c.title, () => {
      const { best } = matchOf({ ...nothing, ...c.facts });
      expect({
        certain: best.exactFen,
        upper: best.upperBoundFen,
        chosen: names(best.chosen),
        setAside: names(best.setAside),
      }).toEqual({
        certain: c.certain,
        upper: c.upper,
        chosen: [...c.chosen].sort(),
        setAside: [...c.setAside].sort(),
      });
    });
});

describe('what is in no total', () => {
  test('the figure of a ceiling on fees is a price, not a grant', () => {
    const { best, answers } = matchOf({ ...nothing, 高企: true, 失信: true });
    const fees = answers.find(({ measure }) => measure.id === 'demo-best/收费上限');
    expect(fees).toMatchObject({ status: 'entitled', amount: { fen: wan(1) } });
    expect(best.upperBoundFen).toBe(wan(5));
  });

  test('discretion without a ceiling is named apart', () => {
    const { best } = matchOf({ ...nothing, 高企: true });
    expect(best.withoutFigure).toEqual(['demo-best/专项支持']);
  });

  test('a floor is named as open above', () => {
    const { best } = matchOf({ ...nothing, 租用厂房: true });
    expect(best.openAbove).toEqual(['demo-best/房租补贴']);
  });

  test('what is not in force does not compete', () => {
    const { best } = matchOf({ ...nothing, 投入额: '1000万元', 示范平台: true }, '2024-12-31');
    expect(names(best.chosen)).toEqual(['平台资助·示范', '投入补助·定额']);
  });
});

describe('what missing facts could still add', () => {
  test('is counted on top of the best combination, one of a matter only', () => {
    const known = { ...nothing, 投入额: '1000万元' };
    const { best, undecided } = matchOf({ ...known, 高企: null, 示范平台: null });
    expect(best.upperBoundFen).toBe(wan(80));
    // 按率 100 instead of 80, the platform grant of 50; 另一办法 (90) and 加发 give way to 按率.
    expect(undecided.upperFen).toBe(wan(70));
    expect(undecided.openMeasures).toEqual(['demo-best/专项支持']);
  });

  test('has the sums that hang on a missing fact', () => {
    const { undecided } = matchOf({ ...nothing, 职工人数: '200人', 示范平台: null });
    // 大户补贴 15, 平台资助·示范 50, 投入补助·另一办法 90.
    expect(undecided.upperFen).toBe(wan(155));
  });

  test('is nothing when everything is decided', () => {
    expect(matchOf(nothing).undecided).toEqual({ measures: [], upperFen: 0n, openMeasures: [] });
  });
});
