import { useSimulationTexts } from '../../i18n/use-simulation-texts.ts';
import type { SimulationTexts } from '../../i18n/simulation-zh.ts';
import { usePageState } from '../../state/page-state.ts';
import type { Language } from '@luodi/evaluation';
import { citySum, count } from './city-sum.ts';
import type { Outcome } from './outcome.ts';
import styles from './simulation.module.css';

/** The whole answer in a sentence: what it costs more or less, and who gains or loses. */
function headline(
  { before, after, movement }: Pick<Outcome, 'before' | 'after' | 'movement'>,
  changed: boolean,
  { answer }: SimulationTexts,
  language: Language,
): readonly string[] {
  if (!changed) return [answer.headlineNow(citySum(before.upToFen, language))];
  const difference = after.upToFen - before.upToFen;
  const words =
    difference > 0
      ? answer.more(citySum(difference, language))
      : answer.less(citySum(-difference, language));
  const gaining = movement.newcomers + movement.winners;
  const losing = movement.losers + movement.droppedOut;
  return [
    difference === 0 ? answer.headlineSame : answer.headline(words),
    ...(gaining > 0 ? [answer.gain(count(gaining))] : []),
    ...(losing > 0 ? [answer.lose(count(losing))] : []),
    ...(gaining + losing === 0 ? [answer.nobody] : []),
  ];
}

/** The answer first: one sentence, read out when it changes. */
export function AnswerHead({
  outcome,
  changed,
  pending,
  basis,
}: {
  readonly outcome: Outcome;
  /** Whether anything is compared with the rules as they are. */
  readonly changed: boolean;
  readonly pending: boolean;
  readonly basis: string;
}) {
  const texts = useSimulationTexts();
  const { language } = usePageState();
  const { answer } = texts;
  return (
    <div className={styles.answerHead} aria-busy={pending}>
      <output className={styles.headline} data-testid="headline">
        {headline(outcome, changed, texts, language).join(language === 'zh' ? '，' : '; ')}
      </output>
      <span className={styles.small}>
        {outcome.population.synthetic && (
          <span className="only-phone">{texts.population.synthetic}</span>
        )}
        <span className={styles.wide}>
          {basis} · {pending ? answer.computing : answer.computed(count(outcome.milliseconds))}
        </span>
      </span>
    </div>
  );
}
