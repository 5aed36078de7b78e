import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createEvaluator } from '@luodi/evaluation';
import type { Evaluator } from '@luodi/evaluation';
import { loadContent } from '@luodi/language';
import {
  addWorkingDays,
  archiveContent,
  readAs,
  readContentFolder,
  systemActor,
  versionOfFiles,
  workingDaysBetween,
} from '@luodi/platform';
import type { Actor, Database } from '@luodi/platform';
import { readFactSources } from '../../src/index.ts';
import type { DeliveryContext } from '../../src/index.ts';
import { grantBudget, openPool } from '../../src/money/commands/budget.ts';

const folder = fileURLToPath(new URL('../../../../content/hangzhou', import.meta.url));
const system = systemActor('seed');

/** A plainly synthetic town with the real rules: two districts, their departments, a few enterprises. */
export interface Town {
  readonly context: DeliveryContext;
  readonly version: string;
}

let loaded: Promise<{ evaluator: Evaluator; files: ReadonlyMap<string, string> }> | undefined;

async function load() {
  const files = await readContentFolder(folder);
  const { content } = loadContent(files, 'everything', versionOfFiles(files));
  return { evaluator: createEvaluator(content), files };
}

export const enterprises = [
  'enterprise:甲',
  'enterprise:乙',
  'enterprise:丙',
  'enterprise:丁',
] as const;

const bodies = ['商务局', '市场监管局', '税务局', '发改委', '财政局', '科技局'];

async function seedBodies(database: Database): Promise<void> {
  const common = { name_en: 'synthetic', demo: true };
  const of = (district: string) => [
    { ...common, id: `district:${district}`, kind: 'district' as const, name: district, district },
    ...bodies.map((body) => ({
      ...common,
      id: `district:${district}:${body}`,
      kind: 'department' as const,
      name: `${district}${body}`,
      district,
    })),
  ];
  await readAs(database.queries, system, async (transaction) => {
    await transaction
      .insertInto('organisation')
      .values([
        { ...common, id: 'province', kind: 'province', name: '演示省' },
        { ...common, id: 'city', kind: 'city', name: '演示市' },
        { ...common, id: 'city:大走廊管委会', kind: 'department', name: '演示大走廊管委会' },
        { ...common, id: 'city:大走廊党工委', kind: 'department', name: '演示大走廊党工委' },
        ...[...bodies, '市场监管局']
          .map((body) => ({
            ...common,
            id: `city:市${body}`,
            kind: 'department' as const,
            name: `市${body}`,
          }))
          .filter(({ id }, place, all) => all.findIndex((each) => each.id === id) === place),
        ...of('西湖区'),
        ...of('滨江区'),
        ...enterprises.map((id, place) => ({
          ...common,
          id,
          kind: 'enterprise' as const,
          name: `演示企业${id.at(-1)}有限公司`,
          district: place === 3 ? '滨江区' : '西湖区',
        })),
      ])
      .execute();
  });
}

/** Makes the town in an empty database, with so much money (分) for the city and each district. */
export async function townIn(database: Database, fen: bigint, pool = '演示资金'): Promise<Town> {
  loaded ??= load();
  const { evaluator, files } = await loaded;
  const { version } = evaluator.content;
  const at = new Date('2022-12-01T01:00:00Z');
  await archiveContent(
    database.queries,
    { version, city: 'hangzhou', files },
    { at, actor: 'seed', reason: 'test' },
  );
  await seedBodies(database);
  const asked = (key: string) => ({ key, actor: system, at });
  const input = {
    pool,
    name: pool,
    nameEn: 'Demonstration fund',
    rollingUntil: undefined,
    owner: 'city',
  };
  await openPool(database.queries, { ...asked('pool'), input });
  for (const holder of [
    'province',
    'city',
    'city:大走廊管委会',
    'district:西湖区',
    'district:滨江区',
  ])
    await grantBudget(database.queries, {
      ...asked(`grant ${holder}`),
      input: { pool, year: 2023, holder, fen, words: '演示预算批复', supplement: false },
    });
  const text = await readFile(`${folder}/fact-sources.yaml`, 'utf8');
  const sources = readFactSources(text);
  if (!sources.ok) throw new Error('fact-sources.yaml is faulty');
  const rulesOf = (wanted: string): Promise<Evaluator> =>
    wanted === version ? Promise.resolve(evaluator) : Promise.reject(new Error(wanted));
  return {
    version,
    context: {
      queries: database.queries,
      rulesOf,
      sources: sources.value,
      calendar: { addWorkingDays, workingDaysBetween },
    },
  };
}

/** Somebody of a body: `officerOf('district:西湖区:商务局')`. */
export function officerOf(organisation: string): Actor {
  const [level, district] = organisation.split(':');
  return {
    user: `officer of ${organisation}`,
    organisation,
    role: 'officer',
    district: level === 'district' ? district : undefined,
  };
}

/** Somebody who acts for an enterprise. */
export function ownerOf(organisation: string): Actor {
  return {
    user: `owner of ${organisation}`,
    organisation,
    role: 'enterprise',
    district: undefined,
  };
}

/** States facts about an enterprise as a source that everybody trusts: by fact id, annual ones as a list of years. */
export async function stateFacts(
  database: Database,
  enterprise: string,
  facts: readonly { readonly fact: string; readonly value: unknown; readonly year?: number }[],
  recorded = new Date('2022-12-02T01:00:00Z'),
): Promise<void> {
  await readAs(database.queries, system, async (transaction) => {
    for (const { fact, value, year } of facts)
      await transaction
        .insertInto('fact_record')
        .values({
          enterprise,
          fact,
          year: year ?? null,
          value: JSON.stringify(value),
          source: 'statistics',
          as_of: '2022-12-01',
          recorded_at: recorded,
          brought_by: 'seed',
        })
        .execute();
  });
}
