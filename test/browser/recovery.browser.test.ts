import {
  batchResponse,
  linesResponse,
  payerResponse,
  receiptsResponse,
  sentResponse,
} from '@luodi/server/contract';
import { beforeAll, expect, test } from 'vitest';
import { claimedCase } from './claimed-case.ts';
import { Person } from './person.ts';
import { browserOfTests } from './site.ts';
import { enter, expectFit, settled } from './visit.ts';

const { open } = browserOfTests();

const name = '演示企业丙（杭州）有限公司';
const enterprise = `${name} ${name}办事员`;
const finance = '余杭区财政局 演示·余杭区财政局财务员';
const auditor = '市审计局 演示·市审计局审计员';
const holder = '演示企业甲（杭州）有限公司 演示企业甲（杭州）有限公司办事员';
const provider = '演示服务机构（杭州）有限公司 演示服务机构（杭州）有限公司办事员';
const manager = '西湖区财政局 演示·西湖区财政局财务员';
const account = { name, bank: '演示银行杭州分行', number: '6222020000000000053' };

let casePath: string;

/** What 余杭区 has ordered goes to the bank, and the bank says that it arrived. */
async function pay(): Promise<void> {
  const clerk = await Person.signIn('演示·余杭区财政局财务员');
  const payer = 'district:余杭区';
  const query = `payer=${encodeURIComponent(payer)}`;
  const { ready } = await clerk.get(`/api/money/payer?${query}`, payerResponse);
  const batch = { batch: 'RECOVERY-1', payer, account, limit: 10, shown: ready };
  await clerk.post('/api/money/batches', batch, batchResponse);
  await clerk.post('/api/money/batches/RECOVERY-1/sent', { payer }, sentResponse);
  const lines = await clerk.get(`/api/money/payments?${query}&batch=RECOVERY-1`, linesResponse);
  const rows = lines.lines.map(
    ({ endToEndId, fen }, at) => `RR${at},${endToEndId},${BigInt(fen) / 100n}.00,成功,2026-11-20`,
  );
  const form = new FormData();
  form.set('file', new File([['流水号,业务号,金额,结果,日期', ...rows].join('\n')], '回单.csv'));
  form.set('payer', payer);
  await clerk.post('/api/money/receipts', form, receiptsResponse);
}

beforeAll(async () => {
  casePath = `/cases/${await claimedCase(name, '余杭区', 200_000_000n, account)}`;
  await pay();
});

test('从办结的办件发起追回，连本带息退清，试算平衡', async () => {
  const page = await open({ path: '/sign-in' });
  await enter(page, finance, casePath);
  await page.getByRole('link', { name: '发起追回' }).click();
  await settled(page);
  await page.getByText('还能追回 200万元', { exact: false }).first().waitFor();
  await page.getByLabel('理由').fill('申报的研发投入不实');
  await page.getByLabel('依据（文件和条款）').fill('演示办法第十条');
  await page.getByLabel('退回期限（可以不填）').fill('2027-01-31');
  await page.getByRole('checkbox', { name: '办法写明要计息' }).check();
  await page.getByLabel('年利率（%）').fill('3.65');
  await page.getByLabel('计息从').fill('2026-01-01');
  await page.getByLabel('计到（不含这一天）').fill('2026-01-31');
  await page.getByLabel('年利率（%）').focus();
  // 200万元 × 3.65% × 30/365 = 6000元
  await page.getByText('加利息 6,000元（单利，四舍五入到分）', { exact: false }).waitFor();
  await expectFit(page);
  await page.getByRole('button', { name: '追回 200.6万元' }).click();
  await page.getByText('已发起追回 200.6万元', { exact: false }).waitFor();
  await page.getByRole('link', { name: '看追回情况' }).click();

  await page.getByRole('button', { name: `登记退回: ${name}` }).click();
  await page.getByLabel('收到的金额').fill('6000');
  await page.getByLabel('转账凭证号').fill('转账 1 号');
  await page.getByText('登记后未退 200万元', { exact: false }).waitFor();
  await expectFit(page);
  await page.getByRole('button', { name: '登记 6,000元' }).click();
  const recovery = page.locator('[data-recovery]');
  await recovery.getByText('退回一部分').waitFor();

  await enter(page, enterprise, '/recoveries');
  await recovery.getByText('申报的研发投入不实', { exact: false }).waitFor();
  expect(await recovery.getByRole('button').count()).toBe(0);
  await expectFit(page);

  await enter(page, finance, casePath);
  await page.getByRole('button', { name: `登记退回: ${name}` }).click();
  await page.getByLabel('转账凭证号').fill('转账 2 号');
  await page.getByRole('checkbox', { name: '办法允许这笔钱再安排', exact: false }).check();
  await page.getByRole('button', { name: '登记 200万元' }).click();
  await recovery.getByText('已退清').waitFor();
  await expectFit(page);

  await enter(page, auditor, '/money/reports');
  await page.locator('[data-balance="whole"]').getByText('0 分', { exact: false }).waitFor();
});

