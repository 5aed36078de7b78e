import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { Schema } from '@luodi/platform';
import { dayOf } from '../context.ts';
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
  const { id, title, title_en } = { ...programme, title_en: programme.titleEn };
  await sql`
    insert into notification (organisation, subject, kind, words, at)
    select l.enterprise, l.id, case when l.lacks is null then 'case.step.notice' else 'case.asked' end,
      jsonb_build_object('programme', ${id}::text, 'title', ${title}::text, 'titleEn', ${title_en}::text,
        'fen', l.fen::text, 'fact', l.lacks, 'due', ${dueOn}::text), ${at}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as l (id text, enterprise text, fen bigint, lacks text)`.execute(
    transaction,
  );
  const districts = new Map(written.rows.map((row) => [row.id, row.district]));
  return cases.map((each) => ({ ...each, district: districts.get(each.id) ?? '' }));
}
