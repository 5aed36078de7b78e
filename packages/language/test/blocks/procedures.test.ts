import { fraction } from '@luodi/kernel';
import { printExpression, proceduresOf } from '@luodi/language';
import type { TimeLimit } from '@luodi/language';
import { describe, expect, test } from 'vitest';
import { only, readBlock } from './block-content.ts';
import type { FaultCase } from './block-content.ts';

const quotation =
  '区县科技局自受理之日起5个工作日内审核，半年内兑付，次年12月31日前公布；员工在20人以上的当场办结。';

function shown(limit: TimeLimit | undefined): string {
  if (limit === undefined) return 'none';
  if (limit.kind === 'words') return limit.words;
  const { length, from } = limit;
  const number = length.kind === 'number' ? length.number : length.to;
  return `${fraction.formatDecimal(number)} ${length.unit}, ${from ?? 'from no day'}`;
}

function limitOf(written: string) {
  const body = `申报:\n  英文: Apply\n  步骤:\n    - { 名: 审核, 英文: Review, 期限: ${written} }`;
  const { document, faults } = readBlock('流程', body, { quotation });
  return {
    limit: shown(proceduresOf(only(document))[0]?.steps[0]?.limit),
    faults,
  };
}

describe('a procedure', () => {
  test('reads every key', () => {
    const body = `专项资金申报:
  英文: Application for the fund
  适用: 企业
  事项: 研发补助
  步骤:
    - 名: 审核
      英文: Review
      主体: [区县科技局]
      动作: 5个工作日内审核
      材料: [申请表]
      条件: [员工数 在 20人 以上]
      期限: { 时长: 5个工作日, 自: 受理之日 }
      结果: [通过, 不予受理]`;
    const { document, faults } = readBlock('流程', body, { quotation });
    expect(faults).toEqual([]);
    const [procedure] = proceduresOf(only(document));
    expect(procedure).toMatchObject({
      id: 'sample/流程/专项资金申报',
      subject: '企业',
      matter: '研发补助',
      measures: [],
      steps: [
        {
          name: '审核',
          nameEn: 'Review',
          actors: ['区县科技局'],
          words: '5个工作日内审核',
          papers: ['申请表'],
          outcomes: ['通过', '不予受理'],
        },
      ],
    });
    const [step] = procedure?.steps ?? [];
    expect(step?.conditions.map(printExpression)).toEqual(['员工数 在 20人 以上']);
    expect(shown(step?.limit)).toBe('5 个工作日, 受理之日');
  });

  const limits: readonly (readonly [written: string, limit: string])[] = [
    ['{ 时长: 5个工作日 }', '5 个工作日, from no day'],
    ['{ 时长: 不超过 6个月, 自: 兑付 }', '6 个月, 兑付'],
    ['当场', '当场'],
    ['次年12月31日前', '次年12月31日前'],
  ];
  for (const [written, limit] of limits)
    test(`reads the limit ${written}`, () => {
      expect(limitOf(written)).toEqual({ limit, faults: [] });
    });

  const entry = (step: string) => `申报:\n  英文: Apply\n  步骤:\n    - ${step}`;
  const cases: readonly FaultCase[] = [
    ['no steps', '申报:\n  英文: Apply', 'LD1005 英文: Apply'],
    ['an unknown matter', `${entry('{ 名: 审核, 英文: R }')}\n  事项: 研发补肋`, 'LD1204 研发补肋'],
    ['a step without English', entry('{ 名: 审核 }'), 'LD1005 { 名: 审核 }'],
    [
      'a step with a key that there is not',
      entry('{ 名: 审核, 英文: R, 期现: 当场 }'),
      'LD1004 期现',
    ],
    ['acts that are not quoted', entry('{ 名: 审核, 英文: R, 动作: 复核 }'), 'LD1507 复核'],
    ['a length that is no time', entry('{ 名: 审核, 英文: R, 期限: { 时长: 5家 } }'), 'LD1006 5家'],
    [
      'a limit without length',
      entry('{ 名: 审核, 英文: R, 期限: { 自: 受理 } }'),
      'LD1005 { 自: 受理 }',
    ],
    [
      'a length not quoted',
      entry('{ 名: 审核, 英文: R, 期限: { 时长: 7个工作日 } }'),
      'LD1501 7个工作日',
    ],
    [
      'a limit in words not quoted',
      entry('{ 名: 审核, 英文: R, 期限: 次年11月前 }'),
      'LD1501 次年11月前',
    ],
    ['an unknown fact', entry('{ 名: 审核, 英文: R, 条件: 员工人数 }'), 'LD1202 员工人数'],
  ];
  for (const [title, body, ...expected] of cases)
    test(`with ${title} is a fault that points at its words`, () => {
      expect(readBlock('流程', body, { quotation }).faults).toEqual(expected);
    });
});
