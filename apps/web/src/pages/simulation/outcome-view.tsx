import type { ReactNode } from 'react';
import { useSimulationTexts } from '../../i18n/use-simulation-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import { AnswerHead } from './answer-head.tsx';
import { basisOf } from './basis.ts';
import { FigureSubject } from './figure-subject.ts';
import { BudgetView } from './budget-view.tsx';
import { GroupFigures } from './group-figures.tsx';
import { InteractionView } from './interaction-view.tsx';
import { MovementView } from './movement-view.tsx';
import type { Outcome, SideNames } from './outcome.ts';
import styles from './simulation.module.css';
import { StandingTable } from './standing-table.tsx';
import { UncertaintyView } from './uncertainty-view.tsx';

/** The answer to a change or a comparison, the most asked first. */
export function OutcomeView({
  outcome,
  subject,
  sides,
  changed,
  pending,
  file,
  first,
  interaction,
  marginal,
}: {
  readonly outcome: Outcome;
  /** What was asked, in words. */
  readonly subject: string;
  /** What the measures around come to; `undefined`: not known yet. */
  readonly interaction: Outcome['interaction'] | undefined;
  readonly sides: SideNames;
  readonly changed: boolean;
  readonly pending: boolean;
  /** How the files begin that can be downloaded. */
  readonly file: string;
  /** Stands right below the costs. */
  readonly first?: ReactNode;
  readonly marginal?: ReactNode;
}) {
  const texts = useSimulationTexts();
  const { language } = usePageState();
  const basis = basisOf(outcome.population, texts);
  const common = { sides, file, basis };
  return (
    <FigureSubject value={pending ? undefined : `${subject} · ${texts.figures.asOf(outcome.date)}`}>
      <div className={pending ? styles.pending : ''}>
        <AnswerHead outcome={outcome} changed={changed} pending={pending} basis={basis} />
        <section className={styles.figure} aria-label={texts.answer.title}>
          <StandingTable outcome={outcome} sides={sides} />
        </section>
        {outcome.notes.length > 0 && (
          <section className={styles.figure} aria-label={texts.answer.notes}>
            <h3>{texts.answer.notes}</h3>
            <ul className={styles.notes}>
              {outcome.notes.map((note) => (
                <li key={note.zh}>{note[language]}</li>
              ))}
            </ul>
          </section>
        )}
        {first}
        {changed && <MovementView movement={outcome.movement} file={file} basis={basis} />}
        <GroupFigures groups={outcome.groups} {...common} />
        <section className={styles.part}>
          {marginal}
          <InteractionView interaction={interaction} {...common} />
          <UncertaintyView uncertainty={outcome.uncertainty} {...common} />
          <BudgetView budget={outcome.budget} sides={sides} basis={basis} />
        </section>
      </div>
    </FigureSubject>
  );
}
