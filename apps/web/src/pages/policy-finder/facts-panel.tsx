import { Button } from 'antd';
import { useState } from 'react';
import type { FactReference } from '@luodi/evaluation';
import { parseReferenceKey } from '@luodi/evaluation';
import type { Content } from '@luodi/language';
import { FactField } from '../../components/fact-field.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { withFact } from '../../state/facts.ts';
import { useChangePageState, usePageState } from '../../state/page-state.ts';
import { AllFactsDrawer } from './all-facts-drawer.tsx';
import styles from './facts-panel.module.css';

const handful = 6;

/** The common facts, then those stated beyond them. */
function shownReferences(content: Content, stated: readonly string[]): readonly FactReference[] {
  const common = [...content.vocabulary.facts.values()]
    .filter((fact) => fact.common !== undefined)
    .toSorted((a, b) => (a.common ?? 0) - (b.common ?? 0))
    .slice(0, handful)
    .map((fact): FactReference => ({ name: fact.name, aspect: { kind: 'itself' } }));
  const names = new Set(common.map((reference) => reference.name));
  const more = stated.flatMap((key): readonly FactReference[] => {
    const parsed = parseReferenceKey(key);
    if (parsed === undefined || (parsed.aspect.kind === 'itself' && names.has(parsed.inner)))
      return [];
    return [{ name: parsed.inner, aspect: parsed.aspect }];
  });
  return [...common, ...more];
}

/** The enterprise's facts at hand: a handful that most know, those stated, and the way to all. */
export function FactsPanel({ content }: { readonly content: Content }) {
  const texts = useTexts();
  const { facts, language } = usePageState();
  const change = useChangePageState();
  const [open, setOpen] = useState(false);
  const stated = Object.entries(facts).flatMap(([key, value]) =>
    typeof value === 'string' ? [key] : [],
  );
  const lists = Object.entries(facts).flatMap(([key, value]) =>
    typeof value === 'string' ? [] : [[key, value] as const],
  );
  const keyOf = (reference: FactReference): string =>
    stated.find((key) => {
      const parsed = parseReferenceKey(key);
      return (
        parsed?.inner === reference.name &&
        JSON.stringify(parsed.aspect) === JSON.stringify(reference.aspect)
      );
    }) ?? reference.name;
  return (
    <section className={`${styles.panel} no-print`} aria-label={texts.facts.title}>
      <div className={styles.head}>
        <h2>{texts.facts.title}</h2>
        {Object.keys(facts).length > 0 && (
          <Button type="text" size="small" onClick={() => change({ facts: {} })}>
            {texts.facts.clear}
          </Button>
        )}
      </div>
      <p className="quiet">{texts.facts.hint}</p>
      {shownReferences(content, stated).map((reference) => {
        const key = keyOf(reference);
        const value = facts[key];
        return (
          <FactField
            key={key}
            reference={reference}
            value={typeof value === 'string' ? value : ''}
            onChange={(next) => change({ facts: withFact(facts, key, next) })}
            content={content}
            language={language}
          />
        );
      })}
      {lists.map(([entity, items]) => (
        <p key={entity}>
          {content.vocabulary.entities.get(entity)?.[language === 'zh' ? 'name' : 'nameEn'] ??
            entity}{' '}
          × {items.length}
        </p>
      ))}
      <Button block onClick={() => setOpen(true)}>
        {texts.facts.all}（{texts.facts.given(Object.keys(facts).length)}）
      </Button>
      <AllFactsDrawer open={open} onClose={() => setOpen(false)} content={content} />
    </section>
  );
}
