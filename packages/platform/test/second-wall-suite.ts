import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAs } from '../src/index.ts';
import type { Actor, Database } from '../src/index.ts';

const at = `'2026-03-01T01:00:00Z'`;

/** What there is of one enterprise; `mark` stands at the end of every name in it. */
function rowsOf(mark: string, district: string): readonly string[] {
  const [body, of] = [`'e:${mark}'`, `'case:${mark}'`];
  const place = `'${district}'`;
  return [
    `insert into organisation (id, kind, name, name_en, district)
      values (${body}, 'enterprise', '${mark}', '${mark}', ${place})`,
    `insert into delivery_case (id, programme, enterprise, district, state, step, answers, papers, opened_at)
      values (${of}, 'programme', ${body}, ${place}, 'open', 0, '{}', '[]', ${at})`,
    `insert into case_task (id, delivery_case, step, round, organisation, state)
      values ('task:${mark}', ${of}, 0, 0, 'city', 'waiting')`,
    `insert into objection (id, delivery_case, step, by_name, words, at)
      values ('objection:${mark}', ${of}, 0, 'x', 'x', ${at})`,
    `insert into decision (id, delivery_case, measure, content_version, law_date, known_at, facts, answer, amount_fen,
      amount_by, hash) values ('decision:${mark}', ${of}, 'm', 'v', '2026-01-01', ${at}, '{}', '{}', 1, 'rule', '${mark}')`,
    `insert into correction (id, delivery_case, decision, finding, basis, kind, recoveries, fen, granted_fen, reason, clause, at,
      decided_by) values ('correction:${mark}', ${of}, 'decision:${mark}', 'x', '{}', 'upheld', '[]', 0, 1, 'x', 'x', ${at}, 'x')`,
    `insert into attachment (id, owner, name, media_type, bytes, sha256, at, brought_by)
      values ('paper:${mark}', ${body}, 'x', 'x', '', 'x', ${at}, 'x')`,
    `insert into payment (id, subject, delivery_case, enterprise, district, pool, year, payer, attempt, fen, shares, account,
      state, end_to_end_id, ordered_at) values ('payment:${mark}', ${of}, ${of}, ${body}, ${place}, 'pool', 2026, 'city', 1, 1,
      '[]', '{}', 'ordered', '${mark}', ${at})`,
    `insert into recovery (id, delivery_case, enterprise, district, fen, interest_fen, reason, clause, state, at)
      values ('recovery:${mark}', ${of}, ${body}, ${place}, 1, 0, 'x', 'x', 'ordered', ${at})`,
    `insert into fact_record (enterprise, fact, value, source, as_of, recorded_at, brought_by)
      values (${body}, 'x', '1', 'tax', '2026-01-01', ${at}, 'x')`,
    `insert into fact_dispute (id, fact_record, enterprise, words, at, brought_by)
      select 'dispute:${mark}', id, ${body}, 'x', ${at}, 'x' from fact_record where enterprise = ${body}`,
    `insert into dishonesty (id, enterprise, since, reason, clause, at)
      values ('dishonesty:${mark}', ${body}, '2026-01-01', 'x', 'x', ${at})`,
    `insert into voucher (id, pool, enterprise, face_fen, remaining_fen, issued_at, expires_on)
      values ('voucher:${mark}', 'vouchers', ${body}, 1, 1, ${at}, '2027-01-01')`,
    `insert into redemption (id, voucher, provider, fen, invoice, at)
      values ('redemption:${mark}', 'voucher:${mark}', 'provider', 1, '${mark}', ${at})`,
    `insert into allotment (subject, pool, year, holder) values (${of}, 'pool', 2026, 'city')`,
    `insert into entry_subject (subject, entry, fen) select ${of}, id, 1 from ledger_entry`,
    `insert into notification (organisation, subject, kind, words, at)
      values (${body}, ${of}, 'told', '{}', ${at})`,
    `insert into command (key, actor, name, request_hash, outcome, at)
      values ('key:${mark}', 'user:${mark}', 'x', 'x', '{}', ${at})`,
  ];
}

