import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browserOfTests } from './site.ts';
import { enter, expectFit, settled } from './visit.ts';

const { open } = browserOfTests();

const administrator = '杭州市 演示·杭州市系统管理员';

async function asAdministrator(path: string): Promise<Page> {
  const page = await open({ path: '/sign-in' });
  await enter(page, administrator, path);
  return page;
}

async function choose(where: Locator, label: string, option: string): Promise<void> {
  await where.getByRole('combobox', { name: label }).click();
  await where.page().locator('.ant-select-item-option', { hasText: option }).last().click();
}

async function chooseOffice(where: Locator, body: string, role: string): Promise<void> {
  await where.getByRole('combobox', { name: '机构（名称或编号）' }).fill(body);
  await choose(where, '身份', role);
}

test('管理员建账户、加身份、停用再启用、重置密码，每次都看得见结果', async () => {
  const page = await asAdministrator('/admin');
  const form = page.getByRole('form', { name: '新建账户' });
  await form.getByLabel('登录名').fill('zhaomou');
  await form.getByLabel('姓名', { exact: true }).fill('赵某');
  await form.getByLabel('英文姓名').fill('Zhao');
  await chooseOffice(form, 'city:市科技局', '经办');
  await form.getByRole('button', { name: '新建，生成一次性密码' }).click();
  const first = await form.locator('[data-password]').innerText();
  expect(first).toMatch(/^([a-z2-9]{4}-){4}[a-z2-9]{4}$/);

  await page.getByLabel('按名称筛选').fill('zhaomou');
  await page.getByRole('button', { name: '管理账户 zhaomou' }).click();
  const panel = page.locator('[data-user="zhaomou"]');
  await chooseOffice(panel, 'city:市财政局', '财务');
  await panel.getByRole('button', { name: '加上这个身份' }).click();
  await panel.getByRole('button', { name: '去掉身份：市财政局 · 财务' }).waitFor();
  await expectFit(page);
  await panel.getByRole('button', { name: '去掉身份：市科技局 · 经办' }).click();
  await panel.getByText('市科技局').waitFor({ state: 'detached' });

  const row = page.locator('tr', { hasText: 'zhaomou' }).first();
  await panel.getByRole('button', { name: '停用账户' }).click();
  await row.getByText('已停用').last().waitFor();
  await panel.getByRole('button', { name: '启用账户' }).click();
  await row.getByText('正常').last().waitFor();
  await panel.getByRole('button', { name: '重置密码' }).click();
  const second = panel.locator('[data-password]');
  await second.waitFor();
  expect(await second.innerText()).not.toBe(first);
});

test('机构是一棵树，曾用名和撤并看得见，筛得出来', async () => {
  const page = await asAdministrator('/admin/organisations');
  await page.locator('[data-organisation="city:市科技局"]').waitFor();
  await expectFit(page);
  await page.getByRole('checkbox', { name: '只看已撤销或改名的' }).click();
  await page.getByLabel('按名称筛选').fill('下城');
  const former = page.locator('[data-organisation="district:下城区"]');
  expect(await former.innerText()).toContain('拱墅区');
});

test('设置只给看，不含密钥', async () => {
  const page = await asAdministrator('/admin/settings');
  await page.getByText('内存（关机即失）').waitFor();
  await expectFit(page);
});

test('别的身份进不了系统管理', async () => {
  const page = await open({ path: '/sign-in' });
  await enter(page, '市审计局 演示·市审计局审计员', '/journal');
  expect(await page.getByRole('link', { name: '系统管理' }).count()).toBe(0);
  await page.goto(new URL('/admin', page.url()).toString());
  await page.getByText('现在的身份不看这一页').waitFor();
});

test('自己填邮箱地址，关掉邮件通知，下次还在', async () => {
  const page = await asAdministrator('/account');
  await page.getByLabel('邮箱地址').fill('someone@example.cn');
  await page.getByRole('checkbox', { name: '用邮件通知我' }).uncheck();
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('已保存。').waitFor();
  await expectFit(page);
  await page.reload();
  await settled(page);
  expect(await page.getByLabel('邮箱地址').inputValue()).toBe('someone@example.cn');
  expect(await page.getByRole('checkbox', { name: '用邮件通知我' }).isChecked()).toBe(false);
});
