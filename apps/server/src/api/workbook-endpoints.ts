import type { OpenAPIHono } from '@hono/zod-openapi';
import { listCases, listPublic, listWaitingObjections, listWork } from '@luodi/delivery';
import { searchJournal } from '@luodi/platform';
import type { Database } from '@luodi/platform';
import type { Context } from 'hono';
import { z } from 'zod';
import { casesQuery } from '../contract/index.ts';
import { caseSummaryJson, workJson } from '../delivery/case-json.ts';
import { refuse } from '../errors/refusal.ts';
import {
  caseWorkbook,
  journalWorkbook,
  publicityWorkbook,
  workRows,
  workWorkbook,
} from '../export/delivery-workbook.ts';
import type { Exported } from '../export/delivery-workbook.ts';
import { addEndpoint } from './endpoint.ts';
import { workbookType } from './export-endpoint.ts';
import { journalQuery, journalQuestion } from './journal-endpoints.ts';
import { addOfficeEndpoint } from './office-endpoint.ts';
import type { DeliveryDependencies } from './programme-endpoints.ts';
import { readQuery } from './request-query.ts';
import { sendFile } from './send-file.ts';

/** More than these a workbook does not hold: whoever needs more asks for parts. */
const mostRows = 10_000;

const language = { lang: z.enum(['zh', 'en']).optional().meta({ description: 'zh if left out' }) };
const languageQuery = z.object(language);

const answer = { kind: 'file', description: 'Excel', mediaType: workbookType } as const;
const common = { method: 'get', tag: 'Export', answer, refusals: ['invalid_query'] } as const;

/** One row more than wanted tells whether there are more. */
function exported<Row>(found: readonly Row[], c: Context, most = mostRows): Exported<Row> {
  return { rows: found.slice(0, most), isCut: found.length > most, at: c.get('at') };
}

function send(c: Context, bytes: Uint8Array<ArrayBuffer>, name: string): Response {
  return sendFile(c, bytes, { name: `${name}.xlsx`, mediaType: workbookType });
}

function addCases(app: OpenAPIHono, { delivery }: DeliveryDependencies): void {
  const query = casesQuery.omit({ page: true }).extend(language);
  addOfficeEndpoint(
    app,
    {
      ...common,
      path: '/api/cases/xlsx',
      summary: '办件清单（Excel） · Cases as a workbook',
      description: `Those that one may see, ${mostRows} at most; a second sheet says whether there are more.`,
      roles: ['enterprise', 'officer', 'finance', 'auditor'],
      query,
    },
    async (c, actor) => {
      const read = readQuery(c, query);
      if (!read.ok) return refuse(c, read.error);
      const { lang = 'zh', ...filter } = read.value;
      const { cases } = await listCases(delivery.queries, actor, {
        ...filter,
        limit: mostRows + 1,
      });
      const rows = cases.map((each) => caseSummaryJson(each, c.get('at')));
      return send(c, await caseWorkbook(exported(rows, c), lang), 'luodi-cases');
    },
  );
}

function addWork(app: OpenAPIHono, { delivery }: DeliveryDependencies): void {
  addOfficeEndpoint(
    app,
    {
      ...common,
      path: '/api/work/xlsx',
      summary: '待办清单（Excel） · What waits for one’s office as a workbook',
      roles: ['officer', 'expert'],
      query: languageQuery,
    },
    async (c, actor) => {
      const read = readQuery(c, languageQuery);
      if (!read.ok) return refuse(c, read.error);
      const { lang = 'zh' } = read.value;
      const work = await listWork(delivery.queries, actor, mostRows + 1);
      const objections = await listWaitingObjections(delivery.queries, actor, mostRows + 1);
      const rows = workRows(workJson(work, objections, actor, c.get('at')));
      return send(c, await workWorkbook(exported(rows, c), lang), 'luodi-work');
    },
  );
}

/** At most so many are listed. */
const mostPublic = 1000;

function addPublicity(app: OpenAPIHono, { delivery }: DeliveryDependencies): void {
  addEndpoint(
    app,
    {
      ...common,
      path: '/api/publicity/xlsx',
      summary: '公示名单（Excel） · What is public as a workbook',
      query: languageQuery,
    },
    async (c) => {
      const read = readQuery(c, languageQuery);
      if (!read.ok) return refuse(c, read.error);
      const { lang = 'zh' } = read.value;
      const found = await listPublic(delivery.queries);
      const rows = found.map((each) => ({ ...each, fen: each.fen?.toString() ?? null }));
      const list = { rows, isCut: found.length === mostPublic, at: c.get('at') };
      return send(c, await publicityWorkbook(list, lang), 'luodi-publicity');
    },
  );
}

function addJournal(app: OpenAPIHono, { queries }: Database): void {
  const query = journalQuery.omit({ before: true, limit: true }).extend(language);
  addOfficeEndpoint(
    app,
    {
      ...common,
      path: '/api/journal/xlsx',
      summary: '日志（Excel） · Entries of the journal as a workbook',
      description: `Newest first, ${mostRows} at most; a second sheet says whether there are more.`,
      roles: ['auditor', 'administrator'],
      query,
    },
    async (c, actor) => {
      const read = readQuery(c, query);
      if (!read.ok) return refuse(c, read.error);
      const { lang = 'zh', ...asked } = read.value;
      const question = journalQuestion({ ...asked, limit: mostRows + 1 });
      const found = await searchJournal(queries, actor, question);
      return send(c, await journalWorkbook(exported(found, c), lang), 'luodi-journal');
    },
  );
}

/** Lists as workbooks, for those who work on them further. Added before what answers to any id of a case. */
export function addWorkbookEndpoints(
  app: OpenAPIHono,
  dependencies: DeliveryDependencies,
  database: Database,
): void {
  addCases(app, dependencies);
  addWork(app, dependencies);
  addPublicity(app, dependencies);
  addJournal(app, database);
}