test('列入失信名录，谁都看得到名称和理由，移出后不再显示', async () => {
  const page = await open({ path: '/sign-in' });
  await enter(page, finance, '/dishonesty');
  await page.getByRole('button', { name: '列入名录' }).click();
  await page.getByRole('combobox', { name: '企业' }).fill('演示企业丙');
  await page.getByTitle(name).click();
  await page.getByLabel('理由', { exact: true }).fill('提供虚假材料');
  await page.getByLabel('依据（文件和条款）').fill('演示办法第十条');
  await page.getByText('马上向社会公开', { exact: false }).waitFor();
  await expectFit(page);
  await page.getByRole('button', { name: '列入并公开' }).click();
  await page.locator('[data-listing]').getByText('在名录里').waitFor();

  const anybody = await open({ path: '/dishonesty' });
  const shown = anybody.locator(`[data-public="${name}"]`);
  await shown.getByText('提供虚假材料', { exact: false }).waitFor();
  expect(await shown.innerText()).not.toContain('91330110');
  await expectFit(anybody);

  await page.getByRole('button', { name: `移出: ${name}` }).click();
  await page.getByLabel('理由', { exact: true }).fill('信用修复');
  await expectFit(page);
  await page.getByRole('button', { name: '移出名录' }).click();
  await page.locator('[data-listing]').getByText('已移出').waitFor();
  await anybody.reload();
  await anybody.getByText('现在名录里没有企业。').waitFor();
});

test('企业申领券，服务机构核销，财政结算', async () => {
  const page = await open({ path: '/sign-in' });
  await enter(page, holder, '/vouchers');
  const pool = page.locator('[data-pool="demo-innovation-vouchers"]');
  await pool.getByLabel('申领金额').fill('200001');
  await pool.getByText('多于可以写的金额').waitFor();
  await pool.getByLabel('申领金额').fill('120000');
  await pool.getByText('抵每张发票的最多 50%', { exact: false }).waitFor();
  await expectFit(page);
  await pool.getByRole('button', { name: /^申领 12万元/ }).click();
  await pool.getByText('已领到券，券号', { exact: false }).waitFor();
  const voucher = page.locator('[data-voucher]').first();
  const number = (await voucher.getAttribute('data-voucher')) ?? '';

  await enter(page, provider, '/vouchers');
  await page.getByLabel('券号').fill(number.toLowerCase());
  await page.getByRole('button', { name: '查券' }).click();
  await page.getByText('持券：演示企业甲', { exact: false }).waitFor();
  await page.getByLabel('发票号码').fill('25330000000000000009');
  await page.getByLabel('发票金额').fill('100000');
  await page.getByLabel('核销金额').fill('50000.01');
  await page.getByText('多于可以写的金额').waitFor();
  await page.getByLabel('核销金额').fill('50000');
  await page.getByText('核销 5万元，券上余 7万元', { exact: false }).waitFor();
  await expectFit(page);
  await page.getByRole('button', { name: '核销 5万元' }).click();
  const taken = page.locator('[data-redemption="25330000000000000009"]');
  await taken.getByText('待结算').waitFor();

  await enter(page, manager, '/vouchers');
  await pool.getByRole('button', { name: '与演示服务机构（杭州）有限公司结算' }).click();
  await pool.getByLabel('开户银行').fill('演示银行杭州分行');
  await pool.getByLabel('账号').fill('6222000033334444');
  await expectFit(page);
  await pool.getByRole('button', { name: '结算 5万元' }).click();
  await pool.getByText('待结算 0元', { exact: false }).waitFor();

  await enter(page, provider, '/vouchers');
  await taken.getByText('已结算，待付款').waitFor();
  await enter(page, holder, '/vouchers');
  await voucher.getByText('25330000000000000009', { exact: false }).waitFor();
  await expectFit(page);
});

test('券池的额度不能高于措施写的；在措施以内就建得成', async () => {
  const page = await open({ path: '/sign-in' });
  await enter(page, manager, '/vouchers/new');
  await page.getByRole('combobox', { name: '依据的措施' }).fill('科技创新券额度');
  await page.keyboard.press('Enter');
  await page.getByText('每家企业最多 50万元', { exact: false }).waitFor();
  await page.getByLabel('每家企业每年额度').fill('500001');
  await page.getByText('多于可以写的金额').waitFor();
  await expectFit(page);
  await page.getByLabel('每家企业每年额度').fill('300000');
  await page.getByLabel('名称', { exact: true }).fill('演示·第二期创新券');
  await page.getByLabel('英文名称').fill('Demo: second innovation vouchers');
  await page.getByLabel('抵发票的比例（%）').fill('50');
  await page.getByRole('combobox', { name: '服务机构' }).click();
  await page.getByTitle('演示服务机构（杭州）有限公司').click();
  await page.keyboard.press('Escape');
  await page.getByText('每家每年最多 30万元', { exact: false }).waitFor();
  await page.getByRole('button', { name: '建立券池' }).click();
  await page.waitForURL((url) => url.pathname === '/vouchers');
  await page.getByRole('heading', { name: '演示·第二期创新券' }).waitFor();
});
