import { Button } from 'antd';
import { attachmentResponse } from '@luodi/server/contract';
import type { CaseDetail } from '@luodi/server/contract';
import { useRef } from 'react';
import { StatusTag } from '../../components/status-tag.tsx';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { useCommand } from '../../session/use-command.ts';
import type { PaperDraft } from './application-draft.ts';
import styles from './papers.module.css';

interface PaperProps {
  readonly caseId: string;
  readonly paper: string;
  readonly mayFollow: boolean;
  readonly given: PaperDraft | undefined;
  /** `undefined`: neither handed in nor promised. */
  readonly onChange: (given: PaperDraft | undefined) => void;
}

function Paper({ caseId, paper, mayFollow, given, onChange }: PaperProps) {
  const { form } = useCaseTexts();
  const input = useRef<HTMLInputElement>(null);
  const { run, isRunning, fault } = useCommand(attachmentResponse);
  const send = async (file: File) => {
    const body = new FormData();
    body.set('file', file);
    const kept = await run(`/api/cases/${encodeURIComponent(caseId)}/attachments`, body);
    if (kept !== undefined) onChange({ paper, attachment: kept.attachment });
  };
  const isIn = given !== undefined && given.attachment !== null;
  return (
    <li className={styles.paper} data-paper={paper}>
      <div>
        <span lang="zh-CN">{paper}</span>{' '}
        {isIn ? (
          <StatusTag tone="good">{form.handedIn}</StatusTag>
        ) : given === undefined ? (
          <StatusTag>{mayFollow ? form.later : form.must}</StatusTag>
        ) : (
          <StatusTag tone="attention">{form.promised}</StatusTag>
        )}
        <FaultNotice fault={fault} />
      </div>
      <div className={styles.buttons}>
        <Button
          size="small"
          loading={isRunning}
          aria-label={`${isIn ? form.replace : form.upload}: ${paper}`}
          onClick={() => input.current?.click()}
        >
          {isRunning ? form.uploading : isIn ? form.replace : form.upload}
        </Button>
        {mayFollow && given === undefined && (
          <Button
            size="small"
            aria-label={`${form.promise}: ${paper}`}
            onClick={() => onChange({ paper, attachment: null })}
          >
            {form.promise}
          </Button>
        )}
        {given !== undefined && (
          <Button
            size="small"
            type="text"
            aria-label={`${form.remove}: ${paper}`}
            onClick={() => onChange(undefined)}
          >
            {form.remove}
          </Button>
        )}
        <input
          ref={input}
          type="file"
          hidden
          aria-label={paper}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file !== undefined) void send(file);
            currentTarget.value = '';
          }}
        />
      </div>
    </li>
  );
}

/** The papers of a list, each to be handed in; those that may follow can be promised. */
export function PaperList({
  detail,
  papers,
  onChange,
}: {
  readonly detail: CaseDetail;
  readonly papers: readonly PaperDraft[];
  /** Called with how they change: a file may arrive when others have changed since it was sent. */
  readonly onChange: (update: (papers: readonly PaperDraft[]) => readonly PaperDraft[]) => void;
}) {
  const { form } = useCaseTexts();
  const step = detail.route.find((each) => each.kind === 'application');
  if (step?.kind !== 'application' || step.papers.length + step.laterPapers.length === 0)
    return <p className="quiet">{form.papersNone}</p>;
  const change = (paper: string, given: PaperDraft | undefined) => {
    onChange((now) => {
      const others = now.filter((each) => each.paper !== paper);
      return given === undefined ? others : [...others, given];
    });
  };
  const row = (paper: string, mayFollow: boolean) => (
    <Paper
      key={paper}
      caseId={detail.id}
      paper={paper}
      mayFollow={mayFollow}
      given={papers.find((each) => each.paper === paper)}
      onChange={(given) => change(paper, given)}
    />
  );
  return (
    <>
      <p className="quiet">{form.fileHint}</p>
      <ul className={styles.papers}>
        {step.papers.map((paper) => row(paper, false))}
        {step.laterPapers.map((paper) => row(paper, true))}
      </ul>
    </>
  );
}
