import { attachmentResponse, caseOutcome, startResponse } from '@luodi/server/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Person } from './person.ts';
import { browserOfTests } from './site.ts';
import { enter, expectFit, settled } from './visit.ts';

const { open } = browserOfTests();

const name = '演示企业乙（杭州）有限公司';
let owner: Person;
let id: string;

beforeAll(async () => {
  owner = await Person.signIn(`${name}办事员`);
  const begun = await owner.post('/api/cases', { programme: 'demo-rd-subsidy' }, startResponse);
  id = begun.case;
  const form = new FormData();
  form.set('file', new File(['%PDF-1.4\n'], '审计报告.pdf', { type: 'application/pdf' }));
  const path = `/api/cases/${encodeURIComponent(id)}`;
  const { attachment } = await owner.post(`${path}/attachments`, form, attachmentResponse);
  const papers = [
    { paper: '年度研发费用专项审计报告', attachment },
    { paper: '年度财务报表', attachment: null },
  ];
  const answers = { annual_rd_expenditure: { 2024: '1500万元', 2025: '2000万元' } };
  const signed = '本企业对申报材料的真实性、完整性负责。';
  await owner.post(`${path}/submit`, { answers, papers, signed }, caseOutcome);
});
afterAll(async () => {
  const path = `/api/cases/${encodeURIComponent(id)}/withdraw`;
  await owner.post(path, { because: '演示结束' }, caseOutcome);
});

test('办件页上有受理通知书，看得到正文，打印只留文书，Word 能下载', async () => {
  const page = await open({ path: '/sign-in' });
  await enter(page, `${name} ${name}办事员`, `/cases/${id}`);
  await page.getByRole('link', { name: '受理通知书', exact: true }).click();
  await page.waitForURL(/\/letters\/acceptance/u);
  await settled(page);
  const sheet = page.getByRole('article');
  expect(await sheet.innerText()).toContain('年度研发费用专项审计报告');
  await expectFit(page);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false);
  expect(await sheet.isVisible()).toBe(true);
  await page.emulateMedia({ media: 'screen' });
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载 Word' }).click();
  expect((await waiting).suggestedFilename()).toBe(`受理通知书-${id}.docx`);
});

test('还没有的文书说明没有，英文页面说明是什么文书', async () => {
  const page = await open({ path: '/sign-in' });
  await enter(page, `${name} ${name}办事员`, `/cases/${id}/letters/grant`);
  await page.getByText('办件现在没有这份文书。').waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('link', { name: 'Back to the case' }).click();
  await page
    .getByRole('link', { name: 'Acknowledgement of the application', exact: true })
    .waitFor();
  // Away from the link that comes to stand where the last one was.
  await page.mouse.move(0, 0);
  await expectFit(page);
});
