import { Button } from 'antd';
import type { Content } from '@luodi/language';
import { parseReferenceKey } from '@luodi/evaluation';
import { FactRow } from '../../components/fact-row.tsx';
import { usePageFields } from '../../components/use-page-fields.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { shownReferences, statedKey } from '../../state/shown-facts.ts';
import { useChangePageState, usePageState } from '../../state/page-state.ts';
import styles from './facts-panel.module.css';

/** The common facts and those stated, one line each. */
export function HandyFacts({ content }: { readonly content: Content }) {
  const { facts } = usePageState();
  const field = usePageFields(content);
  return shownReferences(content, facts).map((reference) => {
    const key = statedKey(reference, facts);
    return <FactRow key={key} {...field(reference, key)} />;
  });
}

/** Things that there are several of, with how many. */
function Lists({ content }: { readonly content: Content }) {
  const { facts, language } = usePageState();
  return Object.entries(facts).flatMap(([key, value]) => {
    const entity = content.vocabulary.entities.get(key);
    if (typeof value === 'string' || entity === undefined) return [];
    return [
      <p key={key} className={styles.list}>
        {language === 'zh' ? entity.name : entity.nameEn} × {value.length}
      </p>,
    ];
  });
}

/** The enterprise's facts at hand: a handful that most know, those stated, and the way to all. */
export function FactsPanel({
  content,
  onAllFacts,
}: {
  readonly content: Content;
  readonly onAllFacts: () => void;
}) {
  const texts = useTexts();
  const { facts } = usePageState();
  const change = useChangePageState();
  const given = Object.keys(facts).filter((key) => parseReferenceKey(key) !== undefined).length;
  return (
    <section className={`${styles.panel} no-print`} aria-label={texts.facts.title}>
      <div className={styles.head}>
        <h2>{texts.facts.title}</h2>
        {given > 0 && (
          <Button type="text" size="small" onClick={() => change({ facts: {} })}>
            {texts.facts.clear}
          </Button>
        )}
      </div>
      <p className="quiet">{texts.facts.hint}</p>
      <HandyFacts content={content} />
      <Lists content={content} />
      <Button block className={styles.all ?? ''} data-testid="all-facts" onClick={onAllFacts}>
        {texts.facts.all} · {texts.facts.given(given)}
      </Button>
    </section>
  );
}
