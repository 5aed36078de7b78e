import type { Match } from '@luodi/entitlement';
import type { MeasureAnswer } from '@luodi/evaluation';
import type { Content } from '@luodi/language';
import { Button } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../i18n/use-texts.ts';
import { groupOrder, grouped } from './groups.ts';
import type { GroupName } from './groups.ts';
import { MeasureCard } from './measure-card.tsx';
import styles from './measure-groups.module.css';

const openAtFirst: ReadonlySet<GroupName> = new Set([
  'certain',
  'upTo',
  'otherwise',
  'undecided',
  'near',
  'setAside',
]);
/** How many of a group are shown until more are asked for. What brings money is never cut. */
const firstOf: Readonly<Record<GroupName, number>> = {
  certain: Number.POSITIVE_INFINITY,
  upTo: Number.POSITIVE_INFINITY,
  otherwise: 3,
  undecided: 8,
  undecidedOther: 8,
  near: 8,
  setAside: 8,
  rules: 8,
  no: 8,
  notInForce: 8,
};

function Group({
  name,
  answers,
  match,
  content,
}: {
  name: GroupName;
  answers: readonly MeasureAnswer[];
  match: Match;
  content: Content;
}) {
  const texts = useTexts();
  const [open, setOpen] = useState(openAtFirst.has(name));
  const [all, setAll] = useState(false);
  if (answers.length === 0) return null;
  const shown = all ? answers : answers.slice(0, firstOf[name]);
  return (
    <section className={styles.group} aria-label={texts.groups[name]}>
      <h2 className={styles.title}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {texts.groups[name]} <span className="quiet">{answers.length}</span>
          <span className={`${styles.hint} no-print`}>
            {open ? texts.groups.hide : texts.groups.show}
          </span>
        </button>
      </h2>
      {open && (
        <>
          {shown.map((answer) => (
            <MeasureCard
              key={answer.measure.id}
              answer={answer}
              group={name}
              match={match}
              content={content}
            />
          ))}
          {shown.length < answers.length && (
            <Button type="link" onClick={() => setAll(true)}>
              {texts.groups.rest(answers.length - shown.length)}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

/** All measures by what they mean to the reader. */
export function MeasureGroups({
  match,
  content,
}: {
  readonly match: Match;
  readonly content: Content;
}) {
  const groups = grouped(match);
  return groupOrder.map((name) => (
    <Group
      key={name}
      name={name}
      answers={groups.get(name) ?? []}
      match={match}
      content={content}
    />
  ));
}
