import { amountKeys } from './amount/read-amount.ts';

const before: readonly string[] = [
  '英文',
  '英文说明',
  '英文结果',
  '种类',
  '事项',
  '对象',
  '年度',
  '施行',
  '有效期至',
];

const after: readonly string[] = [
  '申报',
  '执行',
  '分担',
  '材料',
  '兑付',
  '互斥',
  '追加',
  '补足',
  '换算',
  '责任',
  '存疑',
];

/** Keys of a measure whose values are words, dates or shares of payers: no amount or condition hangs on them. */
export const wordKeys: ReadonlySet<string> = new Set([...before, ...after]);

/** Every key of a measure, in the order in which they are told to who writes an unknown one. */
export const measureKeys: readonly string[] = [
  ...before,
  '条件',
  '除外',
  ...amountKeys,
  '合计封顶',
  '一次性',
  '至多',
  ...after,
];
