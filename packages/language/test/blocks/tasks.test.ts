import { tasksOf } from '@luodi/language';
import { describe, expect, test } from 'vitest';
import { only, readBlock } from './block-content.ts';
import type { FaultCase } from './block-content.ts';

const quotation = '市科技局牵头，会同市财政局每年 开展2次走访，到2025年6月底前建成数字平台。';

describe('a task', () => {
  test('reads every key', () => {
    const body = `走访企业:
  英文: Visit enterprises
  编号: 表1-1
  类别: [服务业, 科技服务]
  内容: 每年开展2次走访
  牵头: [市科技局]
  责任: [市财政局]
  责任出处: { 文件: sample, 原文: 市科技局牵头 }
  期限: 2025-06
  周期: 每年
  成果: 建成数字平台
  存疑: [ { 原文: 走访, 读法: 上门, 理由: 通行用法 } ]`;
    const { document, faults } = readBlock('任务', body, { quotation });
    expect(faults).toEqual([]);
    expect(tasksOf(only(document))).toMatchObject([
      {
        id: 'sample/任务/走访企业',
        name: '走访企业',
        nameEn: 'Visit enterprises',
        number: '表1-1',
        categories: ['服务业', '科技服务'],
        words: '每年开展2次走访',
        leads: ['市科技局'],
        departments: ['市财政局'],
        assignedBy: { document: 'sample', words: '市科技局牵头' },
        due: { year: 2025, month: 6, day: undefined },
        cycle: 'yearly',
        outcome: '建成数字平台',
        openReadings: [{ words: '走访' }],
        clause: '一、样例',
      },
    ]);
  });

  test('is the whole quotation where it names no words', () => {
    const { document } = readBlock('任务', '走访:\n  英文: Visits', { quotation });
    expect(tasksOf(only(document))[0]).toMatchObject({
      words: quotation,
      leads: [],
      due: undefined,
      cycle: undefined,
    });
  });

  const cases: readonly FaultCase[] = [
    ['with a key that there is not', '走访:\n  英文: Visits\n  内荣: 走访', 'LD1004 内荣'],
    ['without English', '走访:\n  编号: 1', 'LD1005 编号: 1'],
    ['that is no mapping', '走访: 每年', 'LD1003 走访: 每年'],
    ['in a block that is a list', '- 走访', 'LD1003 - 走访'],
    [
      'with words that are not quoted',
      '走访:\n  英文: V\n  内容: 每年开展3次走访',
      'LD1507 每年开展3次走访',
    ],
    ['with an outcome that is not quoted', '走访:\n  英文: V\n  成果: 建成平台', 'LD1507 建成平台'],
    ['due on no day', '走访:\n  英文: V\n  期限: 2025-06-31', 'LD1006 2025-06-31'],
    ['due in a year that nobody names', '走访:\n  英文: V\n  期限: 2026', 'LD1508 2026'],
    ['with an unknown cycle', '走访:\n  英文: V\n  周期: 每天', 'LD1006 每天'],
    [
      'assigned by a document that there is not',
      '走访:\n  英文: V\n  责任出处: { 文件: sampel, 原文: 走访 }',
      'LD1212 sampel',
    ],
    [
      'assigned by words that do not stand there',
      '走访:\n  英文: V\n  责任出处: { 文件: sample, 原文: 市经信局 }',
      'LD1507 市经信局',
    ],
  ];
  for (const [title, body, ...expected] of cases)
    test(`${title} is a fault that points at its words`, () => {
      const { document, faults } = readBlock('任务', body, { quotation });
      expect(faults).toEqual(expected);
      const blocks = only(document).clauses[0]?.passages[0]?.blocks;
      expect(blocks).toHaveLength(1);
    });

  test('says where its words depart from the quotation', () => {
    const body = '走访:\n  英文: V\n  内容: 每年开展3次走访';
    const { hints } = readBlock('任务', body, { quotation });
    expect(hints[0]).toContain('从“每年开展”之后与引文不同：“3次走访”');
  });

  test('of a name given before is a fault, whichever block it stands in', () => {
    const twice = '走访:\n  英文: V\n```\n\n```任务\n走访:\n  英文: V';
    const { document, faults } = readBlock('任务', twice, { quotation });
    expect(faults).toEqual(['LD1201 走访']);
    expect(tasksOf(only(document))).toHaveLength(1);
  });
});

describe('the year of a deadline', () => {
  const named: readonly (readonly [
    string,
    { quotation: string; front?: readonly string[] },
    number,
  ])[] = [
    ['in digits', { quotation: '到2027年建成。' }, 2027],
    ['in Chinese', { quotation: '到二〇二七年建成。' }, 2027],
    ['as the end of a five-year plan', { quotation: '“十四五”期间建成。' }, 2025],
    ['in the front matter', { quotation: '建成。', front: ['发布: 2027-01-02'] }, 2027],
  ];
  for (const [where, written, year] of named)
    test(`may stand ${where}`, () => {
      const body = `建成:\n  英文: Build\n  期限: ${year}`;
      expect(readBlock('任务', body, written).faults).toEqual([]);
    });
});
