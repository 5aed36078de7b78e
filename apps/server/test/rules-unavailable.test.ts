import { versionOfFiles } from '@luodi/platform';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ContentArchive } from '../src/content/served-versions.ts';
import { errorResponse } from '../src/contract/index.ts';
import { demoBrowser, recordApp } from './record-app.ts';
import type { Browser } from './record-app.ts';
import { roundsApp } from './rounds-app.ts';
import type { RoundsApp } from './rounds-app.ts';

const rounds = '/api/programmes/demo-rd-subsidy';
/** An archive whose texts are whole, and no rules to this program. */
const notRules = new Map([['readme.txt', '没有条款']]);
const unloadable = versionOfFiles(notRules);
const damaged = 'f'.repeat(64);

const kept: ContentArchive['find'] = async (beginning) => {
  if (beginning === 'e'.repeat(64)) throw new Error('no connection');
  return [
    { version: damaged, city: 'hangzhou', files: notRules },
    { version: unloadable, city: 'hangzhou', files: notRules },
  ].filter(({ version }) => version === beginning);
};

let record: RoundsApp;
let auditor: Browser;
let officer: Browser;

beforeAll(async () => {
  const first = await roundsApp();
  const { app } = await recordApp({ database: first.database, archive: { find: kept } });
  record = { app, database: first.database };
  auditor = await demoBrowser(app, '演示·市审计局审计员');
  officer = await demoBrowser(app, '演示·市科技局经办员');
});
afterAll(() => record.database.close());

function decisionBy(contentVersion: string) {
  return {
    format: 'luodi-decision-1',
    id: 'x/decision',
    case: 'x',
    programme: 'demo-rd-subsidy',
    enterprise: 'enterprise:x',
    measure: 'x',
    contentVersion,
    lawDate: '2026-05-01',
    knownAt: '2026-05-01T00:00:00.000Z',
    facts: {},
    answer: {},
    amountFen: '0',
    amountBy: 'rule',
    hash: 'a'.repeat(64),
  };
}

const asked: readonly { name: string; ask: (version: string) => Promise<Response> }[] = [
  {
    name: 'a decision that is reached again',
    ask: (version) => auditor.send('POST', '/api/decisions/verify', decisionBy(version)),
  },
  {
    name: 'decisions held against other rules',
    ask: (version) =>
      auditor.send('GET', `${rounds}/changed-decisions?basis=rules&version=${version}`),
  },
  {
    name: 'the same as a workbook',
    ask: (version) =>
      auditor.send('GET', `${rounds}/changed-decisions/xlsx?basis=rules&version=${version}`),
  },
  {
    name: 'corrections by other rules',
    ask: (version) =>
      officer.send('POST', `${rounds}/corrections`, {
        basis: 'rules',
        version,
        follow: 'open',
        reason: '规则更正',
        clause: '第一条',
        dueOn: null,
        interest: null,
        decisions: [{ decision: 'x/decision', finding: 'a'.repeat(64), addFen: null }],
      }),
  },
];

const states = [
  { name: 'never kept', version: 'd'.repeat(64), status: 404, code: 'unknown_content_version' },
  { name: 'altered in the archive', version: damaged, status: 500, code: 'archive_damaged' },
  { name: 'no rules to us', version: unloadable, status: 500, code: 'rules_unloadable' },
  {
    name: 'out of reach',
    version: 'e'.repeat(64),
    status: 503,
    code: 'database_unavailable',
  },
];

describe.each(states)('rules that are $name', ({ version, status, code }) => {
  for (const { name, ask } of asked)
    test(`are told of as such: ${name}`, async () => {
      const answer = await ask(version);
      const { error } = errorResponse.parse(await answer.json());
      expect([answer.status, error.code]).toEqual([status, code]);
      expect(error.hint).not.toBe('');
      expect(error.hintEn).not.toBe('');
    });
});
