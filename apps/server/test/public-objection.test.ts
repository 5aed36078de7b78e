import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  caseDetail,
  errorResponse,
  notificationsResponse,
  publicityResponse,
  workResponse,
} from '../src/contract/index.ts';
import type { Browser } from './record-app.ts';
import { applicant, applied, decide, must, officerOf, roundsApp } from './rounds-app.ts';
import type { RoundsApp } from './rounds-app.ts';

let rounds: RoundsApp;
let enterprise: Browser;
let id: string;
const said = { byName: '张示例', contact: '13800000000', words: '该企业当年没有研发活动' };

/** Somebody who is not signed in, from an address. */
function object(subject: string, key: string, body: unknown, address = '203.0.113.7') {
  return rounds.app.request(
    `/api/publicity/${encodeURIComponent(subject)}/objections`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
    },
    { incoming: { socket: { remoteAddress: address } } },
  );
}

async function codeOf(answer: Response): Promise<readonly [number, string]> {
  return [answer.status, errorResponse.parse(await answer.json()).error.code];
}

async function detailFor(browser: Browser) {
  const answer = await browser.send('GET', `/api/cases/${encodeURIComponent(id)}`);
  return caseDetail.parse(await answer.json());
}

beforeAll(async () => {
  rounds = await roundsApp();
  enterprise = await applicant(rounds.app);
  id = await applied(rounds.app, enterprise);
});
afterAll(() => rounds.database.close());

test('a case that is not public cannot be objected to from outside', async () => {
  expect(await codeOf(await object(id, 'early-key', said))).toEqual([409, 'case_state']);
  expect(await codeOf(await object('none', 'early-key', said))).toEqual([404, 'case_unknown']);
});

test('an objection says who, how to be reached, and why', async () => {
  const { contact: _, ...anonymous } = said;
  expect(await codeOf(await object(id, 'short-key', anonymous))).toEqual([400, 'invalid_request']);
});

test('what is public stands still once anybody objects; the body that answers is told', async () => {
  for (const body of ['西湖区财政局', '西湖区科技局']) {
    await decide(rounds.app, body, id, { kind: 'approve' });
  }
  await decide(rounds.app, '市财政局', id, { kind: 'approve' });
  await decide(rounds.app, '市科技局', id, { kind: 'approve', amountFen: '1000000' });
  const list = publicityResponse.parse(await (await rounds.app.request('/api/publicity')).json());
  expect(list.cases.map((each) => each.case)).toEqual([id]);
  const answer = await object(id, 'objection-1', said);
  expect([answer.status, await answer.json()]).toEqual([200, { received: true }]);
  const again = await object(id, 'objection-1', said);
  expect([again.status, await again.json()]).toEqual([200, { received: true }]);
  const owner = await officerOf(rounds.app, '市科技局');
  const detail = await detailFor(owner);
  expect(detail).toMatchObject({
    state: 'disputed',
    objections: [{ byName: '张示例', contact: '13800000000', words: said.words }],
    may: expect.arrayContaining(['settle']),
  });
  const told = await owner.send('GET', '/api/notifications');
  const { notifications } = notificationsResponse.parse(await told.json());
  expect(notifications.filter(({ kind }) => kind === 'case.objection')).toMatchObject([
    { subject: id, words: { zh: expect.stringContaining(said.words) } },
  ]);
});

async function waitingObjections(browser: Browser) {
  const answer = await browser.send('GET', '/api/work');
  return workResponse.parse(await answer.json()).objections;
}

test('the body that answers finds the objection in its queue with the day on which publicity ends; no other office does', async () => {
  const owner = await officerOf(rounds.app, '市科技局');
  const { dueOn } = await detailFor(owner);
  expect(dueOn).not.toBeNull();
  expect(await waitingObjections(owner)).toMatchObject([
    { byName: '张示例', words: said.words, late: false, case: { id, dueOn, state: 'disputed' } },
  ]);
  expect(await waitingObjections(await officerOf(rounds.app, '市财政局'))).toEqual([]);
});

test('nobody else learns who objected, or how to reach them', async () => {
  for (const browser of [enterprise, await officerOf(rounds.app, '西湖区财政局')]) {
    const detail = await detailFor(browser);
    expect(detail.objections).toMatchObject([{ byName: '张**', contact: null, words: said.words }]);
    expect(JSON.stringify(detail)).not.toContain('13800000000');
    expect(JSON.stringify(detail)).not.toContain('张示例');
  }
});

test('answered like every other objection, the case goes on', async () => {
  const owner = await officerOf(rounds.app, '市科技局');
  const [objection] = (await detailFor(owner)).objections;
  await must(owner, `/api/cases/${encodeURIComponent(id)}/settle`, {
    objection: objection?.id,
    upheld: false,
    answer: '经核实，研发活动有审计报告为证',
  });
  expect((await detailFor(owner)).state).toBe('open');
  expect(await waitingObjections(owner)).toEqual([]);
});

test('from one address only so many are taken in an hour', async () => {
  const codes: string[] = [];
  for (let number = 0; number < 7; number += 1) {
    const answer = await object('none', `flood-key-${number}`, said, '203.0.113.8');
    codes.push((await codeOf(answer))[1]);
  }
  expect(codes.slice(-1)).toEqual(['too_many_objections']);
});