const world: readonly string[] = [
  `insert into content_version (version, loaded_at, city, files) values ('v', ${at}, 'x', '{}')`,
  `insert into organisation (id, kind, name, name_en) values
    ('city', 'city', 'x', 'x'), ('provider', 'provider', 'x', 'x'), ('other', 'provider', 'x', 'x')`,
  `insert into programme (id, title, title_en, measure, matter, content_version, manner, window_from, window_until, route,
    funding, owner, state, created_at) values ('programme', 'x', 'x', 'm', 'x', 'v', 'application', '2026-01-01',
    '2026-12-31', '[]', '{}', 'city', 'published', ${at})`,
  `insert into budget_pool (id, name, name_en, owner) values ('pool', 'x', 'x', 'city')`,
  `insert into ledger_entry (at, kind, subject, words, actor) values (${at}, 'x', 'x', 'x', 'x')`,
  `insert into voucher_pool (id, name, name_en, measure, pool, year, payer, shares, limit_fen, expires_on, state)
    values ('vouchers', 'x', 'x', 'm', 'pool', 2026, 'city', '[]', 1, '2027-01-01', 'open')`,
  `insert into voucher_provider (pool, provider) values ('vouchers', 'provider')`,
  `insert into payment_batch (id, payer, account, payments, total_fen, state, created_at, created_by)
    values ('batch', 'city', '{}', 1, 1, 'prepared', ${at}, 'x')`,
  `insert into bank_receipt (id, payer, reference, fen, outcome, value_date, unmatched, at)
    values ('receipt', 'city', 'x', 1, 'paid', '2026-01-01', 'unknown_payment', ${at})`,
  `insert into fact_import (id, source, file_name, mapping, counts, faulty, at, brought_by, organisation)
    values ('import', 'tax', 'x', '{}', '{}', '[]', ${at}, 'x', 'd:西湖')`,
  ...rowsOf('甲', '西湖区'),
  ...rowsOf('乙', '余杭区'),
];

type Seen = '甲' | '乙' | '甲乙' | '';

/** What is an enterprise's, with the column that says whose. */
const ofEnterprises = {
  delivery_case: 'id',
  case_task: 'id',
  objection: 'id',
  decision: 'id',
  correction: 'id',
  payment: 'id',
  recovery: 'id',
  fact_record: 'enterprise',
  fact_dispute: 'id',
  dishonesty: 'id',
  voucher: 'id',
  redemption: 'id',
  attachment: 'id',
  allotment: 'subject',
  entry_subject: 'subject',
} as const;

interface Person {
  readonly name: string;
  readonly actor: Actor;
  readonly sees: Seen;
  /** Where a table shows another part than the rest. */
  readonly except?: Partial<Readonly<Record<keyof typeof ofEnterprises, Seen>>>;
}

function person(role: Actor['role'], organisation: string, district?: string): Actor {
  return { user: 'x', organisation, role, district };
}

const persons: readonly Person[] = [
  { name: 'the enterprise 甲', actor: person('enterprise', 'e:甲', '西湖区'), sees: '甲' },
  { name: 'the enterprise 乙', actor: person('enterprise', 'e:乙', '余杭区'), sees: '乙' },
  {
    name: 'a provider of services',
    actor: person('enterprise', 'provider'),
    sees: '',
    except: { voucher: '甲乙', redemption: '甲乙' },
  },
  { name: 'a provider of other services', actor: person('enterprise', 'other'), sees: '' },
  // Papers are for whoever works on a case; these are of none yet.
  ...(['officer', 'finance', 'expert'] as const).flatMap((role): readonly Person[] => [
    {
      name: `${role} of 西湖区`,
      actor: person(role, 'd:西湖', '西湖区'),
      sees: '甲',
      except: { attachment: '' },
    },
    {
      name: `${role} of 余杭区`,
      actor: person(role, 'd:余杭', '余杭区'),
      sees: '乙',
      except: { attachment: '' },
    },
    {
      name: `${role} of the city`,
      actor: person(role, 'city'),
      sees: '甲乙',
      except: { attachment: '' },
    },
    {
      name: `${role} of a district whose name is a trick`,
      actor: person(role, 'd:x', "' or '1'='1"),
      sees: '',
    },
  ]),
  { name: 'the pilot office', actor: person('pilot_office', 'city'), sees: '' },
  { name: 'an inspector', actor: person('inspector', 'city'), sees: '' },
  { name: 'an administrator', actor: person('administrator', 'city'), sees: '' },
  { name: 'an auditor', actor: person('auditor', 'city'), sees: '甲乙' },
];

