import { Temporal } from '@luodi/kernel';
import {
  advanceResponse,
  attachmentResponse,
  caseDetail,
  caseOutcome,
  startResponse,
  workResponse,
} from '@luodi/server/contract';
import { Person } from './person.ts';

const commitment = '本企业对申报材料的真实性、完整性负责。';
const audit = '年度研发费用专项审计报告';

/** Everybody who reviews the demonstration's R&D subsidy in a district, in their order; the third sets the sum. */
function reviewers(district: string): readonly string[] {
  return [`${district}科技局`, `${district}财政局`, '市科技局', '市财政局'].map(
    (body) => `演示·${body}经办员`,
  );
}

/**
 * A case of the demonstration's R&D subsidy that was applied for, reviewed, made public and claimed: its payment waits.
 *
 * @param fen The sum (分) that the city's department sets within what the rule allows.
 */
export async function claimedCase(
  enterprise: string,
  district: string,
  fen: bigint,
  account: { readonly name: string; readonly bank: string; readonly number: string },
): Promise<string> {
  const owner = await Person.signIn(`${enterprise}办事员`);
  const { case: id } = await owner.post(
    '/api/cases',
    { programme: 'demo-rd-subsidy' },
    startResponse,
  );
  const path = `/api/cases/${encodeURIComponent(id)}`;
  const form = new FormData();
  form.set('file', new File(['%PDF-1.4\n'], '审计报告.pdf', { type: 'application/pdf' }));
  const paper = await owner.post(`${path}/attachments`, form, attachmentResponse);
  const papers = [
    { paper: audit, attachment: paper.attachment },
    { paper: '年度财务报表', attachment: null },
  ];
  await owner.post(`${path}/submit`, { papers, signed: commitment }, caseOutcome);
  for (const name of reviewers(district)) {
    const officer = await Person.signIn(name);
    const { tasks } = await officer.get('/api/work', workResponse);
    const own = tasks.find((each) => each.case.id === id);
    if (own === undefined) throw new Error(`${name} has nothing to do with ${id}`);
    const sum = name.includes('市科技局') ? { amountFen: fen.toString() } : {};
    const decision = { kind: 'approve', ...sum };
    await officer.post(`${path}/tasks`, { task: own.task.id, decision }, caseOutcome);
  }
  const { dueOn } = await owner.get(path, caseDetail);
  const day = Temporal.PlainDate.from(dueOn ?? '')
    .add({ days: 1 })
    .toString();
  await owner.post('/api/demo/days', { day }, advanceResponse);
  await owner.post(`${path}/claim`, { account, signed: commitment }, caseOutcome);
  return id;
}
