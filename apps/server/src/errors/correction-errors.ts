import type { correctionErrorCodes } from '../contract/correction-errors.ts';
import type { ErrorWords } from './error-words.ts';

/** What a person is told when a correction of a decision is refused. */
export const correctionErrors = {
  decision_unknown: {
    status: 404,
    zh: '这个项目里没有这份决定',
    en: 'the programme has no such decision',
    hintZh: '请重新查看，可能已被别的更正取代',
    hintEn: 'look again; another correction may have taken its place',
  },
  finding_changed: {
    status: 409,
    zh: '重算的结果和刚才显示的不一样了',
    en: 'what is found is no longer what was shown',
    hintZh: '事实或规则又变了，请重新查看后再办',
    hintEn: 'facts or rules changed again: look again before you go on',
  },
  corrected_already: {
    status: 409,
    zh: '这处更正已经办过',
    en: 'this correction was dealt with already',
    hintZh: '见“已办理的更正”，编号见 details',
    hintEn: 'see the corrections made; the details name it',
  },
  nothing_follows: {
    status: 409,
    zh: '金额不变，或事实还不足以决定，没有可办的',
    en: 'the sum stays, or the facts do not decide it: nothing follows',
    hintZh: '先补齐事实；要留下理由，请选“维持原决定”',
    hintEn: 'complete the facts first, or record that the decision stands',
  },
  payment_on_its_way: {
    status: 409,
    zh: '这笔钱正在支付',
    en: 'the money is on its way',
    hintZh: '等银行回单到了再追回，或请财务撤回还没送出的付款',
    hintEn: 'ask it back once it arrived, or have finance cancel what was not sent',
  },
} as const satisfies Record<(typeof correctionErrorCodes)[number], ErrorWords>;
