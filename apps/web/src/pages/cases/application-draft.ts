import type { CaseDetail } from '@luodi/server/contract';

/** A bank account as it is being written. */
export interface AccountDraft {
  readonly name: string;
  readonly bank: string;
  readonly number: string;
}

/** A paper of the list, handed in or promised. */
export interface PaperDraft {
  readonly paper: string;
  /** `null`: promised for later. */
  readonly attachment: string | null;
}

/** What an enterprise has filled in. */
export interface ApplicationDraft {
  /** Facts by their keys; empty text: nothing stated. */
  readonly answers: Readonly<Record<string, string>>;
  readonly papers: readonly PaperDraft[];
  /** `undefined`: the one that is kept already. */
  readonly account: AccountDraft | undefined;
}

export const emptyAccount: AccountDraft = { name: '', bank: '', number: '' };

/** Whether an account can be sent. */
export function isWhole({ name, bank, number }: AccountDraft): boolean {
  return name.trim() !== '' && bank.trim() !== '' && /^\d{8,32}$/u.test(number.replaceAll(' ', ''));
}

/** An account as it is sent: spaces between groups of digits are for people. */
export function accountJson({ name, bank, number }: AccountDraft): AccountDraft {
  return { name: name.trim(), bank: bank.trim(), number: number.replaceAll(' ', '') };
}

/** What was saved so far. */
export function draftOf({
  answers,
  papers,
  account,
  enterpriseName,
}: CaseDetail): ApplicationDraft {
  const texts = Object.entries(answers).flatMap(([key, value]) =>
    typeof value === 'string' ? [[key, value] as const] : [],
  );
  return {
    answers: Object.fromEntries(texts),
    papers,
    account: account === null ? { ...emptyAccount, name: enterpriseName } : undefined,
  };
}

/** A draft as it is sent: facts left open are left out. */
export function draftJson({ answers, papers, account }: ApplicationDraft) {
  return {
    answers: Object.fromEntries(Object.entries(answers).filter(([, text]) => text !== '')),
    papers,
    ...(account !== undefined && isWhole(account) ? { account: accountJson(account) } : {}),
  };
}
