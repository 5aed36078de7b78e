import { listsOf, printExpression } from '@luodi/language';
import { describe, expect, test } from 'vitest';
import { only, readBlock } from './block-content.ts';
import type { FaultCase } from './block-content.ts';

const quotation = '（1）建筑内部装修，用地面积500平方米以下的项目；（2）围墙维修。';

describe('a list', () => {
  test('reads every key', () => {
    const body = `免办许可的项目:
  英文: Works without a permit
  种类: 豁免
  适用: 项目
  项:
    - { 名: 内部装修, 英文: Interior works, 编号: 1, 类别: [建筑, 装修], 内容: 建筑内部装修, 条件: [项目验收, 用地面积 在 500平方米 以下] }
    - 围墙维修`;
    const { document, faults } = readBlock('清单', body, { quotation });
    expect(faults).toEqual([]);
    const [list] = listsOf(only(document));
    expect(list).toMatchObject({
      id: 'sample/清单/免办许可的项目',
      listKind: 'exemption',
      subject: '项目',
      items: [
        {
          name: '内部装修',
          nameEn: 'Interior works',
          number: '1',
          categories: ['建筑', '装修'],
          words: '建筑内部装修',
          measures: [],
        },
        { name: '围墙维修', nameEn: '', words: undefined, conditions: [] },
      ],
    });
    expect(list?.items[0]?.conditions.map(printExpression)).toEqual([
      '项目验收',
      '用地面积 不超过 500平方米',
    ]);
  });

  const entry = (item: string) => `项目:\n  英文: Works\n  种类: 豁免\n  项:\n    - ${item}`;
  const cases: readonly FaultCase[] = [
    ['no kind', '项目:\n  英文: Works\n  项: [ 维修 ]', 'LD1005 英文: Works'],
    ['an unknown kind', '项目:\n  英文: Works\n  种类: 豁兔\n  项: [ 维修 ]', 'LD1006 豁兔'],
    ['no items', '项目:\n  英文: Works\n  种类: 豁免', 'LD1005 英文: Works'],
    ['an item without a name', entry('{ 内容: 围墙维修 }'), 'LD1005 { 内容: 围墙维修 }'],
    ['an item that is a list', entry('[ 维修 ]'), 'LD1003 [ 维修 ]'],
    ['words that are not quoted', entry('{ 名: 维修, 内容: 围墙翻修 }'), 'LD1507 围墙翻修'],
    ['a condition that is no condition', entry('{ 名: 维修, 条件: 用地面积 }'), 'LD1303 用地面积'],
    [
      'a value that is not quoted',
      entry('{ 名: 维修, 条件: 用地面积 在 501平方米 以下 }'),
      'LD1501 501平方米',
    ],
    ['a fact of another entity', entry('{ 名: 维修, 条件: 项目验收 }'), 'LD1210 项目验收'],
    ['a measure that there is not', entry('{ 名: 维修, 政策: 免办许可 }'), 'LD1205 免办许可'],
    ['an unknown entity', `${entry('维修')}\n  适用: 项木`, 'LD1206 项木'],
  ];
  for (const [title, body, ...expected] of cases)
    test(`with ${title} is a fault that points at its words`, () => {
      expect(readBlock('清单', body, { quotation }).faults).toEqual(expected);
    });
});
