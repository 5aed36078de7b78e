import { Button, Drawer, Input, Switch } from 'antd';
import type { InputRef } from 'antd';
import { useRef, useState } from 'react';
import { parseReferenceKey, referenceKey } from '@luodi/evaluation';
import type { FactReference } from '@luodi/evaluation';
import type { Content, Entity, Fact } from '@luodi/language';
import { FactRow } from '../../components/fact-row.tsx';
import { usePageFields } from '../../components/use-page-fields.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useChangePageState, usePageState } from '../../state/page-state.ts';
import type { RawFacts, RawItem } from '../../state/page-state.ts';
import { HandyFacts } from './facts-panel.tsx';
import styles from './all-facts-drawer.module.css';

function fits(fact: Fact, query: string): boolean {
  const words = `${fact.name} ${fact.nameEn} ${fact.definition} ${fact.id}`.toLowerCase();
  return words.includes(query.trim().toLowerCase());
}

/** Whether the fact is stated for the enterprise, in any of its years, or for one of the items. */
function isGiven(fact: Fact, facts: RawFacts): boolean {
  return Object.entries(facts).some(([key, value]) =>
    typeof value === 'string'
      ? parseReferenceKey(key)?.inner === fact.name
      : value.some((item) => fact.name in item),
  );
}

/** An annual fact is asked for the rule's year and the year before. */
function referencesTo(fact: Fact): readonly FactReference[] {
  const itself: FactReference = { name: fact.name, aspect: { kind: 'itself' } };
  return fact.annual
    ? [itself, { name: fact.name, aspect: { kind: 'years_before', years: 1 } }]
    : [itself];
}

function EnterpriseFacts({ list, content }: { list: readonly Fact[]; content: Content }) {
  const field = usePageFields(content);
  return list
    .flatMap(referencesTo)
    .map((reference) => <FactRow key={referenceKey(reference)} {...field(reference)} />);
}

function without(item: RawItem, key: string): RawItem {
  const { [key]: _, ...rest } = item;
  return rest;
}

function EntityItems({
  entity,
  list,
  content,
}: {
  entity: Entity;
  list: readonly Fact[];
  content: Content;
}) {
  const texts = useTexts();
  const { facts, language } = usePageState();
  const change = useChangePageState();
  const stated = facts[entity.name];
  const items: readonly RawItem[] = Array.isArray(stated) ? stated : [];
  const name = language === 'zh' ? entity.name : entity.nameEn;
  const put = (next: (items: readonly RawItem[]) => readonly RawItem[]): void =>
    change({
      facts: (now) => {
        const { [entity.name]: before, ...rest } = now;
        const after = next(Array.isArray(before) ? before : []);
        return after.length === 0 ? rest : { ...rest, [entity.name]: after };
      },
    });
  return (
    <section className={styles.section}>
      <h3>{texts.facts.items(name)}</h3>
      {items.map((item, index) => (
        // An item has no identity but its place in the list.
        <fieldset key={`${entity.name}${index}`} className={styles.item}>
          <legend>{texts.facts.itemTitle(name, index + 1)}</legend>
          {list.map((fact) => (
            <FactRow
              key={fact.name}
              reference={{ name: fact.name, aspect: { kind: 'itself' } }}
              value={item[fact.name] ?? ''}
              onChange={(next) =>
                put((now) =>
                  now.map((other, at) =>
                    at !== index
                      ? other
                      : next === ''
                        ? without(other, fact.name)
                        : { ...other, [fact.name]: next },
                  ),
                )
              }
              content={content}
              language={language}
            />
          ))}
          <Button
            danger
            type="text"
            onClick={() => put((now) => now.filter((_, at) => at !== index))}
          >
            {texts.facts.removeItem}
          </Button>
        </fieldset>
      ))}
      <Button onClick={() => put((now) => [...now, {}])}>{texts.facts.addItem(name)}</Button>
    </section>
  );
}

/** Every fact the rules know, searchable; things that there may be several of as lists. */
export function AllFactsDrawer({
  open,
  onClose,
  content,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly content: Content;
}) {
  const texts = useTexts();
  const { facts } = usePageState();
  const search = useRef<InputRef>(null);
  const [query, setQuery] = useState('');
  const [onlyGiven, setOnlyGiven] = useState(false);
  const { vocabulary } = content;
  const shown = [...vocabulary.facts.values()].filter(
    (fact) => fits(fact, query) && (!onlyGiven || isGiven(fact, facts)),
  );
  const entities = [...vocabulary.entities.values()];
  const applicant = entities.find((entity) => entity.belongsTo === undefined);
  const ofApplicant = shown.filter((fact) => fact.entity === applicant?.name);
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={texts.facts.all}
      size={480}
      destroyOnHidden
      afterOpenChange={(isOpen) => {
        if (isOpen) search.current?.focus();
      }}
      extra={
        <Button type="primary" onClick={onClose}>
          {texts.facts.close}
        </Button>
      }
    >
      <Input
        ref={search}
        allowClear
        aria-label={texts.facts.searchAll}
        placeholder={texts.facts.searchAll}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <label className={styles.filter}>
        <Switch checked={onlyGiven} onChange={setOnlyGiven} aria-label={texts.facts.onlyGiven} />{' '}
        {texts.facts.onlyGiven}
      </label>
      {shown.length === 0 && <p className="quiet">{texts.facts.nothingFound}</p>}
      {query === '' && !onlyGiven && (
        <section className={styles.section}>
          <h3>{texts.facts.common}</h3>
          <HandyFacts content={content} />
        </section>
      )}
      {ofApplicant.length > 0 && (
        <section className={styles.section}>
          <h3>{texts.facts.enterprise}</h3>
          <EnterpriseFacts list={ofApplicant} content={content} />
        </section>
      )}
      {entities
        .filter((entity) => entity.belongsTo !== undefined)
        .map((entity) => {
          const list = shown.filter((fact) => fact.entity === entity.name);
          return list.length === 0 ? null : (
            <EntityItems key={entity.name} entity={entity} list={list} content={content} />
          );
        })}
    </Drawer>
  );
}
