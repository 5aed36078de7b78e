import { Button } from 'antd';
import { Temporal } from '@luodi/kernel';
import { listingOutcome } from '@luodi/server/contract';
import { useId, useState } from 'react';
import { DateInput } from '../../components/date-input.tsx';
import { useRecoveryTexts } from '../../i18n/use-recovery-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { useCommand } from '../../session/use-command.ts';
import caseStyles from '../cases/cases.module.css';
import { Consequence } from '../recoveries/consequence.tsx';
import styles from '../recoveries/recoveries.module.css';
import { WordsField } from '../recoveries/words-field.tsx';
import { EnterpriseSelect } from './enterprise-select.tsx';
import type { ChosenEnterprise } from './enterprise-select.tsx';
import { useTerm } from './use-term.ts';

interface ListingDraft {
  readonly enterprise: ChosenEnterprise | undefined;
  readonly since: string;
  readonly until: string;
  readonly reason: string;
  readonly clause: string;
}

function requestOf({ enterprise, since, until, reason, clause }: ListingDraft, subject: string) {
  if (enterprise === undefined || reason.trim() === '' || clause.trim() === '') return undefined;
  return {
    enterprise: enterprise.id,
    since,
    reason: reason.trim(),
    clause: clause.trim(),
    ...(until === '' ? {} : { until }),
    ...(subject === '' ? {} : { case: subject }),
  };
}

function Terms({
  draft,
  onChange,
}: {
  readonly draft: ListingDraft;
  readonly onChange: (part: Partial<ListingDraft>) => void;
}) {
  const { dishonesty: texts } = useRecoveryTexts();
  const id = useId();
  return (
    <div className={caseStyles.fields}>
      <EnterpriseSelect
        chosen={draft.enterprise}
        onChoose={(enterprise) => onChange({ enterprise })}
      />
      <div className={styles.field}>
        <label htmlFor={`${id}-since`}>{texts.since}</label>
        <DateInput
          id={`${id}-since`}
          value={draft.since}
          onChange={(since) => onChange({ since })}
        />
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}-until`}>{texts.untilLabel}</label>
        <DateInput
          id={`${id}-until`}
          mayBeEmpty
          value={draft.until}
          onChange={(until) => onChange({ until })}
        />
      </div>
    </div>
  );
}

/** Putting an enterprise on the list: whom, for how long, why, by which clause, and what follows. */
export function ListingForm({
  enterprise,
  subject,
  onClose,
}: {
  readonly enterprise: ChosenEnterprise | undefined;
  /** The case that it comes from; empty: none. */
  readonly subject: string;
  readonly onClose: () => void;
}) {
  const texts = useRecoveryTexts();
  const { dishonesty } = texts;
  const term = useTerm();
  const [draft, setDraft] = useState<ListingDraft>(() => ({
    enterprise,
    since: Temporal.Now.plainDateISO('Asia/Shanghai').toString(),
    until: '',
    reason: '',
    clause: '',
  }));
  const { run, isRunning, fault } = useCommand(listingOutcome);
  const change = (part: Partial<ListingDraft>) => setDraft({ ...draft, ...part });
  const request = requestOf(draft, draft.enterprise?.id === enterprise?.id ? subject : '');
  const send = async () => {
    if ((await run('/api/dishonesty', request)) !== undefined) onClose();
  };
  return (
    <section className={caseStyles.panel} aria-labelledby="listing-form">
      <h2 id="listing-form">{dishonesty.addTitle}</h2>
      <Terms draft={draft} onChange={change} />
      <WordsField
        label={texts.reason}
        value={draft.reason}
        longest={1000}
        lines={2}
        note={dishonesty.reasonNote}
        onChange={(reason) => change({ reason })}
      />
      <WordsField
        label={texts.clause}
        value={draft.clause}
        longest={200}
        onChange={(clause) => change({ clause })}
      />
      {request !== undefined && (
        <Consequence>
          {dishonesty.consequence(
            draft.enterprise?.name ?? '',
            term({ since: draft.since, until: draft.until === '' ? null : draft.until }),
          )}
        </Consequence>
      )}
      <FaultNotice fault={fault} />
      <div className={caseStyles.actions}>
        <Button
          danger
          type="primary"
          loading={isRunning}
          disabled={request === undefined}
          onClick={() => void send()}
        >
          {dishonesty.addSubmit}
        </Button>
        <Button onClick={onClose}>{texts.cancel}</Button>
      </div>
    </section>
  );
}
