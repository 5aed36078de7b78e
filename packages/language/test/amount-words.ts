import { printExpression } from '@luodi/language';
import type { Amount, Arm, Band, Manner } from '@luodi/language';

const manners: Readonly<Record<Manner, string>> = {
  exact: '',
  at_most: '最高',
  at_least: '不低于',
};

function arm({ when, amount }: Arm, none: string): string {
  return when === undefined ? none + words(amount) : `${printExpression(when)}→${words(amount)}`;
}

function band({ from, to, manner, rate }: Band): string {
  const reach = to === undefined ? '以上' : `至${printExpression(to)}`;
  const how = manners[manner];
  return `${printExpression(from)}${reach}：${how === '' ? '' : `${how} `}${printExpression(rate)}`;
}

/** An amount in one line, outer before inner, for comparing with what a case expects. */
export function words(amount: Amount): string {
  const inside = (name: string, parts: readonly string[]) => `${name}〈${parts.join('；')}〉`;
  switch (amount.kind) {
    case 'pay': {
      const value = printExpression(amount.value);
      return amount.manner === 'exact' ? value : inside(manners[amount.manner], [value]);
    }
    case 'discretionary':
      return amount.ceiling === undefined
        ? '酌定'
        : inside('酌定', [printExpression(amount.ceiling)]);
    case 'by_reference':
      return inside('另行规定', [amount.rule, amount.ruleEn]);
    case 'decision':
      return inside('决定', [amount.decision, amount.decisionEn]);
    case 'first_of':
      return inside(
        '依次',
        amount.arms.map((each) => arm(each, '否则→')),
      );
    case 'sum':
      return inside(
        '累加',
        amount.parts.map((each) => arm(each, '')),
      );
    case 'graded':
      return inside('按', [
        printExpression(amount.by),
        ...amount.rows.map((row) => `${row.choice}→${words(row.amount)}`),
      ]);
    case 'bands':
      return inside('分段', [printExpression(amount.base), ...amount.bands.map(band)]);
    case 'highest':
      return inside(amount.chosenBy === 'rule' ? '就高' : '择一', amount.options.map(words));
    case 'capped':
      return inside('封顶', [words(amount.amount), printExpression(amount.cap)]);
    case 'difference':
      return inside('补差', [words(amount.amount), printExpression(amount.received)]);
    case 'cumulative_cap':
      return inside('累计封顶', [
        words(amount.amount),
        printExpression(amount.cap),
        printExpression(amount.received),
      ]);
    case 'bounded_by':
      return inside('总额不超过', [words(amount.amount), printExpression(amount.base)]);
  }
}
