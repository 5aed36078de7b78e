import type { Amount, Arm, Manner } from '@luodi/language';

const manners: Readonly<Record<Manner, string>> = {
  exact: '',
  at_most: '最高 ',
  at_least: '不低于 ',
};

function armWords({ when, amount }: Arm): string {
  return when === undefined ? amountWords(amount) : `${when.text}：${amountWords(amount)}`;
}

/** A rule's amount on one line, in the words of the policy file. */
export function amountWords(amount: Amount): string {
  switch (amount.kind) {
    case 'pay':
      return `${manners[amount.manner]}${amount.value.text}`;
    case 'discretionary':
      return amount.ceiling === undefined ? '酌定' : `酌定 最高 ${amount.ceiling.text}`;
    case 'by_reference':
      return `另行规定：${amount.rule}`;
    case 'decision':
      return amount.decision;
    case 'first_of':
      return amount.arms.map(armWords).join('；否则 ');
    case 'sum':
      return amount.parts.map(armWords).join('；加 ');
    case 'graded':
      return `按${amount.by.text}：${amount.rows.map(({ choice, amount: row }) => `${choice} ${amountWords(row)}`).join('，')}`;
    case 'bands':
      return `${amount.base.text} 分段：${amount.bands
        .map(
          ({ from, to, manner, rate }) =>
            `${from.text}${to === undefined ? '以上' : `至${to.text}`} ${manners[manner]}${rate.text}`,
        )
        .join('，')}`;
    case 'highest':
      return `${amount.chosenBy === 'rule' ? '就高' : '择一'}：${amount.options.map(amountWords).join('；')}`;
    case 'capped':
      return `${amountWords(amount.amount)}，封顶 ${amount.cap.text}`;
    case 'difference':
      return `${amountWords(amount.amount)}，减去 ${amount.received.text}`;
    case 'cumulative_cap':
      return `${amountWords(amount.amount)}，累计封顶 ${amount.cap.text}`;
    case 'bounded_by':
      return `${amountWords(amount.amount)}，总额不超过 ${amount.base.text}`;
  }
}
