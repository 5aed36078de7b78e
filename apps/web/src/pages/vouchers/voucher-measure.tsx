import { voucherTermsResponse } from '@luodi/server/contract';
import type { VoucherTermsResponse } from '@luodi/server/contract';
import type { Content } from '@luodi/language';
import { useId } from 'react';
import { ClauseLink } from '../../components/clause-link.tsx';
import { MeasureSelect } from '../../components/measure-select.tsx';
import { money } from '../../components/money.ts';
import { useVoucherTexts } from '../../i18n/use-voucher-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { useHeld } from '../../session/use-held.ts';
import { usePageState } from '../../state/page-state.ts';
import { Consequence } from '../recoveries/consequence.tsx';
import styles from '../recoveries/recoveries.module.css';

const kinds = ['grant', 'limit'] as const;

/** What the rule says of vouchers on the day of asking; asked for once a measure is chosen. */
export function useVoucherTerms(measure: string) {
  return useHeld(
    measure === '' ? undefined : `/api/voucher-terms?measure=${encodeURIComponent(measure)}`,
    voucherTermsResponse,
  );
}

/** The measure that a pool rests on: one that gives something, or says how much there may be. */
export function VoucherMeasureSelect({
  content,
  chosen,
  onChoose,
}: {
  readonly content: Content;
  readonly chosen: string;
  readonly onChoose: (measure: string) => void;
}) {
  const { form } = useVoucherTexts();
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{form.measure}</label>
      <MeasureSelect
        id={id}
        content={content}
        kinds={kinds}
        chosen={chosen}
        placeholder={form.measureHint}
        onChoose={(measure) => onChoose(measure?.id ?? '')}
      />
    </div>
  );
}

function Terms({ terms }: { readonly terms: VoucherTermsResponse }) {
  const { form } = useVoucherTexts();
  const { language } = usePageState();
  const facts = terms.asks.map(({ label, labelEn }) => (language === 'zh' ? label : labelEn));
  return (
    <>
      <Consequence>
        {terms.upperFen === null
          ? form.noBound
          : form.bound(money(BigInt(terms.upperFen), language))}
        {' · '}
        {facts.length === 0 ? form.asksNothing : form.asks(facts.join(form.separator))}
      </Consequence>
      <blockquote className="law" lang="zh-CN" style={{ marginTop: 8 }}>
        {terms.quote}
      </blockquote>
      <p>
        <ClauseLink place={terms.place} />
      </p>
    </>
  );
}

/** The terms of the chosen measure in words, with its clause. */
export function VoucherTermsView({
  query,
}: {
  readonly query: ReturnType<typeof useVoucherTerms>;
}) {
  const { form } = useVoucherTexts();
  return (
    <section aria-label={form.ruleSays}>
      <ServerGate query={query}>{(terms) => <Terms terms={terms} />}</ServerGate>
    </section>
  );
}