/** Open to everybody who is signed in: who there is, what is offered, sums that name nobody. */
const open = [
  'budget_pool',
  'content_version',
  'fact_mapping',
  'journal_head',
  'ledger_account',
  'ledger_entry',
  'organisation',
  'organisation_change',
  'posting',
  'programme',
  'voucher_pool',
  'voucher_provider',
];

/** Who sees which rows, whatever a query forgets to ask. `open` gives an empty database. */
export function secondWallSuite(name: string, openDatabase: () => Promise<Database>): void {
  describe(name, () => {
    let database: Database;

    beforeAll(async () => {
      database = await openDatabase();
      for (const statement of world) await sql.raw(statement).execute(database.queries);
    });
    afterAll(() => database.close());

    function texts(actor: Actor, query: string): Promise<readonly string[]> {
      return readAs(database.queries, actor, async (transaction) => {
        const { rows } = await sql.raw<{ text: string }>(query).execute(transaction);
        return rows.map(({ text }) => text);
      });
    }

    test('every table has its rows guarded, or is open on purpose', async () => {
      const { rows } = await sql<{ name: string }>`
        select relname as name from pg_class
        where relkind = 'r' and relnamespace = current_schema()::regnamespace and not relrowsecurity
          and has_table_privilege('luodi_app', oid, 'select')
        order by relname collate "C"`.execute(database.queries);
      expect(rows.map((row) => row.name)).toEqual(open);
    });

    for (const { name: who, actor, sees, except = {} } of persons)
      describe(who, () => {
        for (const [table, column] of Object.entries(ofEnterprises)) {
          const expected = Object.entries(except).find(([key]) => key === table)?.[1] ?? sees;
          test(`sees of ${table}: ${expected || 'nothing'}`, async () => {
            const found = await texts(actor, `select ${column} as text from ${table}`);
            const marks = found.map((text) => text.at(-1) ?? '').sort();
            expect(marks).toEqual(Array.from(expected).sort());
          });
        }

        const changes = actor.role === 'auditor' ? '' : sees;
        test(`changes of cases: ${changes || 'nothing'}`, async () => {
          const changed = await texts(
            actor,
            `update delivery_case set step = step returning id as text`,
          );
          const marks = changed.map((text) => text.at(-1) ?? '').sort();
          expect(marks).toEqual(Array.from(changes).sort());
        });

        const handlesMoney = ['officer', 'finance', 'auditor'].includes(actor.role);
        test(`${handlesMoney ? 'sees' : 'does not see'} what goes to the bank and comes back`, async () => {
          for (const table of ['payment_batch', 'bank_receipt'])
            expect(await texts(actor, `select id as text from ${table}`)).toHaveLength(
              handlesMoney ? 1 : 0,
            );
        });

        test('sees no notices to others, nor what others commanded', async () => {
          const notices = await texts(actor, 'select organisation as text from notification');
          expect(notices.filter((organisation) => organisation !== actor.organisation)).toEqual([]);
          expect(await texts(actor, 'select key as text from command')).toEqual([]);
        });
      });

    test('an auditor cannot add to the records', async () => {
      const added = texts(
        person('auditor', 'city'),
        `insert into dishonesty (id, enterprise, since, reason, clause, at)
          values ('x', 'e:甲', '2026-01-01', 'x', 'x', ${at}) returning id as text`,
      );
      await expect(added).rejects.toThrow(/row-level security/);
    });

    test('an officer of a district cannot open a case of another', async () => {
      const actor = person('officer', 'd:西湖', '西湖区');
      const moved = texts(
        actor,
        `insert into delivery_case (id, programme, enterprise, district, state, step, answers, papers, opened_at)
          values ('case:丙', 'programme', 'e:乙', '余杭区', 'open', 0, '{}', '[]', ${at}) returning id as text`,
      );
      await expect(moved).rejects.toThrow(/row-level security/);
    });
  });
}
