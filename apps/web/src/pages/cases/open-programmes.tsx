import { Button } from 'antd';
import { programmesResponse, startResponse } from '@luodi/server/contract';
import type { CaseSummary, ProgrammeJson } from '@luodi/server/contract';
import { Link, useNavigate } from 'react-router';
import { StatusTag } from '../../components/status-tag.tsx';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { useCommand } from '../../session/use-command.ts';
import { useHeld } from '../../session/use-held.ts';
import { useKeptSearch, usePageState } from '../../state/page-state.ts';
import styles from './cases.module.css';
import { titleOf } from './title-of.ts';

function Programme({ programme }: { readonly programme: ProgrammeJson }) {
  const { mine } = useCaseTexts();
  const { language } = usePageState();
  const kept = useKeptSearch();
  const navigate = useNavigate();
  const { run, isRunning, fault } = useCommand(startResponse);
  const title = titleOf(programme, language);
  const apply = async () => {
    const started = await run('/api/cases', { programme: programme.id });
    if (started !== undefined) await navigate(`/cases/${encodeURIComponent(started.case)}${kept}`);
  };
  return (
    <li className={styles.row} data-programme={programme.id}>
      <div>
        <h3>{title}</h3>
        <p className="quiet">
          {language === 'zh' ? programme.measureLabel : programme.measureLabelEn} ·{' '}
          {mine.by(language === 'zh' ? programme.ownerName : programme.ownerNameEn)} ·{' '}
          <span className="figure">{mine.window(programme.windowFrom, programme.windowUntil)}</span>
        </p>
        <FaultNotice fault={fault} />
      </div>
      {programme.manner === 'automatic' ? (
        <StatusTag>{mine.automatic}</StatusTag>
      ) : (
        <Button
          type="primary"
          loading={isRunning}
          aria-label={`${mine.apply}: ${title}`}
          onClick={() => void apply()}
        >
          {mine.apply}
        </Button>
      )}
    </li>
  );
}

/** What an enterprise can apply for today and has not, one click each. */
export function OpenProgrammes({ cases }: { readonly cases: readonly CaseSummary[] }) {
  const { mine } = useCaseTexts();
  const kept = useKeptSearch();
  const query = useHeld('/api/programmes', programmesResponse);
  const begun = new Set(
    cases.filter(({ state }) => state !== 'withdrawn').map(({ programme }) => programme),
  );
  return (
    <section className={styles.section} aria-labelledby="open-programmes">
      <h2 id="open-programmes">{mine.openTitle}</h2>
      <ServerGate query={query}>
        {({ programmes }) => {
          const open = programmes.filter((programme) => programme.open && !begun.has(programme.id));
          return open.length === 0 ? (
            <p className="quiet">
              {mine.openNone} <Link to={`/${kept}`}>{mine.finder}</Link>
            </p>
          ) : (
            <ul className={styles.list}>
              {open.map((programme) => (
                <Programme key={programme.id} programme={programme} />
              ))}
            </ul>
          );
        }}
      </ServerGate>
    </section>
  );
}
