import { describe, expect, test } from 'vitest';
import { readBlock } from './blocks/block-content.ts';
import type { FaultCase } from './blocks/block-content.ts';

const body = '建成平台:\n  英文: Build a platform';
const quotation = '为落实《总体方案》，建成平台。';

function read(...front: readonly string[]) {
  return readBlock('任务', body, { quotation, front });
}

const reading = '存疑: [ { 原文: 建成平台, 读法: 自发布日起, 理由: 没有别的日子 } ]';

describe('the front matter', () => {
  test('is of a final document whose days the text states, where it says nothing else', () => {
    expect(read().document).toMatchObject({
      status: 'final',
      validityBasis: 'stated',
      relations: [],
    });
  });

  const statuses = [
    ['正式', 'final'],
    ['征求意见稿', 'draft'],
    ['解读', 'commentary'],
  ] as const;
  for (const [word, status] of statuses)
    test(`状态: ${word} is ${status}`, () => {
      expect(read(`状态: ${word}`).document?.status).toBe(status);
    });

  const bases = [
    ['推定', 'inferred'],
    ['未载', 'unstated'],
  ] as const;
  for (const [word, basis] of bases)
    test(`施行依据: ${word} is ${basis} and needs a reading`, () => {
      const { document, faults } = read(`施行依据: ${word}`, reading);
      expect([document?.validityBasis, faults]).toEqual([basis, []]);
      expect(read(`施行依据: ${word}`).faults).toEqual([`LD1005 ${word}`]);
    });

  test('relates the document to others, in the library and outside', () => {
    const { document, faults } = read(
      '关系:',
      '  - { 类型: 草案, 文件: sample, 原文: 建成平台 }',
      '  - { 类型: 落实, 名称: 总体方案, 文号: 国发〔2020〕1号, 原文: 为落实《总体方案》 }',
    );
    expect(faults).toEqual([]);
    expect(document?.relations).toEqual([
      { kind: 'draft_of', other: { kind: 'document', id: 'sample' }, words: '建成平台' },
      {
        kind: 'carries_out',
        other: { kind: 'outside', title: '总体方案', number: '国发〔2020〕1号' },
        words: '为落实《总体方案》',
      },
    ]);
  });

  const cases: readonly FaultCase[] = [
    ['an unknown status', '状态: 草稿', 'LD1006 草稿'],
    ['an unknown relation', '关系: [ { 类型: 参照, 文件: sample } ]', 'LD1006 参照'],
    [
      'a relation to a document that there is not',
      '关系: [ { 类型: 依据, 文件: simple } ]',
      'LD1212 simple',
    ],
    ['a relation to nothing', '关系: [ { 类型: 依据 } ]', 'LD1005 { 类型: 依据 }'],
    ['a relation to two', '关系: [ { 类型: 依据, 文件: sample, 名称: 方案 } ]', 'LD1006 方案'],
    [
      'words that the document does not have',
      '关系: [ { 类型: 依据, 名称: 方案, 原文: 根据方案 } ]',
      'LD1507 根据方案',
    ],
  ];
  for (const [title, front, ...expected] of cases)
    test(`with ${title} is a fault that points at its words`, () => {
      expect(read(front).faults).toEqual(expected);
    });
});
