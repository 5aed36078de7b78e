import { readAs } from '@luodi/platform';
import type { Actor, Database } from '@luodi/platform';
import { beforeAll, expect, test } from 'vitest';
import {
  acceptImport,
  enterpriseFile,
  everybodysFacts,
  faultyRowsOf,
  faultyWorkbook,
  heldFacts,
  listImports,
  previewImport,
  readSheet,
  stateOwnFacts,
  undoImport,
} from '../../src/index.ts';
import type { AcceptInput, FactContext, Sheet } from '../../src/index.ts';
import { onEveryDatabase } from '../support/every-database.ts';
import {
  codeOf,
  enterpriseUser,
  idOf,
  nameOf,
  officer,
  rules,
  settleTown,
  sheetOf,
  statisticsOffice,
  system,
  taxOffice,
} from './town.ts';

const heading = '统一社会信用代码|企业名称|营业收入（万元）|年度|高新技术企业|职工人数';

function at(minute: number): Date {
  return new Date(Date.UTC(2026, 2, 1, 1, minute));
}

let keys = 0;

interface Given {
  readonly context: FactContext;
  accept(
    sheet: Sheet,
    minute: number,
    changes?: Partial<AcceptInput>,
    actor?: Actor,
  ): Promise<string>;
  factsOf(number: number, minute: number): Promise<Readonly<Record<string, unknown>> | undefined>;
}

/** A town of its own for a test. */
async function town(database: Database): Promise<Given> {
  const { queries } = database;
  const context = { queries, rules };
  const asked = <Input>(actor: Actor, minute: number, input: Input) => {
    keys += 1;
    return { key: `key-${keys}`, actor, at: at(minute), input };
  };
  return {
    context,
    async accept(sheet, minute, changes = {}, actor = taxOffice) {
      const input = { ...usual(sheet), ...changes };
      const accepted = await acceptImport(context, asked(actor, minute, input));
      if (!accepted.ok) throw new Error(JSON.stringify(accepted.error));
      return accepted.value.id;
    },
    factsOf: (number, minute) =>
      readAs(queries, system, async (transaction) => {
        const held = await heldFacts(transaction, idOf(number), at(minute), rules);
        return held?.facts;
      }),
  };
}

function usual(sheet: Sheet): AcceptInput {
  return {
    sheet,
    source: 'tax',
    mapping: undefined,
    year: undefined,
    addUnknown: false,
    fileSha256: 'a',
    asOf: '2026-01-31',
  };
}

function row(number: number, rest: string, name = nameOf(number)): string {
  return `${codeOf(number)}|${name}|${rest}`;
}

