import { CheckCircleFilled, CloseCircleOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import type { CaseDetail, CaseStanding } from '@luodi/server/contract';
import { StatusTag } from '../../components/status-tag.tsx';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import styles from './case-page.module.css';

const signs = {
  holds: <CheckCircleFilled className={styles.holds} />,
  fails: <CloseCircleOutlined className={styles.fails} />,
  unknown: <QuestionCircleOutlined className={styles.unknown} />,
} as const;

function Conditions({ standing }: { readonly standing: CaseStanding }) {
  const { conditions: texts } = useCaseTexts();
  const { language } = usePageState();
  const { conditions, amount, quote, source } = standing;
  const formula = language === 'zh' ? amount.formula : amount.formulaEn;
  return (
    <section aria-labelledby="case-conditions">
      <h2 id="case-conditions">{texts.title}</h2>
      {conditions.length === 0 && <p className="quiet">{texts.none}</p>}
      <ul className={styles.conditions}>
        {conditions.map(({ says, saysEn, outcome }, index) => (
          // One condition may be stated twice.
          <li key={index} data-outcome={outcome}>
            <span className={styles.sign} aria-hidden="true">
              {signs[outcome]}
            </span>
            <div>
              {language === 'zh' ? says : saysEn} <span className="quiet">{texts[outcome]}</span>
            </div>
          </li>
        ))}
      </ul>
      {formula !== '' && <p className="figure">{formula}</p>}
      <details className={styles.words}>
        <summary>{texts.words}</summary>
        <blockquote className="law" lang="zh-CN">
          {quote}
        </blockquote>
        <p className="quiet" lang="zh-CN">
          {source}
        </p>
      </details>
    </section>
  );
}

function Facts({ standing }: { readonly standing: CaseStanding }) {
  const { facts: texts } = useCaseTexts();
  const { language } = usePageState();
  return (
    <section aria-labelledby="case-facts">
      <h2 id="case-facts">{texts.title}</h2>
      {standing.facts.length === 0 && <p className="quiet">{texts.none}</p>}
      <dl className={styles.facts}>
        {standing.facts.map((fact) => (
          <div key={`${fact.fact} ${fact.year ?? ''}`}>
            <dt>
              {language === 'zh' ? fact.label : fact.labelEn}
              {fact.year !== null && <span className="quiet"> {texts.year(fact.year)}</span>}
            </dt>
            <dd>
              <span className="figure">{fact.value[language]}</span>{' '}
              {fact.disputed && <StatusTag tone="attention">{texts.disputed}</StatusTag>}
              <div className="quiet">
                {language === 'zh' ? fact.source : fact.sourceEn}
                {fact.asOf !== null && ` ${texts.asOf(fact.asOf)}`}
              </div>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The conditions of the rule beside the facts that they were read from, so that both are seen at once. */
export function ConditionsAndFacts({ detail }: { readonly detail: CaseDetail }) {
  const { page } = useCaseTexts();
  const { standing } = detail;
  if (standing === null) return <p className="quiet">{page.noRule}</p>;
  return (
    <div className={styles.beside}>
      <Conditions standing={standing} />
      <Facts standing={standing} />
    </div>
  );
}
