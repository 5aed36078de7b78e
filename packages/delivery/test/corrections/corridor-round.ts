import { createEvaluator } from '@luodi/evaluation';
import type { Evaluator } from '@luodi/evaluation';
import { loadContent } from '@luodi/language';
import { archiveContent, findContent, readAs, systemActor, versionOfFiles } from '@luodi/platform';
import type { Actor, Database, Schema } from '@luodi/platform';
import type { Kysely } from 'kysely';
import {
  beginAutomatic,
  changedDecisions,
  claimCase,
  confirmNotice,
  correctDecision,
  importReceipts,
  markBatchSent,
  moveDueCases,
  prepareBatch,
  previewBatch,
  publishProgramme,
  saveProgramme,
} from '../../src/index.ts';
import type { CorrectionBasis, CorrectionInput, ProgrammeDraft } from '../../src/index.ts';
import { recordValues, standingValues } from '../../src/facts/store/fact-records.ts';
import { corridorProgramme } from './corridor-programme.ts';
import { enterprises, officerOf, ownerOf, stateFacts, townIn } from '../support/town.ts';
import type { Town } from '../support/town.ts';

const commitment = '账户为本企业所有。';
const system = systemActor('test');
const office = officerOf('city:大走廊管委会');
const rulesFile = 'documents/hz-chengxi-corridor-fund-2022.policy.md';

/** 新增研发投入支持: 30% of the increase in annual R&D spending, exact. */
const round: ProgrammeDraft = {
  ...corridorProgramme,
  id: 'corridor-rd-2024',
  title: '新增研发投入支持',
  titleEn: 'Support for increases in R&D',
  manner: 'automatic',
  route: [
    { kind: 'notice', workingDays: 5 },
    { kind: 'claim', workingDays: 10, until: null, commitment },
    { kind: 'payment' },
  ],
};

/** A round whose enterprises spent 4000万元 in 2022 and 5000万元 in 2023: 300万元 each. */
export class CorridorRound {
  readonly id = round.id;
  private readonly database: Database;
  private readonly town: Town;
  private keys = 0;

  private constructor(database: Database, town: Town) {
    this.database = database;
    this.town = town;
  }

  static async begun(database: Database): Promise<CorridorRound> {
    const town = await townIn(database, 10_000_000_00n);
    for (const enterprise of enterprises)
      await stateFacts(database, enterprise, [
        { fact: 'in_corridor_planning_range', value: true },
        { fact: 'national_little_giant', value: true },
        { fact: 'annual_rd_expenditure', year: 2022, value: '4000万元' },
        { fact: 'annual_rd_expenditure', year: 2023, value: '5000万元' },
      ]);
    const corridor = new CorridorRound(database, town);
    const { context, version } = town;
    await saveProgramme(context, corridor.asked(office, '2024-02-01T02:00:00Z'), round, version);
    await publishProgramme(context, corridor.asked(office, '2024-02-01T03:00:00Z'), round.id);
    await beginAutomatic(context, corridor.asked(office, '2024-03-01T02:00:00Z'), round.id);
    return corridor;
  }

  asked(actor: Actor, at: string) {
    this.keys += 1;
    return { key: `corridor-${this.keys}`, actor, at: new Date(at) };
  }

  within<Answer>(work: Parameters<typeof readAs<Answer>>[2]): Promise<Answer> {
    return readAs(this.database.queries, system, work);
  }

  async caseOf(enterprise: string): Promise<string> {
    const row = await this.within((transaction) =>
      transaction
        .selectFrom('delivery_case')
        .select('id')
        .where('enterprise', '=', enterprise)
        .where('corrects', 'is', null)
        .executeTakeFirstOrThrow(),
    );
    return row.id;
  }

  /** An enterprise confirms and claims. */
  async claim(enterprise: string): Promise<void> {
    const id = await this.caseOf(enterprise);
    const { context } = this.town;
    const confirmed = this.asked(ownerOf(enterprise), '2024-03-04T02:00:00Z');
    await confirmNotice(context, confirmed, id);
    const account = { name: '演示企业', bank: '演示银行', number: '622202020000000001' };
    const claimed = this.asked(ownerOf(enterprise), '2024-03-05T02:00:00Z');
    const claim = await claimCase(context, claimed, id, { account, signed: commitment });
    if (!claim.ok) throw new Error(claim.error.code);
  }

