import type { ReactNode } from 'react';
import type { DepartmentResponse } from '@luodi/server/contract';
import { ClauseLink } from '../../components/clause-link.tsx';
import { money } from '../../components/money.ts';
import { useLibraryTexts } from '../../i18n/use-library-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { figureOf, limitOf, timeOf } from '../../server/figure-of.ts';
import { usePageState } from '../../state/page-state.ts';
import { sayFigure, sayLimit, sayTime } from '../document/entries/figure-words.ts';
import styles from './department.module.css';

type Side = readonly (readonly [string, ReactNode])[];

/** One thing that a department has to do: what it is, and at the side when and where it says so. */
function Item({ children, side }: { readonly children: ReactNode; readonly side: Side }) {
  return (
    <li>
      <div>{children}</div>
      <div className={styles.side}>
        <dl>
          {side.map(([label, value]) => (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </li>
  );
}

function Name({ label, labelEn }: { readonly label: string; readonly labelEn: string }) {
  const { language } = usePageState();
  return language === 'zh' || labelEn === '' ? (
    <strong lang="zh-CN">{label}</strong>
  ) : (
    <strong>{labelEn}</strong>
  );
}

export function MeasureItems({ measures }: Pick<DepartmentResponse, 'measures'>) {
  const { matters } = useLibraryTexts();
  const { language } = usePageState();
  return (
    <ul className={styles.list}>
      {measures.map((measure) => (
        <Item
          key={measure.id}
          side={[
            [
              matters.upTo,
              measure.amount.upperFen === null || measure.amount.upperFen === 0 ? (
                '—'
              ) : (
                <span className="figure">{money(BigInt(measure.amount.upperFen), language)}</span>
              ),
            ],
            [
              matters.validity,
              <span key="dates" className="figure">
                {measure.validity.from} — {measure.validity.until ?? '…'}
              </span>,
            ],
          ]}
        >
          <Name {...measure} />
          <p>{language === 'zh' ? measure.amount.words : measure.summaryEn}</p>
          <p>
            <ClauseLink clauseOnly place={measure} />
          </p>
        </Item>
      ))}
    </ul>
  );
}

export function TaskItems({ tasks }: Pick<DepartmentResponse, 'tasks'>) {
  const { departments } = useLibraryTexts();
  const { entries } = useTexts();
  return (
    <ul className={styles.list}>
      {tasks.map(({ place, role, task }) => (
        <Item
          key={task.id}
          side={[
            [departments.role, departments.roles[role]],
            [departments.due, task.due ?? departments.noDue],
            ...(task.cycle === null
              ? []
              : ([[departments.cycle, entries.cycles[task.cycle]]] as const)),
          ]}
        >
          {task.number !== '' && (
            <span className="quiet" lang="zh-CN">
              {task.number}{' '}
            </span>
          )}
          <Name {...task} />
          <p className={styles.words} lang="zh-CN">
            {task.words}
          </p>
          <p>
            <ClauseLink clauseOnly place={place} />
          </p>
        </Item>
      ))}
    </ul>
  );
}

export function IndicatorItems({ indicators }: Pick<DepartmentResponse, 'indicators'>) {
  const { departments } = useLibraryTexts();
  const texts = useTexts();
  const { language } = usePageState();
  return (
    <ul className={styles.list}>
      {indicators.map(({ place, role, indicator }) => (
        <Item
          key={indicator.id}
          side={[
            [departments.role, departments.roles[role]],
            ...(indicator.base === null
              ? []
              : ([
                  [
                    departments.base,
                    `${sayTime(timeOf(indicator.base.time), texts)} ${
                      indicator.base.figure === null
                        ? ''
                        : sayFigure(figureOf(indicator.base.figure), texts, language)
                    }`,
                  ],
                ] as const)),
            [
              departments.target,
              <ul key="targets" style={{ margin: 0, padding: 0, listStyle: 'none' }}>
                {indicator.targets.map(({ time, figure }, index) => (
                  // Two targets may be for one time.
                  <li key={index} className="figure">
                    {sayTime(timeOf(time), texts)}{' '}
                    <strong lang={figure.kind === 'words' ? 'zh-CN' : undefined}>
                      {sayFigure(figureOf(figure), texts, language)}
                    </strong>
                  </li>
                ))}
              </ul>,
            ],
          ]}
        >
          <Name {...indicator} />
          {indicator.basis !== null && (
            <p className="quiet" lang="zh-CN">
              {indicator.basis}
            </p>
          )}
          <p>
            <ClauseLink clauseOnly place={place} />
          </p>
        </Item>
      ))}
    </ul>
  );
}

export function ProcedureItems({ procedures }: Pick<DepartmentResponse, 'procedures'>) {
  const { departments } = useLibraryTexts();
  const texts = useTexts();
  const { language } = usePageState();
  return (
    <ul className={styles.list}>
      {procedures.map(({ place, label, labelEn, steps }) => (
        <Item
          key={`${place.document}${place.clause}${label}`}
          side={[
            [
              departments.steps,
              <ol key="steps" className={styles.steps}>
                {steps.map((step) => (
                  <li key={step.label}>
                    {language === 'zh' || step.labelEn === '' ? (
                      <span lang="zh-CN">{step.label}</span>
                    ) : (
                      step.labelEn
                    )}
                    {step.limit !== null && (
                      <span className="quiet">
                        {' '}
                        {sayLimit(limitOf(step.limit), texts, language)}
                      </span>
                    )}
                  </li>
                ))}
              </ol>,
            ],
          ]}
        >
          <Name label={label} labelEn={labelEn} />
          <p>
            <ClauseLink clauseOnly place={place} />
          </p>
        </Item>
      ))}
    </ul>
  );
}
