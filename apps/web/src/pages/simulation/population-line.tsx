import { Alert, Progress } from 'antd';
import type { SimulationResponse } from '@luodi/server/contract';
import { useSimulationTexts } from '../../i18n/use-simulation-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import { basisOf } from './basis.ts';
import { count } from './city-sum.ts';
import styles from './simulation.module.css';

/** What the figures rest on, and how far the making of a population is. */
export function PopulationLine({ population, progress }: SimulationResponse) {
  const texts = useSimulationTexts();
  const { language } = usePageState();
  const { population: words } = texts;
  const making = progress.filter(({ state }) => state !== 'ready' && state !== 'failed');
  const failed = progress.filter(({ state }) => state === 'failed');
  return (
    <div className={styles.population}>
      {population !== null && (
        <p>
          <strong>{basisOf(population, texts)}</strong>{' '}
          <span className="quiet">
            {population.standsFor > population.size &&
              words.sample(count(Math.round(population.standsFor / population.size)))}
            {words.rounding}
          </span>
        </p>
      )}
      {making.map(({ size, done, state }) => (
        <div key={size} className={styles.making}>
          <span>
            {words.making(count(done), count(size))} · {words.states[state]}
          </span>
          <Progress
            percent={size === 0 ? 0 : Math.floor((done / size) * 100)}
            size="small"
            aria-label={words.making(count(done), count(size))}
          />
        </div>
      ))}
      {making.length > 0 && (
        <p className="quiet">{population === null ? words.first : words.larger}</p>
      )}
      {failed.map(({ size, message }) => (
        <Alert
          key={size}
          type={population === null ? 'error' : 'warning'}
          showIcon
          title={`${words.failed} (${count(size)})`}
          description={message?.[language]}
        />
      ))}
    </div>
  );
}
