import type { Evaluator } from '@luodi/evaluation';
import type { Clause, Passage, PolicyDocument } from '@luodi/language';
import type { DocumentCoverageResponse } from '@luodi/server/contract';
import { Quotation } from '../../components/quotation.tsx';
import { useLibraryTexts } from '../../i18n/use-library-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { clauseAnchor } from './clause-anchor.ts';
import { EntryBlock } from './entries/entry-block.tsx';
import { Examples } from './examples.tsx';
import { RuleText } from './rule-text.tsx';
import styles from './document.module.css';

type PassageBlock = Passage['blocks'][number];

function BlockView({ block, evaluator }: { block: PassageBlock; evaluator: Evaluator }) {
  const texts = useTexts();
  switch (block.kind) {
    case 'measures':
      return (
        <>
          <RuleText source={block.source} />
          {block.measures.flatMap((measure) =>
            measure.openReadings.map((reading) => (
              <p key={`${measure.id}${reading.words}`} className={styles.note}>
                <strong>{texts.card.openReading}</strong>{' '}
                <span lang="zh-CN">
                  {texts.card.openReadingText(reading.words, reading.reading, reading.reason)}
                </span>
              </p>
            )),
          )}
        </>
      );
    case 'examples':
      return <Examples examples={block.examples} evaluator={evaluator} />;
    case 'inert':
      return (
        <p className={styles.note}>
          <strong>
            {texts.document.notRun} · {texts.document.reasons[block.reason]}
          </strong>{' '}
          <span lang="zh-CN">{block.note}</span>
        </p>
      );
    case 'tasks':
    case 'indicators':
    case 'lists':
    case 'procedures':
    case 'inspections':
    case 'contracts':
      return <EntryBlock block={block} content={evaluator.content} />;
  }
}

/** One clause: its words on the left, what the machine does with them on the right. */
export function ClauseView({
  clause,
  document,
  evaluator,
  loose,
}: {
  readonly clause: Clause;
  readonly document: PolicyDocument;
  readonly evaluator: Evaluator;
  /** Figures of the document that no rule carries. */
  readonly loose: DocumentCoverageResponse['figures']['notCarried'];
}) {
  const { document: texts } = useLibraryTexts();
  const here = loose.filter((figure) => figure.clause === clause.heading);
  return (
    <section id={clauseAnchor(clause.heading)} className={styles.clause} tabIndex={-1}>
      <h2 lang="zh-CN">{clause.heading.replace(/〔.*$/, '')}</h2>
      {clause.passages.map((passage, index) => (
        <div key={passage.quote.span.start.offset} className={styles.passage}>
          <Quotation
            quote={passage.quote}
            source={document.title}
            marks={here
              .filter((figure) => figure.passage === index)
              .map(({ start, end }) => ({ start, end, meaning: texts.notCarried }))}
          />
          <div className={styles.rules}>
            {passage.blocks.map((block) => (
              <BlockView key={block.span.start.offset} block={block} evaluator={evaluator} />
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}