onEveryDatabase('imports of facts', ({ database }) => {
  let given: Given;
  let first = '';
  const { accept, factsOf } = {
    accept: (...all: Parameters<Given['accept']>) => given.accept(...all),
    factsOf: (...all: Parameters<Given['factsOf']>) => given.factsOf(...all),
  };

  beforeAll(async () => {
    await settleTown(database());
    given = await town(database());
  });

  test('a preview counts what an import would do and changes nothing', async () => {
    const sheet = sheetOf(
      '企业情况表||||||',
      heading,
      row(1, '1,200.5|2025|是|12人'),
      row(2, '300|2025年|否|'),
      row(1, '1000|2024||'),
      '合计||1500.5|||12',
      '注：以申报数为准|||||',
    );
    const preview = await previewImport(given.context, taxOffice, usual(sheet));
    if (!preview.ok) throw new Error(preview.error.code);
    const { columns, problems, found } = preview.value;
    expect(problems).toEqual([]);
    expect(columns.map(({ meaning, likeness }) => [meaning.kind, likeness])).toEqual([
      ['credit_code', 'exact'],
      ['name', 'exact'],
      ['fact', 'near'],
      ['year', 'exact'],
      ['fact', 'exact'],
      ['fact', 'exact'],
    ]);
    expect(found?.counts).toEqual({
      rows: 3,
      good: 3,
      faulty: 0,
      skipped: 2,
      enterprises: 2,
      newEnterprises: 0,
      added: 6,
      changed: 0,
      same: 0,
      conflicting: 0,
    });
    expect(found?.read.skipped).toEqual([
      { number: 6, kind: 'total', text: '合计' },
      { number: 7, kind: 'note', text: '注：以申报数为准' },
    ]);
    expect(await factsOf(1, 0)).toEqual({ district: '东' });
  });

  test('good rows are taken, faulty ones kept aside with the reason', async () => {
    const sheet = sheetOf(
      heading,
      row(1, '1,200.5|2025|是|12人'),
      row(2, '三百|2025|也许|-3'),
      row(9, '1|2025||'),
      row(1, '1000|2024||'),
      `${codeOf(2).slice(0, 17)}?|${nameOf(2)}|1|2025||`,
      row(3, '5|2025||', '别的名称'),
    );
    first = await accept(sheet, 1);
    expect(await factsOf(1, 1)).toEqual({
      district: '东',
      annual_revenue: { 2024: 1_000_000_000, 2025: 1_200_500_000 },
      high_tech_enterprise: true,
      employees: 12,
    });
    expect(await factsOf(2, 1)).toEqual({ district: '东' });
    const faulty = await faultyRowsOf(given.context, taxOffice, first);
    expect(
      faulty?.rows.rows.map(({ number, faults }) => [number, faults.map(({ column }) => column)]),
    ).toEqual([
      [3, [2, 4, 5]],
      [4, [undefined]],
      [6, [0]],
      [7, [undefined]],
    ]);
    const bytes = await faultyWorkbook(faulty?.rows ?? { headings: [], rows: [] }, 'zh');
    const again = await readSheet({ name: '待改正.xlsx', bytes });
    expect(again.ok && again.value.rows.map(({ cells }) => cells[2])).toEqual([
      '营业收入（万元）',
      '三百',
      '1',
      '1',
      '5',
    ]);
    expect(again.ok && again.value.rows[1]?.cells[6]).toContain(
      'C 营业收入（万元）: 值 “三百” 读不懂',
    );
  });

  test('the mapping is remembered by the headings', async () => {
    const preview = await previewImport(
      given.context,
      taxOffice,
      usual(sheetOf(heading, row(1, '1|2025||'))),
    );
    expect(preview).toMatchObject({
      ok: true,
      value: {
        remembered: true,
        found: { counts: { changed: 1, added: 0, same: 0 } },
        changes: [{ value: 1_000_000, replaces: [{ value: 1_200_500_000 }] }],
      },
    });
  });

  test('what another source says otherwise is a conflict, and the order of the sources decides', async () => {
    const sheet = sheetOf(
      '税号|年营业收入（元）|职工人数|成立日期',
      `${codeOf(1)}|99|40|2001年2月3日`,
    );
    const input = { ...usual(sheet), source: 'statistics', year: 2025 };
    const preview = await previewImport(given.context, statisticsOffice, input);
    expect(preview).toMatchObject({
      ok: true,
      value: {
        found: { counts: { added: 3, conflicting: 2 } },
        conflicts: [
          { value: { fact: 'annual_revenue' }, order: ['tax', 'statistics'] },
          { value: { fact: 'employees' }, order: ['statistics', 'tax'] },
        ],
      },
    });
    await accept(sheet, 2, input, statisticsOffice);
    expect(await factsOf(1, 2)).toMatchObject({
      annual_revenue: { 2025: 1_200_500_000 },
      employees: 40,
      founded_on: '2001-02-03',
    });
    const file = await enterpriseFile(given.context, enterpriseUser(1), idOf(1), at(2));
    const revenue = file?.held.find(({ fact, year }) => fact === 'annual_revenue' && year === 2025);
    expect(revenue).toMatchObject({
      because: 'source',
      prevailing: { source: 'tax', asOf: '2026-01-31', broughtFor: 'city:市税务局' },
      others: [{ source: 'statistics', value: 9900 }],
    });
  });

  test('what was held at an earlier instant is not what is held now', async () => {
    await accept(sheetOf('信用代码|职工人数', `${codeOf(1)}|13`), 3);
    const staffAt = async (minute: number) => {
      const file = await enterpriseFile(given.context, system, idOf(1), at(minute));
      const held = file?.held.find(({ fact }) => fact === 'employees');
      return [held?.prevailing, ...(held?.others ?? [])].map((value) => value?.value);
    };
    expect(await staffAt(1)).toEqual([12]);
    expect(await staffAt(2)).toEqual([40, 12]);
    expect(await staffAt(3)).toEqual([40, 13]);
  });

  test('the same import under the same key is done once', async () => {
    const sheet = sheetOf('信用代码|职工人数', `${codeOf(2)}|7`);
    const asked = { key: 'once', actor: taxOffice, at: at(4), input: usual(sheet) };
    const [one, two] = [
      await acceptImport(given.context, asked),
      await acceptImport(given.context, asked),
    ];
    expect(one.ok).toBe(true);
    expect(two).toEqual(one);
    const listed = await listImports(given.context, taxOffice);
    expect(listed.filter(({ at: on }) => on.getTime() === at(4).getTime())).toHaveLength(1);
  });

  test('an import whose values were replaced is undone after the one that replaced them', async () => {
    const later = (await listImports(given.context, taxOffice)).find(
      ({ at: on }) => on.getTime() === at(3).getTime(),
    );
    const undo = (id: string, minute: number) =>
      undoImport(given.context, {
        key: `undo-${minute}`,
        actor: taxOffice,
        at: at(minute),
        input: { id, reason: '数据有误' },
      });
    expect(await undo(first, 5)).toEqual({
      ok: false,
      error: { code: 'replaced_since', imports: [later?.id] },
    });
    expect(await undo(later?.id ?? '', 6)).toMatchObject({
      ok: true,
      value: { withdrawn: 1, restored: 1 },
    });
    expect(await undo(later?.id ?? '', 7)).toMatchObject({ error: { code: 'undone_already' } });
    expect(await undo(first, 8)).toMatchObject({ ok: true, value: { withdrawn: 4, restored: 0 } });
    expect(await factsOf(1, 8)).toEqual({
      district: '东',
      annual_revenue: { 2025: 9900 },
      employees: 40,
      founded_on: '2001-02-03',
    });
    expect(await factsOf(1, 3)).toMatchObject({ annual_revenue: { 2024: 1_000_000_000 } });
  });

  test('an import on which a decision rests is not undone, and the decision is named', async () => {
    const id = await accept(sheetOf('信用代码|高新技术企业', `${codeOf(3)}|是`), 10);
    await decide(database(), 3, { high_tech_enterprise: true }, at(11));
    const undone = await undoImport(given.context, {
      key: 'undo-decided',
      actor: taxOffice,
      at: at(12),
      input: { id, reason: '数据有误' },
    });
    expect(undone).toEqual({ ok: false, error: { code: 'decided_on', decisions: ['decision-3'] } });
    expect(await factsOf(3, 12)).toMatchObject({ high_tech_enterprise: true });
  });

  test('unknown enterprises are entered into the register where that is asked for', async () => {
    const sheet = sheetOf(
      '信用代码|企业名称|所在区|职工人数',
      `${codeOf(21)}|新企业甲|西区|3`,
      `${codeOf(22)}|新企业乙||3`,
      `${codeOf(23)}||东|3`,
    );
    await accept(sheet, 13, { addUnknown: true });
    const file = await enterpriseFile(given.context, officer('city:市税务局'), idOf(21), at(13));
    expect(file).toMatchObject({
      name: '新企业甲',
      district: '西区',
      facts: { district: '西', employees: 3 },
    });
    const [latest] = await listImports(given.context, taxOffice);
    expect(latest?.counts).toMatchObject({ good: 1, faulty: 2, newEnterprises: 1 });
  });

  test('a list of items is taken whole or not at all', async () => {
    const sheet = sheetOf(
      '信用代码|姓名|博士|年薪（万元）',
      `${codeOf(1)}|甲|是|50`,
      `${codeOf(1)}|乙|否|30.5`,
      `${codeOf(2)}|丙|是|40`,
      `${codeOf(2)}|丁|是|许多`,
    );
    await accept(sheet, 14, { source: 'recognition' }, officer('city:市科技局'));
    expect((await factsOf(1, 14))?.['person']).toEqual([
      { doctorate: true, salary: 50_000_000 },
      { doctorate: false, salary: 30_500_000 },
    ]);
    expect(await factsOf(2, 14)).not.toHaveProperty('person');
  });

  test('an office of a district brings facts of its own district alone, and sees its own imports', async () => {
    const actor = officer('district:东区:税务局', '东区');
    const sheet = sheetOf('信用代码|职工人数', `${codeOf(2)}|8`, `${codeOf(3)}|9`);
    await accept(sheet, 15, {}, actor);
    expect(await factsOf(2, 15)).toMatchObject({ employees: 8 });
    expect(await factsOf(3, 15)).not.toHaveProperty('employees');
    const listed = await listImports(given.context, actor);
    expect(listed.map(({ counts }) => [counts.good, counts.faulty])).toEqual([[1, 1]]);
    expect(await enterpriseFile(given.context, actor, idOf(3), at(15))).toBeUndefined();
  });

  const notAllowed: readonly {
    readonly name: string;
    readonly actor: Actor;
    readonly source: string;
  }[] = [
    { name: 'another department', actor: officer('city:市经信局'), source: 'tax' },
    { name: 'an enterprise', actor: enterpriseUser(1), source: 'enterprise' },
    { name: 'an auditor', actor: { ...taxOffice, role: 'auditor' }, source: 'tax' },
  ];
  for (const c of notAllowed)
    test(`${c.name} does not bring facts of the source ${c.source}`, async () => {
      const input = { ...usual(sheetOf('信用代码|职工人数', `${codeOf(1)}|1`)), source: c.source };
      const accepted = await acceptImport(given.context, {
        key: `no-${c.name}`,
        actor: c.actor,
        at: at(16),
        input,
      });
      expect(accepted).toEqual({ ok: false, error: { code: 'not_your_source', source: c.source } });
    });

  test('what an enterprise says of itself takes the place of what it said before, and counts where nobody else speaks', async () => {
    const state = (minute: number, employees: number) =>
      readAs(given.context.queries, system, (transaction) =>
        stateOwnFacts(transaction, rules.sources, {
          enterprise: idOf(3),
          values: [
            { fact: 'employees', year: undefined, value: employees },
            { fact: 'high_tech_enterprise', year: undefined, value: false },
          ],
          asOf: '2026-03-01',
          at: at(minute),
          statedBy: 'u:3',
        }),
      );
    await state(17, 5);
    await state(18, 6);
    const file = await enterpriseFile(given.context, enterpriseUser(3), idOf(3), at(18));
    expect(file?.facts).toMatchObject({ employees: 6, high_tech_enterprise: true });
    expect(file?.held.find(({ fact }) => fact === 'employees')).toMatchObject({
      because: 'only',
      prevailing: { source: 'enterprise', broughtBy: 'u:3' },
    });
  });

  test('page by page, everybody’s facts are those of each', async () => {
    const all = await readAs(given.context.queries, system, async (transaction) => {
      const pages = [];
      for await (const page of everybodysFacts(transaction, at(16), rules, 3)) pages.push(page);
      return pages;
    });
    expect(all.map((page) => page.length)).toEqual([3, 1]);
    for (const number of [1, 2, 3, 21]) {
      const one = all.flat().find(({ enterprise }) => enterprise === idOf(number));
      expect(one?.facts).toEqual(await factsOf(number, 16));
    }
  });
});

