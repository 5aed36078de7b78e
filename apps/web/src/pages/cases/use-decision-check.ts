import { decisionFinding } from '@luodi/server/contract';
import type { DecisionFindingJson } from '@luodi/server/contract';
import { useState } from 'react';
import { sendCommand } from '../../session/send-command.ts';
import type { CommandFault } from '../../session/send-command.ts';
import { useSignedIn } from '../../session/use-session.ts';

/** What checking a decision came to. */
export type DecisionCheck =
  | { readonly kind: 'found'; readonly finding: DecisionFindingJson }
  | { readonly kind: 'failed'; readonly fault: CommandFault };

/** It is no decision: not even of its shape. */
function isUnreadable(fault: CommandFault): boolean {
  return fault.kind === 'refused' && fault.status === 400;
}

/** Its rules are not kept here. */
function areRulesUnknown(fault: CommandFault): boolean {
  return fault.kind === 'refused' && fault.error.code === 'unknown_content_version';
}

function found(kind: DecisionFindingJson['kind']): DecisionCheck {
  return { kind: 'found', finding: { kind, parts: [] } };
}

/** Has a decision file reached again by the server, which keeps nothing of it. */
export function useDecisionCheck() {
  const csrfToken = useSignedIn()?.csrfToken;
  const [check, setCheck] = useState<DecisionCheck>();
  const [isRunning, setRunning] = useState(false);
  const checkText = async (body: string) => {
    setRunning(true);
    const path = '/api/decisions/verify';
    const sent = await sendCommand(
      { method: 'POST', path, body, csrfToken, key: 'decision-check' },
      decisionFinding,
    );
    setRunning(false);
    if (sent.kind === 'done') setCheck({ kind: 'found', finding: sent.value });
    else if (isUnreadable(sent.fault)) setCheck(found('unreadable'));
    else if (areRulesUnknown(sent.fault)) setCheck(found('other_rules'));
    else setCheck(sent);
  };
  return { check, checkText, isRunning };
}
