import { dayOf } from '@luodi/kernel';
import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { Schema } from '@luodi/platform';
import { noticeWords } from '../domain/notice-words.ts';
import type { Programme } from './programmes.ts';

/** An enterprise on the list of a round: with a certain sum, or one fact short. */
export interface ListedCase {
  readonly id: string;
  readonly enterprise: string;
  /** 分; `null` where one fact lacks. */
  readonly fen: bigint | null;
  readonly lacks: string | null;
  readonly decision: string | null;
  /** Filled in when it is written. */
  readonly district?: string;
}

/** What an enterprise is told that is on the list, or is asked for the one fact that it lacks. */
function noticeOf(
  { id, enterprise, fen, lacks }: ListedCase,
  { id: programme, title, titleEn }: Programme,
  dueOn: string | null,
) {
  const kind = lacks === null ? 'step.notice' : 'asked';
  const due = lacks === null ? dueOn : null;
  const words = noticeWords(kind, { title, titleEn, due, fen });
  const detail = { programme, title, titleEn, fen: fen?.toString() ?? null, fact: lacks, due };
  return { id, enterprise, kind: `case.${kind}`, words: { ...words, ...detail } };
}

/** Writes the cases of one page with their notices, in two statements however many; answers them with their districts. */
export async function insertListedCases(
  transaction: Transaction<Schema>,
  programme: Programme,
  cases: readonly ListedCase[],
  { dueOn, at }: { readonly dueOn: string | null; readonly at: Date },
): Promise<readonly ListedCase[]> {
  const day = dayOf(at).toString();
  const rows = JSON.stringify(
    cases.map((each) => ({ ...each, fen: each.fen?.toString() ?? null })),
  );
  const written = await sql<{ id: string; district: string }>`
    insert into delivery_case (id, programme, enterprise, district, state, step, asked_fen, approved_fen, decision,
      answers, papers, law_date, due_on, opened_at)
    select l.id, ${programme.id}, l.enterprise, coalesce(o.district, ''),
      case when l.lacks is null then 'open' else 'draft' end, 0, l.fen,
      case when l.decision is null then null else l.fen end, l.decision, '{}', '[]', ${day}::date,
      case when l.lacks is null then ${dueOn}::date end, ${at}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as l (id text, enterprise text, fen bigint, lacks text, decision text)
    join organisation o on o.id = l.enterprise
    returning id, district`.execute(transaction);
  const notices = JSON.stringify(cases.map((each) => noticeOf(each, programme, dueOn)));
  await sql`
    insert into notification (organisation, subject, kind, words, at)
    select l.enterprise, l.id, l.kind, l.words, ${at}::timestamptz
    from jsonb_to_recordset(${notices}::jsonb) as l (id text, enterprise text, kind text, words jsonb)`.execute(
    transaction,
  );
  const districts = new Map(written.rows.map((row) => [row.id, row.district]));
  return cases.map((each) => ({ ...each, district: districts.get(each.id) ?? '' }));
}
