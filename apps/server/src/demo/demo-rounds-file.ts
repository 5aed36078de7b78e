import { join } from 'node:path';
import { z } from 'zod';
import { fundingJson, programmeRequest, voucherPoolRequest } from '../contract/index.ts';
import { readContentFile } from '../content/content-file.ts';

const round = z.strictObject({
  编号: programmeRequest.shape.id,
  名: programmeRequest.shape.title,
  英文: programmeRequest.shape.titleEn,
  措施: programmeRequest.shape.measure,
  方式: programmeRequest.shape.manner,
  主管: z.string(),
  /** Days before and after the start. */
  窗口: z.strictObject({ 早于: z.int().min(0), 晚于: z.int().min(0) }),
  流程: programmeRequest.shape.route,
  资金: z.strictObject({
    池: fundingJson.shape.pool,
    分担: fundingJson.shape.shares,
    先行: fundingJson.shape.advance,
    用完: fundingJson.shape.exhaustion,
  }),
});

const voucherPool = z.strictObject({
  编号: z.string(),
  名: voucherPoolRequest.shape.name,
  英文: voucherPoolRequest.shape.nameEn,
  措施: voucherPoolRequest.shape.measure,
  池: voucherPoolRequest.shape.pool,
  付款: voucherPoolRequest.shape.payer,
  分担: voucherPoolRequest.shape.shares,
  /** A sum as people write it: `20万元`. */
  额度: z.string(),
  抵: voucherPoolRequest.shape.rate,
  /** Days after the start. */
  有效: z.int().min(1),
  服务机构: voucherPoolRequest.shape.providers,
});

const roundsFile = z.strictObject({
  资金池: z.array(
    z.strictObject({
      名: z.string(),
      英文: z.string(),
      主管: z.string(),
      预算: z.record(z.string(), z.string()),
    }),
  ),
  项目: z.array(round),
  券池: z.array(voucherPool),
  /** By enterprise, then by source: facts as a facts file writes them. */
  事实: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))),
});

/** Synthetic pools, rounds and facts of a demonstration. */
export type DemoRounds = z.infer<typeof roundsFile>;
export type DemoRound = z.infer<typeof round>;
export type DemoVoucherPool = z.infer<typeof voucherPool>;

/** Reads `demo-rounds.yaml` of a content folder; `undefined` without that file. Rejects with the place when it has another shape. */
export async function readDemoRounds(folder: string): Promise<DemoRounds | undefined> {
  return readContentFile(join(folder, 'demo-rounds.yaml'), roundsFile);
}
