import type { DecisionRecord } from '@luodi/delivery';
import { Temporal, dayOf } from '@luodi/kernel';
import type { LetterPart } from '../contract/index.ts';
import type { Unnumbered, Writing } from './letter-writing.ts';
import { basisParts, dayReached, factParts, letter, remedies } from './letter-writing.ts';
import { dayWords, heading, paragraph, sumWords } from './letter-words.ts';

/** What is paid: less than was decided where the budget is shared out in proportion. */
function sumParts({ view }: Writing, decided: bigint, lead: string): LetterPart {
  const fen = view.each.approvedFen ?? decided;
  const scaled =
    fen === decided ? '' : `审定金额为${sumWords(decided)}，按本批资金总额同比例分配后如上。`;
  return paragraph(`${lead}${sumWords(fen)}。${scaled}`);
}

/** How anybody can reach the decision again. */
function proofParts({ lawDate, knownAt, contentVersion, hash }: DecisionRecord): LetterPart[] {
  const law = dayWords(Temporal.PlainDate.from(lawDate));
  const known = dayWords(dayOf(new Date(knownAt)));
  return [
    paragraph(
      `本决定适用${law}有效的规则，以截至${known}掌握的事实作出。规则版本：${contentVersion}。决定摘要（SHA-256）：${hash}。`,
    ),
    paragraph('凭办件页面下载的决定文件，任何人都可以在“决定核对”页面重新得出同一结论。'),
  ];
}

/** 免申即享告知书: an enterprise learns what it is to get without having asked. */
export function automaticNotice(writing: Writing): Unnumbered | undefined {
  const { each, programme, decision } = writing.view;
  const [first] = programme.route;
  if (first?.kind !== 'notice' || decision === undefined || each.state === 'draft')
    return undefined;
  if (decision.refusal !== undefined) return undefined;
  const days = `${first.workingDays} 个工作日`;
  return letter(writing, {
    title: '免申即享告知书',
    about: decision.id,
    day: dayOf(new Date(decision.knownAt)),
    parts: [
      paragraph(
        `经比对各部门掌握的信息，你单位符合“${programme.title}”的条件，不需要提出申请（办件编号 ${each.id}）。现将有关事项告知如下：`,
      ),
      heading('拟兑现的资金'),
      sumParts(writing, BigInt(decision.amountFen), ''),
      heading('依据'),
      ...basisParts(writing),
      ...factParts('认定的事实', writing),
      heading('请你单位核对'),
      paragraph(
        `请自告知之日起 ${days}内核对。没有异议的，可以在本办件页面当即确认；期满没有提出异议的，继续办理。对事实或者金额有异议的，请在期内于本办件页面提出并说明理由，办理随即停止，待答复后再继续。`,
      ),
      ...proofParts(decision),
    ],
  });
}

/** 不予兑现决定书: which condition failed, and the words that set it. */
export function refusal(writing: Writing): Unnumbered | undefined {
  const { each, programme, decision } = writing.view;
  const { closingReason, closedAt } = each;
  if (each.state !== 'rejected' || closingReason === undefined || closedAt === null)
    return undefined;
  const failed = closingReason.failed ?? [];
  return letter(writing, {
    title: '不予兑现决定书',
    about: decision?.id ?? '',
    day: dayOf(closedAt),
    parts: [
      paragraph(`你单位“${programme.title}”的办件（编号 ${each.id}）经审查，现决定如下：`),
      heading('决定'),
      paragraph('不予兑现。'),
      heading('理由'),
      ...failed.map((condition) => paragraph(`不符合的条件：${condition}`)),
      paragraph(`具体情况：${closingReason.because}`),
      heading('依据'),
      ...basisParts(writing),
      ...(decision === undefined
        ? []
        : [...factParts('认定的事实', writing), heading('核对'), ...proofParts(decision)]),
      heading('异议'),
      remedies,
    ],
  });
}

/** Where a case stands when nothing speaks against the decision any more: `undefined` before. */
function finalStep({ view }: Writing): number | undefined {
  const { each, programme } = view;
  if (each.state !== 'open' && each.state !== 'completed') return undefined;
  const last = programme.route.findLastIndex(({ kind }) => kind !== 'claim' && kind !== 'payment');
  return each.step > last ? last + 1 : undefined;
}

function claimParts({ view }: Writing): readonly LetterPart[] {
  const { each, programme } = view;
  const { dueOn } = each;
  if (programme.route[each.step]?.kind !== 'claim' || each.state !== 'open') return [];
  const until = dueOn === undefined ? '' : `于${dayWords(dueOn)}前`;
  return [paragraph(`请${until}在本办件页面申领；逾期没有申领的，视为放弃。`)];
}

/** 兑现决定书: how much, by which words, on which facts; once nobody can object any more. */
export function grant(writing: Writing): Unnumbered | undefined {
  const { each, programme, decision } = writing.view;
  const step = finalStep(writing);
  if (decision === undefined || step === undefined) return undefined;
  const by =
    decision.amountBy === 'rule'
      ? '金额由规则直接算出。'
      : '金额由审核机关在规则允许的范围内核定。';
  return letter(writing, {
    title: '兑现决定书',
    about: decision.id,
    day: dayReached(writing, step),
    parts: [
      paragraph(`你单位“${programme.title}”的办件（编号 ${each.id}）经审核，现决定如下：`),
      heading('决定'),
      sumParts(writing, BigInt(decision.amountFen), '兑现资金'),
      paragraph(by),
      ...claimParts(writing),
      heading('依据'),
      ...basisParts(writing),
      ...factParts('认定的事实', writing),
      heading('核对'),
      ...proofParts(decision),
      heading('异议'),
      remedies,
    ],
  });
}