/** A decision about an enterprise, as the cases make them. */
async function decide(
  { queries }: Database,
  number: number,
  facts: Readonly<Record<string, unknown>>,
  knownAt: Date,
): Promise<void> {
  await readAs(queries, system, async (transaction) => {
    await transaction
      .insertInto('content_version')
      .values({ version: 'v', loaded_at: knownAt, city: 'town', files: '{}' })
      .execute();
    await transaction
      .insertInto('programme')
      .values({
        id: 'p',
        title: 'p',
        title_en: 'p',
        measure: 'm',
        matter: 'm',
        content_version: 'v',
        manner: 'application',
        window_from: '2026-01-01',
        window_until: '2026-12-31',
        route: '[]',
        funding: '{}',
        owner: 'city:市科技局',
        state: 'published',
        created_at: knownAt,
      })
      .execute();
    await transaction
      .insertInto('delivery_case')
      .values({
        id: 'c',
        programme: 'p',
        enterprise: idOf(number),
        district: '西区',
        state: 'open',
        step: 0,
        answers: '{}',
        papers: '[]',
        opened_at: knownAt,
      })
      .execute();
    await transaction
      .insertInto('decision')
      .values({
        id: `decision-${number}`,
        delivery_case: 'c',
        measure: 'm',
        content_version: 'v',
        law_date: '2026-03-01',
        known_at: knownAt,
        facts: JSON.stringify(facts),
        answer: '{}',
        amount_fen: 0n,
        amount_by: 'rule',
        hash: 'h',
      })
      .execute();
  });
}
