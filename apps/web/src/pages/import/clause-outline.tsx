import type { ImportedClause, ImportedDocument } from '@luodi/server/contract';
import { useImportTexts } from '../../i18n/use-import-texts.ts';
import { MarkedText } from './marked-text.tsx';
import styles from './import.module.css';

type Paragraphs = ImportedClause['paragraphs'];

function Paragraphs({ paragraphs }: { readonly paragraphs: Paragraphs }) {
  return paragraphs.map((paragraph) => (
    <MarkedText key={`${paragraph.from}-${paragraph.text.slice(0, 8)}`} paragraph={paragraph} />
  ));
}

function figuresIn({ paragraphs, children }: ImportedClause): number {
  return (
    paragraphs.reduce((sum, { figures }) => sum + figures.length, 0) +
    children.reduce((sum, child) => sum + figuresIn(child), 0)
  );
}

function Clause({ clause }: { readonly clause: ImportedClause }) {
  const texts = useImportTexts();
  const { label, name, paragraphs, children } = clause;
  const figures = figuresIn(clause);
  const from = paragraphs[0]?.from ?? 1;
  return (
    <details className={styles.clause}>
      <summary>
        <span lang="zh-CN">
          {label} {name}
        </span>{' '}
        <span className="quiet figure">
          {texts.line(from)}
          {figures > 0 && <> · {texts.figures(figures)}</>}
        </span>
      </summary>
      <Paragraphs paragraphs={paragraphs} />
      {children.map((child) => (
        <Clause key={`${child.label}-${child.paragraphs[0]?.from}`} clause={child} />
      ))}
    </details>
  );
}

function Part({ title, paragraphs }: { readonly title: string; readonly paragraphs: Paragraphs }) {
  if (paragraphs.length === 0) return null;
  return (
    <details className={styles.clause}>
      <summary>{title}</summary>
      <Paragraphs paragraphs={paragraphs} />
    </details>
  );
}

/** The tree of clauses, closed; what opens shows the words with the figures marked. */
export function ClauseOutline({ document }: { readonly document: ImportedDocument }) {
  const texts = useImportTexts();
  const { head, preface, clauses, closing, tail, counts } = document;
  return (
    <section>
      <h3>{texts.clauses}</h3>
      <p className="quiet">
        {texts.counts(
          counts.clauses,
          counts.figures,
          counts.measures,
          counts.indicators,
          counts.tasks,
        )}
      </p>
      <Part title={texts.head} paragraphs={head} />
      <Part title={texts.preface} paragraphs={preface} />
      {clauses.map((clause) => (
        <Clause key={`${clause.label}-${clause.paragraphs[0]?.from}`} clause={clause} />
      ))}
      <Part title={texts.closing} paragraphs={closing} />
      <Part title={texts.tail} paragraphs={tail} />
    </section>
  );
}
