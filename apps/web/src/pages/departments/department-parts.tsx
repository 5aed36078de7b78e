import type { DepartmentResponse } from '@luodi/server/contract';
import { money } from '../../components/money.ts';
import { useLibraryTexts } from '../../i18n/use-library-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { figureOf, limitOf, timeOf } from '../../server/figure-of.ts';
import { usePageState } from '../../state/page-state.ts';
import { sayFigure, sayLimit, sayTime } from '../document/entries/figure-words.ts';
import { DepartmentItem, Name } from './department-item.tsx';
import type { Side } from './department-item.tsx';
import styles from './department.module.css';

/** What each kind of item needs to say itself. */
function useWords() {
  return { library: useLibraryTexts(), texts: useTexts(), language: usePageState().language };
}

/** A line at the side, if there is anything to say. */
function line(label: string, value: string | null): Side {
  return value === null || value === '' ? [] : [[label, value]];
}

/** The same in words of the document, which stay Chinese. */
function lineAsWritten(label: string, words: string | null): Side {
  if (words === null) return [];
  const written = <span lang="zh-CN">{words}</span>;
  return [[label, written]];
}

function Measure({ measure }: { readonly measure: DepartmentResponse['measures'][number] }) {
  const { library, language } = useWords();
  const { amount, validity } = measure;
  const { upTo, validity: dates } = library.matters;
  const most =
    amount.upperFen === null || amount.upperFen === 0 ? (
      '—'
    ) : (
      <span className="figure">{money(BigInt(amount.upperFen), language)}</span>
    );
  const days = (
    <span className="figure">
      {validity.from} — {validity.until ?? '…'}
    </span>
  );
  return (
    <DepartmentItem
      item={measure}
      place={measure}
      side={[
        [upTo, most],
        [dates, days],
      ]}
    >
      <p>{language === 'zh' ? amount.words : measure.summaryEn}</p>
    </DepartmentItem>
  );
}

function Task({ held }: { readonly held: DepartmentResponse['tasks'][number] }) {
  const { library, texts } = useWords();
  const { place, role, task } = held;
  const words = library.departments;
  return (
    <DepartmentItem
      item={task}
      number={task.number}
      place={place}
      side={[
        [words.role, words.roles[role]],
        [words.due, task.due ?? words.noDue],
        ...line(words.cycle, task.cycle && texts.entries.cycles[task.cycle]),
      ]}
    >
      <p className={styles.words} lang="zh-CN">
        {task.words}
      </p>
    </DepartmentItem>
  );
}

type IndicatorHeld = DepartmentResponse['indicators'][number];

function Targets({ targets }: Pick<IndicatorHeld['indicator'], 'targets'>) {
  const { texts, language } = useWords();
  return (
    <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
      {targets.map(({ time, figure }, index) => (
        // Two targets may be for one time.
        <li key={index} className="figure">
          {sayTime(timeOf(time), texts)}{' '}
          <strong lang={figure.kind === 'words' ? 'zh-CN' : undefined}>
            {sayFigure(figureOf(figure), texts, language)}
          </strong>
        </li>
      ))}
    </ul>
  );
}

function Indicator({ held }: { readonly held: IndicatorHeld }) {
  const { library, texts, language } = useWords();
  const { place, role, indicator } = held;
  const { base } = indicator;
  const words = library.departments;
  const figure =
    base === null || base.figure === null ? '' : sayFigure(figureOf(base.figure), texts, language);
  return (
    <DepartmentItem
      item={indicator}
      place={place}
      side={[
        [words.role, words.roles[role]],
        ...line(words.base, base && `${sayTime(timeOf(base.time), texts)} ${figure}`),
        [words.target, <Targets key="targets" targets={indicator.targets} />],
      ]}
    >
      {indicator.basis !== null && (
        <p className="quiet" lang="zh-CN">
          {indicator.basis}
        </p>
      )}
    </DepartmentItem>
  );
}

type ProcedureHeld = DepartmentResponse['procedures'][number];

function Steps({ steps }: Pick<ProcedureHeld, 'steps'>) {
  const { texts, language } = useWords();
  return (
    <ol className={styles.steps}>
      {steps.map((step) => (
        <li key={step.label}>
          <Name label={step.label} labelEn={step.labelEn} />
          {step.limit !== null && (
            <span className="quiet"> {sayLimit(limitOf(step.limit), texts, language)}</span>
          )}
        </li>
      ))}
    </ol>
  );
}

function Procedure({ held }: { readonly held: ProcedureHeld }) {
  const words = useLibraryTexts().departments;
  return (
    <DepartmentItem
      item={held}
      place={held.place}
      side={[[words.steps, <Steps key="steps" steps={held.steps} />]]}
    />
  );
}

function Inspection({ held }: { readonly held: DepartmentResponse['inspections'][number] }) {
  const { library, texts, language } = useWords();
  const { place, role, inspection } = held;
  const { target, contents, ratio, frequency, manner } = inspection;
  const words = library.departments;
  const { entries } = texts;
  return (
    <DepartmentItem
      item={inspection}
      place={place}
      side={[
        [words.role, words.roles[role]],
        ...lineAsWritten(entries.object, target),
        ...line(entries.ratio, ratio && sayFigure(figureOf(ratio), texts, language)),
        ...lineAsWritten(entries.frequency, frequency),
        ...lineAsWritten(entries.manner, manner),
      ]}
    >
      {contents.length > 0 && (
        <p className={styles.words} lang="zh-CN">
          {contents.join('；')}
        </p>
      )}
    </DepartmentItem>
  );
}

export function MeasureItems({ measures }: Pick<DepartmentResponse, 'measures'>) {
  return measures.map((measure) => <Measure key={measure.id} measure={measure} />);
}

export function TaskItems({ tasks }: Pick<DepartmentResponse, 'tasks'>) {
  return tasks.map((held) => <Task key={held.task.id} held={held} />);
}

export function IndicatorItems({ indicators }: Pick<DepartmentResponse, 'indicators'>) {
  return indicators.map((held) => <Indicator key={held.indicator.id} held={held} />);
}

export function ProcedureItems({ procedures }: Pick<DepartmentResponse, 'procedures'>) {
  return procedures.map((held) => (
    <Procedure key={`${held.place.document}${held.place.clause}${held.label}`} held={held} />
  ));
}

export function InspectionItems({ inspections }: Pick<DepartmentResponse, 'inspections'>) {
  return inspections.map((held) => <Inspection key={held.inspection.id} held={held} />);
}