  /** All that is ordered reaches its payees. */
  async pay(batch: string, at = '2024-03-10T02:00:00Z'): Promise<void> {
    const payer = 'city';
    const asked = () => this.asked(system, at);
    const { queries } = this.database;
    const account = { name: '演示市财政局', number: '6222000011112222', bank: '演示银行' };
    const shown = await this.within((ledger) => previewBatch(ledger, { payer, limit: 100 }));
    const input = { batch, payer, account, limit: 100, shown };
    const prepared = await prepareBatch(queries, { ...asked(), input });
    if (!prepared.ok) throw new Error(prepared.error.code);
    await markBatchSent(queries, { ...asked(), input: { batch, payer, sha256: undefined } });
    const payments = await this.within((ledger) =>
      ledger.selectFrom('payment').selectAll().where('batch', '=', batch).execute(),
    );
    const receipts = payments.map(({ id, end_to_end_id: endToEndId, fen }) => ({
      reference: `R ${id}`,
      endToEndId,
      fen,
      outcome: 'paid' as const,
      reason: undefined,
      valueDate: '2024-03-10',
    }));
    await importReceipts(queries, {
      ...asked(),
      input: { run: batch, payer, fileName: 'r.xml', receipts },
    });
    await moveDueCases(this.town.context, new Date(at));
  }

  /** A source takes a value back and states another in its place. */
  async restate(
    enterprise: string,
    {
      fact,
      year,
      value,
    }: { readonly fact: string; readonly year?: number; readonly value: unknown },
    { at, asOf = '2022-12-01' }: { readonly at: string; readonly asOf?: string },
  ): Promise<void> {
    await this.within(async (transaction) => {
      const standing = await standingValues(transaction, [enterprise], [fact]);
      const replaces = standing.filter((each) => each.year === year);
      const recording = {
        source: 'statistics',
        asOf,
        at: new Date(at),
        broughtBy: 'test',
        broughtFor: undefined,
        factImport: undefined,
      };
      const values = [{ enterprise, fact, year, value, replaces, rivals: [] }];
      await recordValues(transaction, values, recording, 'test');
    });
  }

  /** Archives the rules with a change in their words, as a later version. */
  async amend(...changes: readonly (readonly [string, string])[]): Promise<string> {
    const [content] = await findContent(this.database.queries, this.town.version);
    const files = new Map(content?.files);
    const text = changes.reduce(
      (words, [from, to]) => words.replaceAll(from, to),
      files.get(rulesFile) ?? '',
    );
    files.set(rulesFile, text);
    const version = versionOfFiles(files);
    const occasion = { at: new Date('2024-06-01T01:00:00Z'), actor: 'test', reason: 'amended' };
    await archiveContent(this.database.queries, { version, city: 'hangzhou', files }, occasion);
    return version;
  }

  private readonly compiled = new Map<string, Evaluator>();

  private async rulesOf(version: string, through: Kysely<Schema>): Promise<Evaluator> {
    if (version === this.town.version) return this.town.context.rulesOf(version, through);
    const kept = this.compiled.get(version);
    if (kept !== undefined) return kept;
    const [content] = await findContent(through, version);
    if (content === undefined) throw new Error(version);
    const made = createEvaluator(loadContent(content.files, 'everything', version).content);
    this.compiled.set(version, made);
    return made;
  }

  get context() {
    return {
      ...this.town.context,
      rulesOf: (version: string, through: Kysely<Schema>) => this.rulesOf(version, through),
    };
  }

  async changed(basis: CorrectionBasis, at: string, actor = office) {
    const reaching = { context: this.context, basis, at: new Date(at) };
    const page = await changedDecisions(reaching, actor, {
      kind: 'programme',
      programme: round.id,
    });
    return page.changed;
  }

  /** Acts on what is found now about an enterprise. */
  async correct(
    enterprise: string,
    { basis, at, actor = office }: { basis: CorrectionBasis; at: string; actor?: Actor },
    input: Partial<CorrectionInput> = {},
  ) {
    const found = (await this.changed(basis, at)).find(
      ({ record }) => record.enterprise === enterprise,
    );
    return correctDecision(this.context, this.asked(actor, at), {
      programme: round.id,
      decision: found?.record.id ?? '',
      finding: found?.finding ?? '',
      basis,
      follow: 'open',
      reason: '统计数据更正',
      clause: '第十九条',
      dueOn: '2024-12-31',
      interest: undefined,
      addFen: undefined,
      ...input,
    });
  }
}
