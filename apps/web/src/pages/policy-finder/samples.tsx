import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { samplesResponse } from '@luodi/server/contract';
import { useTexts } from '../../i18n/use-texts.ts';
import { useChangePageState, usePageState } from '../../state/page-state.ts';
import styles from './facts-panel.module.css';

async function fetchSamples() {
  const response = await fetch('/api/samples');
  if (!response.ok) throw new Error(`/api/samples: ${response.status}`);
  return samplesResponse.parse(await response.json());
}

/** Made-up enterprises to start from. */
export function Samples() {
  const texts = useTexts();
  const { language } = usePageState();
  const change = useChangePageState();
  const { data = [] } = useQuery({ queryKey: ['samples'], queryFn: fetchSamples });
  if (data.length === 0) return null;
  return (
    <section className={`${styles.panel} no-print`} aria-label={texts.samples.title}>
      <h2>{texts.samples.title}</h2>
      <p className="quiet">{texts.samples.note}</p>
      {data
        .toSorted((a, b) => (a.nameEn < b.nameEn ? -1 : 1))
        .map((sample) => (
          <Button
            key={sample.id}
            block
            className={styles.sample ?? ''}
            onClick={() =>
              change(
                sample.date === undefined
                  ? { facts: sample.facts }
                  : { facts: sample.facts, date: sample.date },
              )
            }
          >
            <span>
              {language === 'zh' ? sample.name : sample.nameEn}
              <small>{language === 'zh' ? sample.note : sample.noteEn}</small>
            </span>
          </Button>
        ))}
    </section>
  );
}
