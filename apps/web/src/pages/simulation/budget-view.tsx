import { Input } from 'antd';
import { useState } from 'react';
import { useSimulationTexts } from '../../i18n/use-simulation-texts.ts';
import { usePageParameters } from '../../state/page-parameters.ts';
import { usePageState } from '../../state/page-state.ts';
import type { Outcome, SideNames } from './outcome.ts';
import { budgetOf } from './parameter-value.ts';
import styles from './simulation.module.css';
import { Sum } from './sum.tsx';

type Budget = NonNullable<Outcome['budget']>;

function Dates({ budget, sides }: { readonly budget: Budget; readonly sides: SideNames }) {
  const { budget: texts } = useSimulationTexts();
  const { language } = usePageState();
  const when = (day: string | null) => (day === null ? texts.enough : texts.exhausted(day));
  return (
    <>
      <p className={styles.finding}>
        {texts.finding(
          texts.ofSide(sides.before, when(budget.before.upTo)),
          texts.ofSide(sides.after, when(budget.after.upTo)),
        )}
      </p>
      <div className={styles.scroll}>
        <table className={styles.standing}>
          <thead>
            <tr>
              <th scope="col">
                {texts.pace} · <Sum fen={budget.fen} />
              </th>
              <th scope="col">{sides.before}</th>
              <th scope="col">{sides.after}</th>
            </tr>
          </thead>
          <tbody>
            {(['certain', 'upTo'] as const).map((kind) => (
              <tr key={kind}>
                <th scope="row">{texts[kind]}</th>
                <td className="figure">{when(budget.before[kind])}</td>
                <td className="figure">{when(budget.after[kind])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.small}>{budget.assumption[language]}</p>
    </>
  );
}

/** How long a year's budget lasts, and what is assumed of the pace. */
export function BudgetView({
  budget,
  sides,
  basis,
}: {
  readonly budget: Outcome['budget'];
  readonly sides: SideNames;
  readonly basis: string;
}) {
  const { budget: texts } = useSimulationTexts();
  const [read, change] = usePageParameters();
  const [draft, setDraft] = useState<string>();
  const typed = draft ?? read('budget');
  const faulty = typed.trim() !== '' && budgetOf(typed) === undefined;
  const commit = () => {
    if (draft !== undefined && !faulty) {
      change({ budget: draft.trim() });
      setDraft(undefined);
    }
  };
  return (
    <section className={styles.figure} aria-label={texts.title}>
      <h3>{texts.title}</h3>
      <div className={styles.budgetField}>
        <label htmlFor="budget">{texts.label}</label>
        <Input
          id="budget"
          allowClear
          style={{ width: 180 }}
          value={typed}
          placeholder={texts.placeholder}
          status={faulty ? 'error' : ''}
          aria-invalid={faulty}
          aria-describedby="budget-fault"
          onChange={({ currentTarget }) => setDraft(currentTarget.value)}
          onBlur={commit}
          onPressEnter={commit}
          onClear={() => {
            setDraft(undefined);
            change({ budget: '' });
          }}
        />
        <span id="budget-fault" role="alert" className={styles.fault}>
          {faulty ? texts.bad : ''}
        </span>
      </div>
      {budget === null ? (
        <p className={styles.small}>{texts.hint}</p>
      ) : (
        <Dates budget={budget} sides={sides} />
      )}
      {budget !== null && <p className={styles.small}>{basis}</p>}
    </section>
  );
}
