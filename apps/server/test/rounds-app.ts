import { archiveContent } from '@luodi/platform';
import type { Database } from '@luodi/platform';
import { z } from 'zod';
import { sessionCookie } from '../src/api/session-cookie.ts';
import { readCity } from '../src/content/city-content.ts';
import { ServedVersions } from '../src/content/served-versions.ts';
import { attachmentResponse, startResponse, workResponse } from '../src/contract/index.ts';
import { deliveryContext } from '../src/delivery/delivery-context.ts';
import { readDemoRounds } from '../src/demo/demo-rounds-file.ts';
import { keepDemoRounds } from '../src/demo/keep-demo-rounds.ts';
import { readSourcesFile } from '../src/facts/fact-sources-file.ts';
import { cityFolder, demoBrowser, openMemory, recordApp } from './record-app.ts';
import type { Answering, App, Browser } from './record-app.ts';

/** The application with the real rules of Hangzhou and the synthetic rounds of its demonstration. */
export interface RoundsApp {
  readonly app: App;
  readonly database: Database;
}

const now = new Date('2026-06-01T01:00:00Z');

export async function roundsApp(): Promise<RoundsApp> {
  const [database, content, factSources, rounds] = await Promise.all([
    openMemory(),
    readCity(cityFolder),
    readSourcesFile(cityFolder),
    readDemoRounds(cityFolder),
  ]);
  if (rounds === undefined) throw new Error('the demonstration has rounds');
  const { app } = await recordApp({ database, content, factSources });
  const { version } = content.evaluator.content;
  const occasion = { at: now, actor: 'test', reason: 'served' };
  await archiveContent(
    database.queries,
    { version, city: content.city, files: content.files },
    occasion,
  );
  const versions = new ServedVersions(content, { find: async () => [] });
  const delivery = deliveryContext(database, versions, { factSources, holidays: [] }, 'demo');
  await keepDemoRounds(delivery, rounds, content.evaluator.content, now);
  return { app, database };
}

/** Somebody of a body of the demonstration: `市科技局`. */
export function officerOf(app: Answering, body: string): Promise<Browser> {
  return demoBrowser(app, `演示·${body}经办员`);
}

export function applicant(app: Answering): Promise<Browser> {
  return demoBrowser(app, '演示企业甲（杭州）有限公司办事员');
}

/** Asks for a change that has to succeed. */
export async function must(browser: Browser, path: string, body: unknown = {}): Promise<unknown> {
  const answer = await browser.send('POST', path, body);
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${text}`);
  return JSON.parse(text);
}

async function handIn(app: Answering, browser: Browser, id: string): Promise<string> {
  const form = new FormData();
  form.append('file', new File(['%PDF-1.4\n'], '审计报告.pdf', { type: 'application/pdf' }));
  const answer = await app.request(`/api/cases/${encodeURIComponent(id)}/attachments`, {
    method: 'POST',
    headers: {
      cookie: `${sessionCookie}=${browser.cookie}`,
      'x-csrf-token': browser.csrf,
      'idempotency-key': `paper-of-${id}`,
    },
    body: form,
  });
  return attachmentResponse.parse(await answer.json()).attachment;
}

/** An application for the subsidy of research, handed in with its papers. */
export async function applied(
  app: Answering,
  browser: Browser,
  programme = 'demo-rd-subsidy',
): Promise<string> {
  const begun = await must(browser, '/api/cases', { programme });
  const { case: id } = startResponse.parse(begun);
  const attachment = await handIn(app, browser, id);
  await must(browser, `/api/cases/${encodeURIComponent(id)}/submit`, {
    papers: [
      { paper: '年度研发费用专项审计报告', attachment },
      { paper: '年度财务报表', attachment: null },
    ],
    signed: '本企业对申报材料的真实性、完整性负责。',
  });
  return id;
}

/** Does what waits for an office in a case. */
export async function decide(
  app: Answering,
  body: string,
  id: string,
  decision: unknown,
): Promise<void> {
  const browser = await officerOf(app, body);
  const { tasks } = workResponse.parse(await (await browser.send('GET', '/api/work')).json());
  const found = tasks.find((each) => each.case.id === id);
  if (found === undefined) throw new Error(`nothing of ${id} waits for ${body}`);
  await must(browser, `/api/cases/${encodeURIComponent(id)}/tasks`, {
    task: found.task.id,
    decision,
  });
}

/** The case that an enterprise has in a programme. */
export async function caseIn(browser: Browser, programme: string): Promise<string> {
  const list = z.object({ cases: z.array(z.object({ id: z.string(), programme: z.string() })) });
  const { cases } = list.parse(await (await browser.send('GET', '/api/cases')).json());
  const found = cases.find((each) => each.programme === programme);
  if (found === undefined) throw new Error(`no case in ${programme}`);
  return found.id;
}
