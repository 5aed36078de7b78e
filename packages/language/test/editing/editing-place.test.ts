import { editingPlaceAt } from '@luodi/language';
import type { EditingPlace } from '@luodi/language';
import { describe, expect, test } from 'vitest';

/** The place where `‸` stands in a file. */
function placeIn(
  marked: string,
  file: 'policy' | 'vocabulary' = 'policy',
): EditingPlace | undefined {
  return editingPlaceAt(marked.replace('‸', ''), marked.indexOf('‸'), file);
}

function inBlock(keyword: string, body: string): EditingPlace | undefined {
  return placeIn(`---\n编号: a\n---\n\n## 一 〔1〕\n\n> 话\n\n\`\`\`${keyword}\n${body}\n\`\`\`\n`);
}

function summary(place: EditingPlace | undefined): string {
  switch (place?.kind) {
    case undefined:
      return '没有';
    case 'key':
      return `键 ${Object.keys(place.keys).slice(0, 3).join(' ')}`;
    case 'grade':
      return `档 ${place.by}`;
    case 'fact_key':
      return `事实名 除 ${[...place.used].join(' ')}`;
    case 'fact_value':
      return `${place.fact}的值`;
    case 'value':
      return place.shape.kind === 'one_of'
        ? `选 ${place.shape.options.join(' ')}`
        : place.shape.kind;
    case 'expression': {
      const { slot } = place;
      const about = 'against' in slot ? slot.against : 'after' in slot ? slot.after : undefined;
      return `${place.grant ? '给 ' : ''}${slot.kind}${about === undefined ? '' : ` ${about}`}`;
    }
    case 'block_keyword':
    case 'new_block':
      return place.kind;
  }
}

const inPolicies = [
  {
    name: '措施的第一层，还没写过的键',
    body: '甲:\n  英文: A\n  事项: x\n  ‸',
    place: '键 英文说明 英文结果 种类',
  },
  { name: '键写了一半', body: '甲:\n  条‸', place: '键 英文 英文说明 英文结果', typed: '条' },
  { name: '事项的值', body: '甲:\n  事项: 研‸', place: 'matter', typed: '研' },
  { name: '种类的值', body: '甲:\n  种类: ‸', place: '选 奖补 减免 上限 义务 决定' },
  { name: '条件的一项，开头', body: '甲:\n  条件:\n    - ‸', place: 'operand' },
  { name: '条件的一项，与键对齐', body: '甲:\n  条件:\n  - 高‸', place: 'operand', typed: '高' },
  { name: '条件，事实之后', body: '甲:\n  条件:\n    - 研发投入 ‸', place: 'operator 研发投入' },
  { name: '条件，比较词之后', body: '甲:\n  条件:\n    - 等次 为 ‸', place: 'operand 等次' },
  { name: '条件，在……之后', body: '甲:\n  条件:\n    - 研发投入 在 200万元 ‸', place: 'range_end' },
  {
    name: '条件，数之后紧接单位',
    body: '甲:\n  条件:\n    - 研发投入 在 200‸',
    place: 'unit 研发投入',
  },
  { name: '条件，且之后', body: '甲:\n  条件:\n    - 高新企业 且 ‸', place: 'operand' },
  {
    name: '条件，写完一次比较之后',
    body: '甲:\n  条件:\n    - 研发投入 在 2万元 以上 ‸',
    place: 'operator',
  },
  { name: '方括号里的选项', body: '甲:\n  条件:\n    - 等次 属于 [五星, ‸', place: 'operand 等次' },
  { name: '条件只有一个，写在同一行', body: '甲:\n  条件: ‸', place: 'operand' },
  { name: '给的值', body: '甲:\n  给: ‸', place: '给 operand' },
  { name: '给 最高之后', body: '甲:\n  给: 最高 ‸', place: '给 operand' },
  { name: '依次的一档的键', body: '甲:\n  依次:\n    - ‸', place: '键 当 否则 给' },
  {
    name: '依次的第二个键',
    body: '甲:\n  依次:\n    - 当: 高新企业\n      ‸',
    place: '键 否则 给 依次',
  },
  { name: '依次里的条件', body: '甲:\n  依次:\n    - 当: 高新企业 或 ‸', place: 'operand' },
  { name: '档的一行', body: '甲:\n  按: 等次\n  档:\n    ‸', place: '档 等次' },
  {
    name: '档的一行，写在花括号里',
    body: '甲:\n  按: 等次\n  档: { 五星: 30万元, ‸',
    place: '档 等次',
  },
  { name: '档的数额', body: '甲:\n  按: 等次\n  档: { 五星: ‸', place: '给 operand' },
  { name: '责任单位', body: '甲:\n  责任: [市科技局, 市‸', place: 'department', typed: '市' },
  { name: '互斥的措施', body: '甲:\n  互斥: [‸', place: 'measure' },
  { name: '已获括号里', body: '甲:\n  补差: 已获(‸', place: 'received' },
  { name: '写完一项措施之后的下一项，名字由作者定', body: '甲:\n  给: 1万元\n‸', place: '没有' },
  { name: '存疑的一项', body: '甲:\n  存疑:\n    - 原文: x\n      ‸', place: '键 读法 理由' },
  { name: '注释里什么也不提示', body: '甲:\n  给: 1万元 # 说‸', place: '没有' },
];

