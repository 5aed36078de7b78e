import { parseDate, parseQuantity } from '@luodi/kernel';
import { z } from 'zod';

/** A number in the base unit of what it measures: 0.05, `5%`, `200万元` (in fen), `3年` (in months). */
const figure = z.union([z.number(), z.string()]).transform((raw, context) => {
  if (typeof raw === 'number') return raw;
  const quantity = parseQuantity(raw);
  if (typeof quantity !== 'string')
    return Number(quantity.value.numerator) / Number(quantity.value.denominator);
  context.addIssue({ code: 'custom', message: `“${raw}” 不是数，写成 0.05、5%、200万元 这样` });
  return z.NEVER;
});

const share = figure.refine((value) => value >= 0 && value <= 1, '比例要在 0 与 1 之间');
const weight = figure.refine((value) => value >= 0, '权重和倍数不能为负');
const weights = z
  .record(z.string(), weight)
  .refine((all) => Object.values(all).some((value) => value > 0), '至少要有一个权重大于 0');
const day = z
  .string()
  .refine((text) => parseDate(text) !== undefined, '写成 2026-06-30 这样的日期');

/** On what else it depends how likely something is. */
const likelihood = {
  随规模: z.record(z.string(), weight).optional(),
  随行业: z.record(z.string(), weight).optional(),
  /** How strongly it goes with the intensity of R&D, and with growth: 0 not at all, 1 strongly. */
  随研发: z.number().min(-3).max(3).optional(),
  随增长: z.number().min(-3).max(3).optional(),
  /** Facts (是否) that must hold, or must not, for it to be. */
  须: z.array(z.string()).optional(),
  非: z.array(z.string()).optional(),
  未知: share.optional(),
};

export const truthShape = z.strictObject({ 是: share, ...likelihood });

export const numberShape = z
  .strictObject({
    /** What it is a share of; without it `值` is the median itself. */
    基: z.enum(['营业收入', '研发投入', '人数', '规模']).optional(),
    值: figure.optional(),
    自: figure.optional(),
    至: figure.optional(),
    /** Standard deviation of the logarithm. */
    离散: z.number().min(0).max(4).optional(),
    /** Share of those that have any; the others have 0. */
    有: share.optional(),
    步长: figure.optional(),
    最少: figure.optional(),
    最多: figure.optional(),
    ...likelihood,
  })
  .refine(
    (spec) => (spec.值 !== undefined) !== (spec.自 !== undefined && spec.至 !== undefined),
    '写“值”（中位数或占比），或者写“自”和“至”，不能都写也不能都不写',
  );

export const choiceShape = z
  .strictObject({
    选: weights.optional(),
    /** Share of the last member; the others of the list share the rest evenly. */
    末项: share.optional(),
    /** The member of those for whom 须 and 非 do not hold; without it the last one. */
    否则: z.string().optional(),
    ...likelihood,
  })
  .refine((spec) => (spec.选 !== undefined) !== (spec.末项 !== undefined), '写“选”或者“末项”之一');

export const dateShape = z.strictObject({
  /** How many days before the day of the profile, from and to; without it the day on which the enterprise was founded. */
  距今: z.tuple([z.number().int(), z.number().int()]).optional(),
  有: share.optional(),
  ...likelihood,
});

const defaultsShape = z.strictObject({
  是否: truthShape,
  金额: numberShape,
  比率: numberShape,
  数: numberShape,
  个数: numberShape,
  时长: numberShape,
  计量: numberShape,
  选项: choiceShape,
  日期: dateShape,
});

export const itemsShape = z.strictObject({
  /** Mean number of items of a listed enterprise. */
  平均: weight,
  最多: z.number().int().min(1),
  未列: share,
  随规模: z.record(z.string(), weight).optional(),
  随行业: z.record(z.string(), weight).optional(),
});

export const totalShape = z.strictObject({
  指标: z.string(),
  出处: z.string(),
  事实: z.string(),
  年: z.number().int(),
  行业: z.array(z.string()).optional(),
  规模: z.array(z.string()).optional(),
  合计: figure,
});

const sizeShape = z.strictObject({
  英文: z.string(),
  权重: weight,
  营业收入: figure,
  离散: z.number().min(0).max(4),
  倍数: weight,
});

const industryShape = z.strictObject({
  英文: z.string(),
  权重: weight,
  营业收入倍数: weight,
  人均营业收入: figure,
  增速: z.number().min(-1).max(2),
  有研发: share,
  研发强度: share,
  规模: z.record(z.string(), weight).optional(),
});

const paymentsShape = z.strictObject({
  齐全: share,
  平均: weight,
  最多: z.number().int().min(1),
  按事项: share,
  金额: figure,
  离散: z.number().min(0).max(4),
  步长: figure,
  距今: z.tuple([z.number().int(), z.number().int()]),
});

/** All numbers of a synthetic city, as they stand in `profile.yaml`. */
export const profileShape = z.strictObject({
  标题: z.string(),
  英文标题: z.string(),
  名义规模: z.number().int().positive(),
  基准日: day,
  年份: z.array(z.number().int()).min(1),
  区县: weights,
  规模: z.record(z.string(), sizeShape),
  行业: z.record(z.string(), industryShape),
  增速离散: z.number().min(0).max(2),
  年度波动: z.number().min(0).max(2),
  研发离散: z.number().min(0).max(4),
  人数离散: z.number().min(0).max(4),
  企业年龄: z.strictObject({ 中位: weight, 离散: z.number().min(0).max(4), 最多: weight }),
  默认: defaultsShape,
  对象默认: defaultsShape,
  对象缺省: itemsShape,
  对象: z.record(z.string(), itemsShape),
  付款: paymentsShape,
  事实: z.record(z.string(), z.unknown()),
  合计: z.array(totalShape).optional(),
});

export type ProfileNumbers = z.infer<typeof profileShape>;
export type TruthSpec = z.infer<typeof truthShape>;
export type NumberSpec = z.infer<typeof numberShape>;
export type ChoiceSpec = z.infer<typeof choiceShape>;
export type DateSpec = z.infer<typeof dateShape>;
export type ItemsSpec = z.infer<typeof itemsShape>;
export type TotalSpec = z.infer<typeof totalShape>;
export type LikelihoodSpec = Pick<
  TruthSpec,
  '随规模' | '随行业' | '随研发' | '随增长' | '须' | '非' | '未知'
>;
