import type { CaseDetail } from '@luodi/server/contract';
import { Link } from 'react-router';
import { dayOfInstant } from '../../components/instant.ts';
import { money } from '../../components/money.ts';
import { StatusTag } from '../../components/status-tag.tsx';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { useCorrectionTexts } from '../../i18n/use-correction-texts.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import styles from './cases.module.css';

type Correction = CaseDetail['corrections'][number];

/** Where a correction is followed up: the case that pays more, the recoveries, or the case that it corrects. */
function Follow({ correction, here }: { readonly correction: Correction; readonly here: string }) {
  const { corrections: texts } = useCaseTexts();
  const kept = useKeptSearch();
  const { supplementCase, case: corrected, recoveries } = correction;
  const to = (id: string) => `/cases/${encodeURIComponent(id)}${kept}`;
  if (corrected !== here) return <Link to={to(corrected)}>{texts.toCorrected}</Link>;
  if (supplementCase !== null) return <Link to={to(supplementCase)}>{texts.toSupplement}</Link>;
  return recoveries.length === 0 ? null : <a href="#case-recoveries">{texts.toRecovery}</a>;
}

function Item({ correction, here }: { readonly correction: Correction; readonly here: string }) {
  const { corrections: texts } = useCaseTexts();
  const { kinds } = useCorrectionTexts();
  const { language } = usePageState();
  const { kind, fen, grantedFen, reason, clause, at } = correction;
  const sum = money(BigInt(fen), language);
  return (
    <li data-correction={kind}>
      <p style={{ margin: 0 }}>
        <StatusTag>{kinds[kind]}</StatusTag>{' '}
        {kind === 'upheld' ? (
          <strong>{texts.upheld}</strong>
        ) : (
          <>
            <strong className="figure">{sum}</strong>{' '}
            {texts.after(money(BigInt(grantedFen), language))}
          </>
        )}{' '}
        <span className="quiet figure">{dayOfInstant(at)}</span>
      </p>
      <p className="quiet" style={{ margin: '2px 0 8px' }}>
        <span lang="zh-CN">
          {reason}（{clause}）
        </span>{' '}
        <Follow correction={correction} here={here} />
      </p>
    </li>
  );
}

/** What followed from decisions of the case that came out otherwise: how much, why, when, and where it goes on. */
export function CaseCorrections({ detail }: { readonly detail: CaseDetail }) {
  const { corrections: texts } = useCaseTexts();
  if (detail.corrections.length === 0) return null;
  return (
    <section className={styles.panel} aria-labelledby="case-corrections">
      <h2 id="case-corrections">{texts.title}</h2>
      <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
        {detail.corrections.map((correction) => (
          <Item key={correction.id} correction={correction} here={detail.id} />
        ))}
      </ul>
    </section>
  );
}