describe('政策块里，编辑器知道这里该写什么', () => {
  for (const c of inPolicies)
    test(c.name, () => {
      const place = inBlock('政策', c.body);
      expect(summary(place)).toBe(c.place);
      if (c.typed !== undefined) expect(place?.typed).toBe(c.typed);
    });
});

const elsewhere = [
  { name: '用例的键', keyword: '用例', body: '- 名: 甲\n  ‸', place: '键 政策 日期 事实' },
  {
    name: '用例的新一项',
    keyword: '用例',
    body: '- 名: 甲\n  得: 1万元\n- ‸',
    place: '键 名 政策 日期',
  },
  {
    name: '用例的事实名',
    keyword: '用例',
    body: '- 事实: { 高新企业: 是, ‸',
    place: '事实名 除 高新企业',
  },
  {
    name: '用例的事实名，一行一个',
    keyword: '用例',
    body: '- 事实:\n    高新企业: 是\n    ‸',
    place: '事实名 除 高新企业',
  },
  { name: '用例的事实的值', keyword: '用例', body: '- 事实: { 等次: ‸', place: '等次的值' },
  { name: '用例里缺的事实', keyword: '用例', body: '- 缺: [‸', place: '事实名 除 ' },
  {
    name: '不执行的理由',
    keyword: '不执行',
    body: '理由: ‸',
    place: '选 任务 酌定 另行规定 宣示 程序 职责 定义 附则',
  },
  {
    name: '任务的周期',
    keyword: '任务',
    body: '做事:\n  周期: ‸',
    place: '选 每年 每半年 每季度 每月 每周',
  },
  {
    name: '指标目标的键',
    keyword: '指标',
    body: '增长:\n  目标:\n    - { ‸',
    place: '键 时间 值 文字',
  },
  { name: '不认识的块里什么也不提示', keyword: '政冊', body: '甲:\n  ‸', place: '没有' },
];

describe('其他块', () => {
  for (const c of elsewhere)
    test(c.name, () => expect(summary(inBlock(c.keyword, c.body))).toBe(c.place));
});

const inFiles: readonly { name: string; text: string; file?: 'vocabulary'; place: string }[] = [
  { name: '文首的键', text: '---\n编号: a\n‸\n---\n', place: '键 标题 英文标题 标题推定' },
  { name: '文首的叠加', text: '---\n叠加: ‸\n---\n', place: '选 从优就高不重复 可叠加 未规定' },
  { name: '引文下面的空行', text: '## 一 〔1〕\n\n> 话\n\n‸', place: 'new_block' },
  { name: '标题下面还没有引文，不提示块', text: '## 一 〔1〕\n\n‸', place: '没有' },
  { name: '围栏之后', text: '## 一 〔1〕\n\n> 话\n\n```‸', place: 'block_keyword' },
  { name: '引文里什么也不提示', text: '## 一 〔1〕\n\n> 话‸', place: '没有' },
  { name: '词汇文件的第一层', file: 'vocabulary', text: '‸', place: '键 实体 清单 事项' },
  {
    name: '词汇里事实的键',
    file: 'vocabulary',
    text: '事实:\n  甲:\n    类型: 是否\n    ‸',
    place: '键 标识 英文 实体',
  },
  {
    name: '词汇里事实的类型',
    file: 'vocabulary',
    text: '事实:\n  甲: { 类型: ‸',
    place: '选 是否 金额 比率 数 个数 面积 长度 重量 功率 电压 日期 时长 选项 文字',
  },
];

describe('块以外和词汇文件', () => {
  for (const c of inFiles)
    test(c.name, () => expect(summary(placeIn(c.text, c.file))).toBe(c.place));
});
