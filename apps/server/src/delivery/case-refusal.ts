import type { CaseFault, CorrectionFault, ProgrammeFault, ProgrammeRefusal } from '@luodi/delivery';
import { formatMoneyEn, formatMoneyZh, rational } from '@luodi/kernel';
import type { Vocabulary } from '@luodi/language';
import type { ErrorDetail } from '../contract/index.ts';
import { detail, refusal } from '../errors/refusal.ts';
import type { Refusal } from '../errors/refusal.ts';
import { sumDetail } from './sum-detail.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What a round departs in, for a person. */
export function programmeFaultWords(fault: ProgrammeFault): Words {
  switch (fault.code) {
    case 'not_a_grant':
      return { zh: '这项措施不是给钱的措施', en: 'the measure does not give money' };
    case 'window_reversed':
      return { zh: '申报开始晚于截止', en: 'the window ends before it begins' };
    case 'outside_validity': {
      const until = fault.until ?? '长期';
      return {
        zh: `超出措施的有效期：${fault.from} 至 ${until}`,
        en: `outside the validity of the measure: ${fault.from} to ${fault.until ?? 'open'}`,
      };
    }
    case 'outside_window':
      return {
        zh: `规则自己定了申报时间：${fault.opens} 至 ${fault.closes}`,
        en: `the rule fixes its own window: ${fault.opens} to ${fault.closes}`,
      };
    case 'route_unsound':
      return routeWords[fault.because];
    case 'papers_missing':
      return {
        zh: `规则要求的材料没有列入：${fault.papers.join('、')}`,
        en: `papers that the rule asks for are not listed: ${fault.papers.join(', ')}`,
      };
    case 'shares_not_whole':
      return { zh: '各方承担的比例加起来不是全部', en: 'the shares do not add up to the whole' };
    case 'notice_of_scaled_sum':
      return {
        zh: '免申即享告知的是确定的金额，不能按比例压缩；资金不够时请选先到先得或者排队',
        en: 'a round without application announces sums for certain, so they cannot be reduced pro rata; choose first come or a queue',
      };
    case 'shares_depart': {
      const rule = fault.rule.map(
        ({ level, part }) => [level, `${(part.numerator * 100n) / part.denominator}%`] as const,
      );
      return {
        zh: `规则定了谁承担多少：${rule.map(([level, percent]) => `${level} ${percent}`).join('，')}`,
        en: `the rule says who bears what: ${rule.map(([level, percent]) => `${levelsEn[level]} ${percent}`).join(', ')}`,
      };
    }
  }
}

const levelsEn = { 市: 'the city', 区县: 'the district', 省: 'the province' } as const;

const routeWords: Readonly<
  Record<Extract<ProgrammeFault, { code: 'route_unsound' }>['because'], Words>
> = {
  begins_wrongly: {
    zh: '流程的第一步应是申报（免申即享的是告知）',
    en: 'the first step has to be the application (or, for automatic rounds, the notice)',
  },
  ends_without_payment: { zh: '流程的最后一步应是支付', en: 'the last step has to be the payment' },
  application_twice: { zh: '申报只能有一步', en: 'there can be one application only' },
  payment_twice: { zh: '支付只能有一步', en: 'there can be one payment only' },
  nobody_decides: { zh: '流程里没有人审核', en: 'nobody reviews the cases' },
};

function named(key: string, words: Words): ErrorDetail {
  return detail(key, '', words);
}

function sameWords(key: string, text: string): ErrorDetail {
  return named(key, { zh: text, en: text });
}

function range(lowerFen: bigint, upperFen: bigint | null): ErrorDetail {
  const most = upperFen ?? undefined;
  return named('amountFen', {
    zh: `${formatMoneyZh(rational(lowerFen))} 至 ${most === undefined ? '不限' : formatMoneyZh(rational(most))}`,
    en: `${formatMoneyEn(rational(lowerFen))} to ${most === undefined ? 'any' : formatMoneyEn(rational(most))}`,
  });
}

function factWords(id: string, vocabulary: Vocabulary | undefined): ErrorDetail {
  const fact = vocabulary?.factsById.get(id);
  return named(id, { zh: fact?.name ?? id, en: fact?.nameEn ?? id });
}

function detailsOf(
  fault: CaseFault | CorrectionFault | ProgrammeRefusal,
  vocabulary: Vocabulary | undefined,
): readonly ErrorDetail[] {
  // Most codes say all by themselves.
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check
  switch (fault.code) {
    case 'programme_unsound':
      return fault.faults.map((each) => named(each.code, programmeFaultWords(each)));
    case 'not_entitled':
      return fault.failed.map((text) => sameWords('', text));
    case 'still_undetermined':
      return fault.missing.map((id) => factWords(id, vocabulary));
    case 'facts_unreadable':
      return fault.faults.map(({ key, message, hint }) =>
        detail(key, 'invalid_facts', message, hint),
      );
    case 'papers_missing':
      return fault.papers.map((paper) => sameWords(paper, paper));
    case 'paper_unknown':
      return [sameWords(fault.paper, fault.paper)];
    case 'amount_needed':
    case 'amount_not_allowed':
      return [range(fault.lowerFen, fault.upperFen)];
    case 'window_closed':
      return [sameWords('window', `${fault.from} – ${fault.until}`)];
    case 'not_signed':
      return [sameWords('signed', fault.commitment)];
    case 'listed_dishonest':
      return [sameWords('since', `${fault.since} – ${fault.until ?? ''}`)];
    case 'case_exists':
      return [sameWords('case', fault.case)];
    case 'case_state':
      return [sameWords('state', `${fault.state} · ${fault.step}`)];
    case 'budget_exhausted':
      return [
        named(fault.holder, {
          zh: `可用 ${formatMoneyZh(rational(fault.available))}`,
          en: `${formatMoneyEn(rational(fault.available))} available`,
        }),
      ];
    case 'account_missing':
    case 'balance_too_small':
      return [sameWords(fault.holder, `${fault.pool} ${fault.year}`)];
    case 'more_than_paid':
      return [sumDetail('recoverable', fault.recoverable)];
    case 'corrected_already':
      return [sameWords('correction', fault.correction)];
    case 'task_needs':
      return [sameWords(fault.what, fault.what)];
    default:
      return [];
  }
}

/** A fault of a command as an answer to a person, with the places in the details. */
export function deliveryRefusal(
  fault: CaseFault | CorrectionFault | ProgrammeRefusal,
  vocabulary?: Vocabulary,
): Refusal {
  return refusal(fault.code, ...detailsOf(fault, vocabulary));
}
