import { Button } from 'antd';
import { programmeJson, programmeOutcome, programmeRequest } from '@luodi/server/contract';
import type { ProgrammeRequest } from '@luodi/server/contract';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { ContentGate } from '../../content/content-gate.tsx';
import { useProgrammeTexts } from '../../i18n/use-programme-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { RoleGate } from '../../session/role-gate.tsx';
import { useCommand } from '../../session/use-command.ts';
import { useHeld } from '../../session/use-held.ts';
import { useKeptSearch } from '../../state/page-state.ts';
import caseStyles from '../cases/cases.module.css';
import { CheckPanel } from './check-panel.tsx';
import { FundingFields } from './funding-fields.tsx';
import { ProgrammeMeasure } from './programme-measure.tsx';
import { draftOfProgramme, emptyDraft, fillFromRule, usualRoute } from './programme-draft.ts';
import { ProgrammeFields } from './programme-fields.tsx';
import styles from './programmes.module.css';
import { RouteEditor } from './route-editor.tsx';

function Saving({ draft }: { readonly draft: ProgrammeRequest }) {
  const { form } = useProgrammeTexts();
  const kept = useKeptSearch();
  const navigate = useNavigate();
  const { run, isRunning, fault } = useCommand(programmeOutcome);
  const save = async () => {
    const saved = await run('/api/programmes', draft);
    if (saved !== undefined) await navigate(`/programmes/${saved.programme}${kept}`);
  };
  return (
    <>
      <FaultNotice fault={fault} />
      <div className={caseStyles.actions}>
        <Button
          type="primary"
          loading={isRunning}
          disabled={!programmeRequest.safeParse(draft).success}
          onClick={() => void save()}
        >
          {form.save}
        </Button>
      </div>
    </>
  );
}

function Form({ start, isNew }: { readonly start: ProgrammeRequest; readonly isNew: boolean }) {
  const texts = useProgrammeTexts();
  const [draft, setDraft] = useState(start);
  const words = texts.form.defaultCommitment;
  return (
    <ContentGate>
      {({ evaluator: { content } }) => {
        const change = (part: Partial<ProgrammeRequest>) => {
          const measure = content.measures.get(draft.measure);
          const { manner } = part;
          // Another manner is another way from the beginning.
          const route =
            manner === undefined || manner === draft.manner || measure === undefined
              ? {}
              : { route: [...usualRoute(manner, measure, words)] };
          setDraft({ ...draft, ...part, ...route });
        };
        return (
          <div className={styles.form}>
            <div>
              <section className={caseStyles.panel} aria-label={texts.form.measure}>
                <div className={styles.fields}>
                  <ProgrammeMeasure
                    content={content}
                    chosen={draft.measure}
                    onChoose={(measure) => setDraft(fillFromRule(draft, measure, words))}
                  />
                </div>
                <ProgrammeFields draft={draft} isNew={isNew} onChange={change} />
              </section>
              <section className={caseStyles.panel} aria-labelledby="route-editor">
                <h2 id="route-editor">{texts.route}</h2>
                <RouteEditor
                  route={draft.route}
                  onChange={(route) => setDraft({ ...draft, route: [...route] })}
                />
              </section>
              <section className={caseStyles.panel} aria-labelledby="funding-fields">
                <h2 id="funding-fields">{texts.funding}</h2>
                <FundingFields
                  funding={draft.funding}
                  manner={draft.manner}
                  onChange={(funding) => setDraft({ ...draft, funding })}
                />
              </section>
            </div>
            <div>
              <CheckPanel draft={draft} />
              <Saving draft={draft} />
            </div>
          </div>
        );
      }}
    </ContentGate>
  );
}

function Editing({ id }: { readonly id: string }) {
  const texts = useProgrammeTexts();
  const query = useHeld(`/api/programmes/${encodeURIComponent(id)}`, programmeJson);
  return (
    <>
      <h1>{texts.form.editTitle}</h1>
      <ServerGate query={query}>
        {(programme) => <Form start={draftOfProgramme(programme)} isNew={false} />}
      </ServerGate>
    </>
  );
}

/** Making a programme from a measure, or changing a draft; its departures from the rule are said as one edits. */
export function ProgrammeFormPage() {
  const { id } = useParams();
  const texts = useProgrammeTexts();
  const kept = useKeptSearch();
  return (
    <RoleGate roles={['officer']}>
      {() => (
        <>
          <nav aria-label={texts.title}>
            <Link to={`/programmes${kept}`}>{texts.title}</Link>
          </nav>
          {id === undefined ? (
            <>
              <h1>{texts.form.newTitle}</h1>
              <Form start={emptyDraft()} isNew />
            </>
          ) : (
            <Editing id={id} />
          )}
        </>
      )}
    </RoleGate>
  );
}
