import { caseOutcome } from '@luodi/server/contract';
import type { CaseDetail } from '@luodi/server/contract';
import { useState } from 'react';
import { useCommand } from '../../session/use-command.ts';
import { draftJson, draftOf, isWhole } from './application-draft.ts';
import type { ApplicationDraft } from './application-draft.ts';
import { caseAddress } from './case-address.ts';

type Papers = ApplicationDraft['papers'];

/** An application as it is being filled in, and what to do with it. */
export function useApplication(detail: CaseDetail) {
  const [draft, setDraft] = useState<ApplicationDraft>(() => draftOf(detail));
  const [saved, setSaved] = useState(false);
  const { run, isRunning, fault } = useCommand(caseOutcome);
  const change = (part: Partial<ApplicationDraft>) => {
    setDraft((now) => ({ ...now, ...part }));
    setSaved(false);
  };
  const changePapers = (update: (papers: Papers) => Papers) => {
    setDraft((now) => ({ ...now, papers: update(now.papers) }));
    setSaved(false);
  };
  const save = async () => {
    const done = await run(caseAddress(detail.id, 'save'), draftJson(draft));
    if (done !== undefined) setSaved(true);
  };
  const submit = (signed: string) =>
    run(caseAddress(detail.id, 'submit'), { ...draftJson(draft), signed });
  const complete = () => run(caseAddress(detail.id, 'complete'), draftJson(draft));
  return { draft, change, changePapers, save, submit, complete, saved, isRunning, fault };
}

/** Whether the round wants an account already with the application: where there is no claim to give it later. */
export function needsAccount({ route }: CaseDetail): boolean {
  return !route.some(({ kind }) => kind === 'claim');
}

/** Papers that are neither handed in nor, where that is allowed, promised. */
export function papersOpen({ route }: CaseDetail, { papers }: ApplicationDraft): readonly string[] {
  const step = route.find(({ kind }) => kind === 'application');
  if (step?.kind !== 'application') return [];
  const named = new Set(papers.map(({ paper }) => paper));
  const handedIn = new Set(
    papers.flatMap(({ paper, attachment }) => (attachment === null ? [] : [paper])),
  );
  return [
    ...step.papers.filter((paper) => !handedIn.has(paper)),
    ...step.laterPapers.filter((paper) => !named.has(paper)),
  ];
}

/** Whether an account is still to be given. */
export function accountOpen(detail: CaseDetail, { account }: ApplicationDraft): boolean {
  return needsAccount(detail) && account !== undefined && !isWhole(account);
}
