import { Button } from 'antd';
import { findReference } from '@luodi/evaluation';
import type { AskedFact, CaseDetail } from '@luodi/server/contract';
import { FactField } from '../../components/fact-field.tsx';
import { ContentGate } from '../../content/content-gate.tsx';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import type { ApplicationDraft } from './application-draft.ts';
import styles from './cases.module.css';

interface AskedFactsProps {
  readonly detail: CaseDetail;
  readonly answers: ApplicationDraft['answers'];
  readonly onChange: (answers: ApplicationDraft['answers']) => void;
  /** Keys of the facts that one said not to know. */
  readonly unknown: ReadonlySet<string>;
  readonly onUnknown: (key: string, unknown: boolean) => void;
}

/** What was answered before is shown, so that it can be changed; then what is still missing. */
function keysOf({ answers, standing }: CaseDetail): readonly string[] {
  const missing = (standing?.missing ?? []).map(({ id }) => id);
  return [...new Set([...Object.keys(answers), ...missing])];
}

function Asked({
  id,
  asked,
  children,
  unknown,
  onUnknown,
}: {
  readonly id: string;
  readonly asked: AskedFact | undefined;
  readonly children: React.ReactNode;
  readonly unknown: boolean;
  readonly onUnknown: (unknown: boolean) => void;
}) {
  const { form } = useCaseTexts();
  const { language } = usePageState();
  const label = asked === undefined ? id : language === 'zh' ? asked.label : asked.labelEn;
  return (
    <div data-fact={id}>
      {unknown ? (
        <p style={{ margin: 0 }}>
          {label}
          <br />
          <span className="quiet">{form.dontKnowNote}</span>
        </p>
      ) : (
        children
      )}
      <Button
        type="link"
        size="small"
        style={{ paddingInline: 0 }}
        aria-label={`${unknown ? form.answerAnyway : form.dontKnow}: ${label}`}
        onClick={() => onUnknown(!unknown)}
      >
        {unknown ? form.answerAnyway : form.dontKnow}
      </Button>
    </div>
  );
}

/** The facts that nobody knows yet, each with "don't know" as an answer. */
export function AskedFacts({ detail, answers, onChange, unknown, onUnknown }: AskedFactsProps) {
  const { form } = useCaseTexts();
  const { language } = usePageState();
  const keys = keysOf(detail);
  const asked = new Map((detail.standing?.missing ?? []).map((fact) => [fact.id, fact]));
  if (keys.length === 0) return <p className="quiet">{form.factsNone}</p>;
  return (
    <>
      <p className="quiet">{form.factsHint}</p>
      <ContentGate version={detail.contentVersion}>
        {({ evaluator: { content } }) => (
          <div className={styles.fields}>
            {keys.map((key) => {
              const reference = findReference(key, content);
              const isMany = reference === undefined || reference.aspect.kind === 'items';
              return (
                <Asked
                  key={key}
                  id={key}
                  asked={asked.get(key)}
                  unknown={unknown.has(key)}
                  onUnknown={(now) => onUnknown(key, now)}
                >
                  {isMany ? (
                    <p className="quiet">{form.many}</p>
                  ) : (
                    <FactField
                      reference={reference}
                      value={answers[key] ?? ''}
                      onChange={(value) => onChange({ ...answers, [key]: value })}
                      content={content}
                      language={language}
                    />
                  )}
                </Asked>
              );
            })}
          </div>
        )}
      </ContentGate>
    </>
  );
}
