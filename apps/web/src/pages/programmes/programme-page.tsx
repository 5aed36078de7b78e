import { caseState, programmeJson } from '@luodi/server/contract';
import type { ProgrammeJson } from '@luodi/server/contract';
import { Link, useParams } from 'react-router';
import { StatusTag } from '../../components/status-tag.tsx';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { useProgrammeTexts } from '../../i18n/use-programme-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { RoleGate } from '../../session/role-gate.tsx';
import { useHeld } from '../../session/use-held.ts';
import { addressOf } from '../../state/page-parameters.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import caseStyles from '../cases/cases.module.css';
import { titleOf } from '../cases/title-of.ts';
import { useStepWords } from '../cases/use-step-words.ts';
import { AutomaticRound } from './automatic-round.tsx';
import { ProgrammeActions } from './programme-actions.tsx';
import styles from './programmes.module.css';
import { useHolderName } from './use-holder-name.ts';

function Counts({ programme }: { readonly programme: ProgrammeJson }) {
  const texts = useProgrammeTexts();
  const { states } = useCaseTexts();
  const kept = useKeptSearch();
  const present = caseState.options.flatMap((state) => {
    const count = programme.cases[state];
    return count === undefined || count === 0 ? [] : [{ state, count }];
  });
  return (
    <section className={caseStyles.panel} aria-labelledby="programme-cases">
      <h2 id="programme-cases">{texts.cases}</h2>
      {present.length === 0 && <p className="quiet">{texts.noCases}</p>}
      <ul className={styles.counts}>
        {present.map(({ state, count }) => (
          <li key={state}>
            <Link to={addressOf('/cases', kept, { programme: programme.id, state })}>
              {states[state]}
            </Link>{' '}
            <strong className="figure">{count}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Arrangement({ programme }: { readonly programme: ProgrammeJson }) {
  const texts = useProgrammeTexts();
  const { nameOf, noteOf } = useStepWords();
  const holder = useHolderName();
  const { language } = usePageState();
  const { funding, route, lawDate, contentVersion } = programme;
  const rows = [
    [texts.columns.window, `${programme.windowFrom} — ${programme.windowUntil}`],
    [texts.lawDate, lawDate ?? texts.lawDateOpen],
    [texts.version, contentVersion.slice(0, 12)],
    [texts.pool, language === 'zh' ? programme.poolName : programme.poolNameEn],
    [texts.year, String(funding.year)],
    [
      texts.shares,
      funding.shares
        .map((each) => texts.share(holder(each.holder), each.part))
        .join(texts.separator),
    ],
    [texts.advance, holder(funding.advance)],
    [texts.exhaustion, texts.exhaustions[funding.exhaustion]],
  ] as const;
  return (
    <div className={styles.halves}>
      <section className={caseStyles.panel} aria-labelledby="programme-route">
        <h2 id="programme-route">{texts.route}</h2>
        <ol className={styles.route}>
          {route.map((step, index) => (
            // Steps have no names of their own, and their order never changes.
            <li key={index}>
              <strong>{nameOf(step)}</strong> <span className="quiet">{noteOf(step)}</span>
              {step.kind === 'application' && step.papers.length + step.laterPapers.length > 0 && (
                <div className="quiet" lang="zh-CN">
                  {[...step.papers, ...step.laterPapers].join('、')}
                </div>
              )}
            </li>
          ))}
        </ol>
      </section>
      <section className={caseStyles.panel} aria-labelledby="programme-funding">
        <h2 id="programme-funding">{texts.funding}</h2>
        <dl className={caseStyles.pairs}>
          {rows.map(([label, value]) => (
            <div key={label}>
              <dt className="quiet">{label}</dt>
              <dd className="figure">{value}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}

function View({ programme }: { readonly programme: ProgrammeJson }) {
  const texts = useProgrammeTexts();
  const { language } = usePageState();
  const kept = useKeptSearch();
  const zh = language === 'zh';
  const { state, open, measure } = programme;
  const [document = ''] = measure.split('/');
  return (
    <>
      <h1>
        {titleOf(programme, language)}{' '}
        <StatusTag tone={open ? 'good' : 'plain'}>
          {open ? texts.open : texts.states[state]}
        </StatusTag>
      </h1>
      <p>
        <Link to={`/documents/${document}${kept}`}>
          {zh ? programme.measureLabel : programme.measureLabelEn}
        </Link>{' '}
        · {zh ? programme.ownerName : programme.ownerNameEn} · {texts.manners[programme.manner]}
      </p>
      {programme.mine && <ProgrammeActions programme={programme} />}
      <Counts programme={programme} />
      {programme.mine && programme.manner === 'automatic' && programme.state === 'published' && (
        <AutomaticRound programme={programme} />
      )}
      <Arrangement programme={programme} />
    </>
  );
}

function One() {
  const { id = '' } = useParams();
  const texts = useProgrammeTexts();
  const kept = useKeptSearch();
  const query = useHeld(`/api/programmes/${encodeURIComponent(id)}`, programmeJson);
  const list = <Link to={`/programmes${kept}`}>{texts.title}</Link>;
  return (
    <>
      <nav aria-label={texts.title}>{list}</nav>
      <ServerGate query={query} elsewhere={list}>
        {(programme) => <View programme={programme} />}
      </ServerGate>
    </>
  );
}

/** One programme: its steps and money, how many cases stand where, and what its office can do. */
export function ProgrammePage() {
  return <RoleGate roles={['officer', 'finance', 'auditor']}>{() => <One />}</RoleGate>;
}
