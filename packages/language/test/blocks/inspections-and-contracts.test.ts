import { fraction } from '@luodi/kernel';
import { contractsOf, inspectionsOf } from '@luodi/language';
import { describe, expect, test } from 'vitest';
import { only, readBlock } from './block-content.ts';
import type { FaultCase } from './block-content.ts';

describe('an inspection', () => {
  const quotation = '旅馆治安由公安局检查，比例不低于5%，每年不超过1次。';

  test('reads every key', () => {
    const body = `旅馆治安:
  英文: Security of hotels
  主体: [市公安局]
  配合: [市市场监管局]
  对象: 旅馆
  内容: [登记, 消防]
  比例: 不低于 5%
  频次: 每年不超过1次
  依据: 治安管理办法
  方式: 联合抽查`;
    const { document, faults } = readBlock('抽查', body, { quotation });
    expect(faults).toEqual([]);
    expect(inspectionsOf(only(document))).toMatchObject([
      {
        id: 'sample/抽查/旅馆治安',
        actors: ['市公安局'],
        assistants: ['市市场监管局'],
        target: '旅馆',
        contents: ['登记', '消防'],
        ratio: { kind: 'number', comparison: 'at_least', unit: '%' },
        frequency: '每年不超过1次',
        legalBasis: '治安管理办法',
        manner: '联合抽查',
      },
    ]);
  });

  const cases: readonly FaultCase[] = [
    ['a ratio that is not quoted', '治安:\n  英文: S\n  比例: 6%', 'LD1501 6%'],
    ['a ratio that is no number', '治安:\n  英文: S\n  比例: 全部', 'LD1006 全部'],
    ['a frequency that is not quoted', '治安:\n  英文: S\n  频次: 每年1次', 'LD1507 每年1次'],
  ];
  for (const [title, body, ...expected] of cases)
    test(`with ${title} is a fault that points at its words`, () => {
      expect(readBlock('抽查', body, { quotation }).faults).toEqual(expected);
    });
});

describe('a contract', () => {
  const quotation =
    '亩均税收不低于40万元/亩，三年内达产，未达到的收回土地；风险由银行、担保机构按20%、80%分担。';

  test('reads every key', () => {
    const body = `用地履约:
  英文: Performance of land
  当事人: { 甲方: 区县政府, 乙方: 受让人 }
  标的: 创新型产业用地
  条款:
    - { 名: 亩均税收, 英文: Tax per mu, 要求: 不低于 40万元/亩, 期限: { 时长: 3年 }, 违约: 收回土地 }
    - { 名: 达产, 英文: Full production, 文字: 按期达产 }
  分担: { 银行: 20%, 担保机构: 80% }`;
    const { document, faults } = readBlock('合同', body, { quotation });
    expect(faults).toEqual([]);
    const [contract] = contractsOf(only(document));
    expect(contract).toMatchObject({
      id: 'sample/合同/用地履约',
      parties: [
        { role: '甲方', party: '区县政府' },
        { role: '乙方', party: '受让人' },
      ],
      subjectMatter: '创新型产业用地',
      terms: [
        {
          name: '亩均税收',
          requirement: { kind: 'number', comparison: 'at_least', unit: '万元/亩' },
          limit: { kind: 'duration', length: { unit: '年' } },
          breach: '收回土地',
        },
        { name: '达产', requirement: { kind: 'words', words: '按期达产' }, limit: undefined },
      ],
    });
    expect(
      contract?.shares.map(({ payer, share }) => [payer, fraction.formatDecimal(share)]),
    ).toEqual([
      ['银行', '0.2'],
      ['担保机构', '0.8'],
    ]);
  });

  const entry = (more: string) =>
    `履约:\n  英文: P\n  当事人: { 甲方: 政府 }\n  条款: [ { 名: 税收, 英文: Tax, 文字: 达标 } ]\n  ${more}`;
  const cases: readonly FaultCase[] = [
    [
      'shares that are not all',
      entry('分担: { 银行: 20%, 担保机构: 70% }'),
      'LD1406 { 银行: 20%, 担保机构: 70% }',
      'LD1501 70%',
    ],
    [
      'shares that are not quoted',
      entry('分担: { 银行: 30%, 担保机构: 70% }'),
      'LD1501 30%',
      'LD1501 70%',
    ],
    [
      'no parties',
      '履约:\n  英文: P\n  条款: [ { 名: 税收, 英文: Tax, 文字: 达标 } ]',
      'LD1005 英文: P',
    ],
    ['no terms', '履约:\n  英文: P\n  当事人: { 甲方: 政府 }', 'LD1005 英文: P'],
  ];
  for (const [title, body, ...expected] of cases)
    test(`with ${title} is a fault that points at its words`, () => {
      expect(readBlock('合同', body, { quotation }).faults).toEqual(expected);
    });

  const terms: readonly FaultCase[] = [
    ['that requires nothing', '{ 名: 税收, 英文: Tax }', 'LD1005 { 名: 税收, 英文: Tax }'],
    [
      'with a number that is not quoted',
      '{ 名: 税收, 英文: Tax, 要求: 41万元/亩 }',
      'LD1501 41万元/亩',
    ],
    ['with a breach that is not quoted', '{ 名: 税收, 英文: Tax, 违约: 退地 }', 'LD1507 退地'],
  ];
  for (const [title, term, ...expected] of terms)
    test(`a term ${title} is a fault that points at its words`, () => {
      const body = `履约:\n  英文: P\n  当事人: { 甲方: 政府 }\n  条款: [ ${term} ]`;
      expect(readBlock('合同', body, { quotation }).faults).toEqual(expected);
    });
});
