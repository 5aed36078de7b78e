import {
  CheckCircleFilled,
  ClockCircleOutlined,
  CloseCircleOutlined,
  MinusCircleOutlined,
  QuestionCircleOutlined,
  RightCircleOutlined,
} from '@ant-design/icons';
import { sayFigures } from '@luodi/evaluation';
import type { MeasureAnswer } from '@luodi/evaluation';
import { Temporal } from '@luodi/kernel';
import { exactMoney } from '../../components/money.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import { CardProof } from './card-proof.tsx';
import { CardReasons } from './card-reasons.tsx';
import type { CardProps } from './card-props.ts';
import type { GroupName } from './groups.ts';
import { MissingFacts } from './missing-facts.tsx';
import styles from './measure-card.module.css';

const expiryWatchDays = 30;

function statusIcon(group: GroupName) {
  switch (group) {
    case 'certain':
    case 'upTo':
    case 'otherwise':
    case 'rules':
      return <CheckCircleFilled className={styles.yes} />;
    case 'undecided':
    case 'undecidedOther':
      return <QuestionCircleOutlined className={styles.open} />;
    case 'near':
      return <RightCircleOutlined className={styles.open} />;
    case 'setAside':
      return <MinusCircleOutlined />;
    case 'no':
      return <CloseCircleOutlined />;
    case 'notInForce':
      return <ClockCircleOutlined />;
  }
}

const statusKey = {
  certain: 'entitled',
  upTo: 'entitled',
  otherwise: 'entitled',
  rules: 'entitled',
  undecided: 'undetermined',
  undecidedOther: 'undetermined',
  near: 'near',
  setAside: 'set_aside',
  no: 'not_entitled',
  notInForce: 'not_in_force',
} as const satisfies Record<GroupName, string>;

function Validity({ answer }: { answer: MeasureAnswer }) {
  const texts = useTexts();
  const { date } = usePageState();
  const { from, until } = answer.measure.validity;
  const notYet = Temporal.PlainDate.compare(date, from) < 0;
  const days = until === undefined ? undefined : date.until(until, { largestUnit: 'days' }).days;
  return (
    <>
      {notYet
        ? texts.card.from(from.toString())
        : until === undefined
          ? texts.card.noEnd
          : texts.card.until(until.toString())}
      {!notYet && days !== undefined && days >= 0 && days <= expiryWatchDays && (
        <strong className={styles.open}> {texts.card.endsSoon(days)}</strong>
      )}
    </>
  );
}

function Head({ answer, group }: { answer: MeasureAnswer; group: GroupName }) {
  const texts = useTexts();
  const { language } = usePageState();
  const { measure, amount } = answer;
  const shown = answer.status === 'entitled' || answer.status === 'undetermined';
  return (
    <header className={styles.head}>
      {statusIcon(group)}
      <div className={styles.title}>
        <h3>{language === 'zh' ? measure.name : measure.nameEn}</h3>
        <span className="quiet">
          {texts.status[statusKey[group]]} ·{' '}
          {measure.departments.length > 0 && (
            <>
              <span lang="zh-CN">{measure.departments.join('、')}</span> ·{' '}
            </>
          )}
          <Validity answer={answer} />
          {measure.window !== undefined &&
            ` · ${texts.card.window(measure.window.opens.toString(), measure.window.closes.toString())}`}
        </span>
      </div>
      {shown && (
        <strong
          className={`figure ${styles.amount}`}
          title={amount.fen === null ? '' : exactMoney(amount.fen, language)}
        >
          {sayFigures(amount)[language]}
        </strong>
      )}
    </header>
  );
}

/** The sentence of the sum; while it is open only where it says how the sum will come about. */
function Formula({ answer }: { answer: MeasureAnswer }) {
  const { language } = usePageState();
  const { amount, status } = answer;
  const formula = amount.formula[language];
  const says = status === 'entitled' && formula !== sayFigures(amount)[language];
  return says ? <p className={`figure ${styles.formula}`}>{formula}</p> : null;
}

/** One measure: what, how much, why, and one click away the clause's own words. */
export function MeasureCard(props: CardProps) {
  const { answer, group, content } = props;
  const texts = useTexts();
  const { language } = usePageState();
  const { measure } = answer;
  return (
    <article
      className={`${styles.card} ${styles[group] ?? ''}`}
      aria-label={language === 'zh' ? measure.name : measure.nameEn}
      data-measure={measure.id}
      data-group={group}
    >
      <Head answer={answer} group={group} />
      <Formula answer={answer} />
      <CardReasons {...props} />
      {answer.items.length > 1 && (
        <ul className={styles.part} aria-label={texts.card.items}>
          {answer.items.map((item) => (
            <li key={item.label}>
              {item.label}: {texts.status[item.answer.status]}{' '}
              {item.answer.status === 'entitled' && sayFigures(item.answer.amount)[language]}
            </li>
          ))}
        </ul>
      )}
      <MissingFacts answer={answer} content={content} />
      <CardProof {...props} />
    </article>
  );
}
