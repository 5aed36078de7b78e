import { dayOf } from '@luodi/kernel';
import type { CaseTask } from '@luodi/delivery';
import type { Unnumbered, Writing } from './letter-writing.ts';
import { basisParts, letter } from './letter-writing.ts';
import { dayWords, heading, paragraph, stepWords, table } from './letter-words.ts';

/** 受理通知: an application was submitted and is being looked at. */
export function acceptance(writing: Writing): Unnumbered | undefined {
  const { each, programme } = writing.view;
  if (programme.manner !== 'application' || each.lawDate === undefined) return undefined;
  if (each.state === 'draft' || each.state === 'withdrawn') return undefined;
  const papers = each.papers.map(({ paper, attachment }) => [
    paper,
    attachment === null ? '承诺后补' : '已交',
  ]);
  const steps = programme.route.filter(({ kind }) => kind !== 'application').map(stepWords);
  return letter(writing, {
    title: '受理通知书',
    about: '',
    day: each.lawDate,
    parts: [
      paragraph(
        `你单位于${dayWords(each.lawDate)}提交的“${programme.title}”申请收悉，现予受理，办件编号为 ${each.id}。`,
      ),
      heading('收到的材料'),
      papers.length === 0
        ? paragraph('本事项不需要提交材料，所需信息由各部门共享取得。')
        : table(['材料', '情况'], papers),
      heading('后续步骤'),
      paragraph(`${steps.join('，')}。`),
      heading('依据'),
      ...basisParts(writing),
      paragraph('办理进度和各环节时限可以随时在本办件页面查看。'),
    ],
  });
}

/** The tasks of the last round that gave the case back. */
function returning({ view }: Writing): readonly CaseTask[] {
  const here = view.tasks.filter(
    ({ step, state }) => step === view.each.step && state === 'returned',
  );
  const round = Math.max(...here.map((task) => task.round));
  return here.filter((task) => task.round === round);
}

/** 补正通知: everything that is missing, said once. */
export function supplement(writing: Writing): Unnumbered | undefined {
  const { view } = writing;
  const tasks = view.each.state === 'returned' ? returning(writing) : [];
  const [{ step, round } = { step: 0, round: 0 }] = tasks;
  const done = tasks.flatMap(({ doneAt }) => (doneAt === null ? [] : [doneAt.getTime()]));
  if (done.length === 0) return undefined;
  const name = (id: string) => view.bodies.get(id)?.zh ?? id;
  const bodies = [...new Set(tasks.map(({ organisation }) => name(organisation)))];
  return letter(writing, {
    title: '补正通知书',
    about: `${step}/${round}`,
    day: dayOf(new Date(Math.max(...done))),
    signature: bodies,
    parts: [
      paragraph(
        `你单位“${view.programme.title}”的申请（办件编号 ${view.each.id}）经审核，以下内容需要一次性补正：`,
      ),
      table(
        ['序号', '需要补正的内容', '提出的部门'],
        tasks.map(({ organisation, reason }, index) => [
          String(index + 1),
          reason ?? '',
          name(organisation),
        ]),
      ),
      paragraph(
        '请补齐后在本办件页面重新提交。补正期间办理时限停止计算，自重新提交之日起继续计算。',
      ),
    ],
  });
}
