import { CheckCircleOutlined, QuestionCircleOutlined, RiseOutlined } from '@ant-design/icons';
import type { CaseStanding } from '@luodi/server/contract';
import type { ReactNode } from 'react';
import { exactMoney, money } from '../../components/money.ts';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import styles from './case-sum.module.css';

interface Sum {
  readonly kind: 'certain' | 'upTo' | 'undecided' | 'no';
  readonly label: string;
  readonly figure: string;
  readonly exact: string;
}

/** A sum of the rule, or what was approved: certain, up to, and undecided are told apart by word, sign and line. */
function useSum(standing: CaseStanding | null, approvedFen: string | null): Sum | undefined {
  const { standing: texts } = useCaseTexts();
  const { language } = usePageState();
  const say = (fen: string) => money(BigInt(fen), language);
  const exact = (fen: string) => exactMoney(BigInt(fen), language);
  if (approvedFen !== null)
    return {
      kind: 'certain',
      label: texts.approved,
      figure: say(approvedFen),
      exact: exact(approvedFen),
    };
  if (standing === null) return undefined;
  const { lowerFen, upperFen, kind } = standing.amount;
  const most = upperFen === null ? texts.without : texts.upToSum(say(upperFen));
  const exactMost = upperFen === null ? '' : exact(upperFen);
  switch (standing.status) {
    case 'entitled':
      return kind === 'exact'
        ? { kind: 'certain', label: texts.certain, figure: say(lowerFen), exact: exact(lowerFen) }
        : { kind: 'upTo', label: texts.upTo, figure: most, exact: exactMost };
    case 'undetermined':
      return { kind: 'undecided', label: texts.undecided, figure: most, exact: exactMost };
    case 'not_entitled':
      return { kind: 'no', label: texts.no, figure: '—', exact: '' };
    case 'not_in_force':
      return { kind: 'no', label: texts.notInForce, figure: '—', exact: '' };
  }
}

const signs: Readonly<Record<Sum['kind'], ReactNode>> = {
  certain: <CheckCircleOutlined />,
  upTo: <RiseOutlined />,
  undecided: <QuestionCircleOutlined />,
  no: null,
};

/** What a case is worth, and what kind of sum that is. */
export function CaseSum({
  standing,
  approvedFen,
}: {
  readonly standing: CaseStanding | null;
  readonly approvedFen: string | null;
}) {
  const sum = useSum(standing, approvedFen);
  if (sum === undefined) return null;
  return (
    <p className={`${styles.sum} ${styles[sum.kind]}`} data-sum={sum.kind}>
      <span className={styles.label}>
        {signs[sum.kind]} {sum.label}
      </span>
      <strong className={`figure ${styles.figure}`} title={sum.exact}>
        {sum.figure}
      </strong>
    </p>
  );
}
