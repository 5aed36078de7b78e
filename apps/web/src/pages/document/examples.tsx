import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import { runExample } from '@luodi/evaluation';
import type { Evaluator } from '@luodi/evaluation';
import type { Example } from '@luodi/language';
import { useMemo } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import styles from './document.module.css';

function factsText(facts: Example['facts']): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('，');
}

/** Examples of a clause, run here and now; each says what was expected and what came out. */
export function Examples({
  examples,
  evaluator,
}: {
  readonly examples: readonly Example[];
  readonly evaluator: Evaluator;
}) {
  const texts = useTexts();
  const outcomes = useMemo(
    () => examples.map((example) => ({ example, outcome: runExample(example, evaluator) })),
    [examples, evaluator],
  );
  const passed = outcomes.filter(({ outcome }) => outcome.ok).length;
  return (
    <details className={styles.examples}>
      <summary>{texts.document.examples(passed, outcomes.length)}</summary>
      <ol lang="zh-CN">
        {outcomes.map(({ example, outcome }) => (
          <li key={example.span.start.offset}>
            {outcome.ok ? (
              <CheckCircleOutlined className={styles.passed} aria-label={texts.document.passed} />
            ) : (
              <CloseCircleOutlined
                className={styles.failedMark}
                aria-label={texts.document.failed}
              />
            )}{' '}
            {example.title !== '' && <strong>{example.title}：</strong>}
            <span className="figure">{example.date.toString()}</span> {factsText(example.facts)} →{' '}
            <strong>{outcome.expected}</strong>
            {!outcome.ok && `（${texts.document.actual} ${outcome.actual}）`}
          </li>
        ))}
      </ol>
    </details>
  );
}
