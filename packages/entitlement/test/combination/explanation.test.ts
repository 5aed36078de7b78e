import { describe, expect, test } from 'vitest';
import { explainRestraint, explainSetAside } from '../../src/combination/index.ts';
import type { Restraint, SetAsideReason } from '../../src/combination/index.ts';

const tenThousand = 1_000_000n;
const labels = new Map([
  ['x', '研发投入补助'],
  ['y', '租金补贴'],
  ['z', 'Rent subsidy'],
]);
const same = { kind: 'same_matter', matter: '研发' } as const;
const explicit = { kind: 'explicit' } as const;

describe('why a measure is set aside', () => {
  const cases: readonly {
    readonly name: string;
    readonly reason: SetAsideReason;
    readonly zh: string;
    readonly en: string;
  }[] = [
    {
      name: 'the same matter',
      reason: {
        kind: 'excluded_by',
        winners: [{ id: 'x', ground: same }],
        gainUpperFen: 12n * tenThousand,
        gainCertainFen: 12n * tenThousand,
      },
      zh: '与“研发投入补助”属同一事项，择高不重复；选它多 12万元',
      en: 'Concerns the same matter as “研发投入补助”, and a matter is paid once, at its best; it brings CNY 120,000 more',
    },
    {
      name: 'an exclusion, with a gain that is only possible',
      reason: {
        kind: 'excluded_by',
        winners: [{ id: 'y', ground: explicit }],
        gainUpperFen: 50n,
        gainCertainFen: -100n,
      },
      zh: '与“租金补贴”不能同时享受；选它最高可多 0.5元',
      en: 'Cannot be combined with “租金补贴”; it may bring up to CNY 0.5 more',
    },
    {
      name: 'several that rule it out on different grounds',
      reason: {
        kind: 'excluded_by',
        winners: [
          { id: 'x', ground: same },
          { id: 'y', ground: explicit },
          { id: 'z', ground: explicit },
        ],
        gainUpperFen: tenThousand,
        gainCertainFen: tenThousand,
      },
      zh: '与“研发投入补助”属同一事项，择高不重复；与“租金补贴”、“Rent subsidy”不能同时享受；选它们多 1万元',
      en: 'Concerns the same matter as “研发投入补助”, and a matter is paid once, at its best; cannot be combined with “租金补贴” and “Rent subsidy”; they bring CNY 10,000 more',
    },
    {
      name: 'no more, but more certain',
      reason: {
        kind: 'excluded_by',
        winners: [{ id: 'x', ground: explicit }],
        gainUpperFen: 0n,
        gainCertainFen: tenThousand,
      },
      zh: '与“研发投入补助”不能同时享受；最高额相同，但选它可确定的部分多 1万元',
      en: 'Cannot be combined with “研发投入补助”; both may reach the same, but with it CNY 10,000 more is certain',
    },
    {
      name: 'all equal, and a measure without a label',
      reason: {
        kind: 'excluded_by',
        winners: [{ id: 'doc/无名', ground: explicit }],
        gainUpperFen: 0n,
        gainCertainFen: 0n,
      },
      zh: '与“doc/无名”不能同时享受；两种选法金额相同，只能选其一',
      en: 'Cannot be combined with “doc/无名”; either choice brings the same, and only one of them is possible',
    },
    {
      name: 'a joint cap that is used up',
      reason: { kind: 'absorbed_by_cap', cap: '人才补贴', capFen: 100n * tenThousand },
      zh: '“人才补贴”合并封顶 100万元，已选各项已经用满，再加这一项也不会增加',
      en: 'The joint cap “人才补贴” of CNY 1,000,000 is already used up by the measures chosen; adding this one brings nothing',
    },
    {
      name: 'a top-up with nothing left to fill',
      reason: { kind: 'absorbed_by_top_up', with: ['x', 'y', 'z'] },
      zh: '与“研发投入补助”、“租金补贴”、“Rent subsidy”按补足计算，已选的已经达到最高的一项，再加这一项也不会增加',
      en: 'Counted as one with “研发投入补助”, “租金补贴”, and “Rent subsidy” by topping up to the larger amount, which is already reached; adding this one brings nothing',
    },
  ];
  for (const { name, reason, zh, en } of cases)
    test(name, () => {
      expect(explainSetAside(reason, labels, 'zh')).toBe(zh);
      expect(explainSetAside(reason, labels, 'en')).toBe(en);
    });
});

describe('why a chosen measure counts only in part', () => {
  const cases: readonly {
    readonly name: string;
    readonly restraint: Restraint;
    readonly zh: string;
    readonly en: string;
  }[] = [
    {
      name: 'a joint cap',
      restraint: { kind: 'joint_cap', cap: '人才补贴', capFen: 100n * tenThousand },
      zh: '“人才补贴”合并封顶 100万元，只计封顶以内的部分',
      en: 'Counted only within the joint cap “人才补贴” of CNY 1,000,000',
    },
    {
      name: 'a top-up',
      restraint: { kind: 'top_up', with: ['x'] },
      zh: '与“研发投入补助”按补足计算，只计差额',
      en: 'Counted only as the difference to “研发投入补助”, by topping up',
    },
  ];
  for (const { name, restraint, zh, en } of cases)
    test(name, () => {
      expect(explainRestraint(restraint, labels, 'zh')).toBe(zh);
      expect(explainRestraint(restraint, labels, 'en')).toBe(en);
    });
});
