import type { VoucherPoolJson } from '@luodi/server/contract';
import { ClauseLink } from '../../components/clause-link.tsx';
import { money } from '../../components/money.ts';
import { StatusTag } from '../../components/status-tag.tsx';
import { useVoucherTexts } from '../../i18n/use-voucher-texts.ts';
import { nameIn } from '../../session/office-name.ts';
import { usePageState } from '../../state/page-state.ts';
import caseStyles from '../cases/cases.module.css';
import styles from '../recoveries/recoveries.module.css';
import { sayPart } from './percent.ts';

/** The name of a pool and what its vouchers are worth, with the words of the rule. */
export function PoolTerms({ pool }: { readonly pool: VoucherPoolJson }) {
  const texts = useVoucherTexts();
  const { language } = usePageState();
  return (
    <>
      <div className={styles.head}>
        <h3>{nameIn(pool, language)}</h3>
        <StatusTag tone={pool.open ? 'good' : 'plain'}>
          {pool.open ? texts.poolStates.open : texts.poolStates.closed}
        </StatusTag>
      </div>
      <dl className={caseStyles.pairs} style={{ marginTop: 8 }}>
        <div>
          <dt className="quiet">{texts.limit}</dt>
          <dd className="figure">{money(BigInt(pool.limitFen), language)}</dd>
        </div>
        <div>
          <dt className="quiet">{texts.rate}</dt>
          <dd className="figure">{texts.rateOf(sayPart(pool.rate))}</dd>
        </div>
        <div>
          <dt className="quiet">{texts.expires}</dt>
          <dd className="figure">{pool.expiresOn}</dd>
        </div>
        <div>
          <dt className="quiet">{texts.payer}</dt>
          <dd>{language === 'zh' ? pool.payerName : pool.payerNameEn}</dd>
        </div>
        <div>
          <dt className="quiet">{texts.providers}</dt>
          <dd>
            {pool.providers
              .map((provider) => nameIn(provider, language))
              .join(texts.form.separator)}
          </dd>
        </div>
        <div>
          <dt className="quiet">{texts.rule}</dt>
          <dd>{pool.place === null ? pool.clause : <ClauseLink place={pool.place} />}</dd>
        </div>
      </dl>
      {pool.quote !== '' && (
        <blockquote className="law" lang="zh-CN" style={{ marginTop: 8 }}>
          {pool.quote}
        </blockquote>
      )}
    </>
  );
}
