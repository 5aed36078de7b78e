import { Worker } from 'node:worker_threads';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { sessionCookie } from '../src/api/session-cookie.ts';
import { readCity } from '../src/content/city-content.ts';
import {
  disputeResponse,
  disputesResponse,
  enterpriseFileResponse,
  enterprisesResponse,
  errorResponse,
  factImportPreviewResponse,
  factImportResponse,
  factImportsResponse,
  factSourcesResponse,
} from '../src/contract/index.ts';
import type { EnterpriseFileResponse } from '../src/contract/index.ts';
import { readSourcesFile } from '../src/facts/fact-sources-file.ts';
import { cityFolder, demoBrowser, recordApp } from './record-app.ts';
import type { Browser, RecordApp } from './record-app.ts';

const code = '91330106DEMA00013N';
const enterprise = `enterprise:${code}`;
const facts = `/api/enterprises/${enterprise}/facts`;
const table = `企业情况（单位：万元）
统一社会信用代码,企业名称,年营业收入,高新技术企业
${code},演示企业甲（杭州）有限公司,1234.5,是
91330106DEMA00021H,演示企业乙（杭州）有限公司,很多,否
合计,,1234.5,
`;

let record: RecordApp;
let tax: Browser;
let owner: Browser;

beforeAll(async () => {
  const [content, factSources] = await Promise.all([
    readCity(cityFolder),
    readSourcesFile(cityFolder),
  ]);
  record = await recordApp({ content, factSources });
  tax = await demoBrowser(record.app, '演示·市税务局经办员');
  owner = await demoBrowser(record.app, '演示企业甲（杭州）有限公司办事员');
});
afterAll(() => record.database.close());

let keys = 0;

/** Sends a table as a form, as a browser does. */
function sendTable(
  browser: Browser,
  path: string,
  text: string,
  fields: Readonly<Record<string, string>>,
  key?: string,
) {
  const body = new FormData();
  body.set('file', new File([text], '企业情况.csv'));
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  keys += 1;
  return record.app.request(path, {
    method: 'POST',
    body,
    headers: {
      cookie: `${sessionCookie}=${browser.cookie}`,
      'x-csrf-token': browser.csrf,
      'idempotency-key': key ?? `key-of-a-table-${keys}`,
    },
  });
}

const usual = { source: 'tax', year: '2025', asOf: '2026-05-31' };

async function refusalOf(answer: Response) {
  const { error } = errorResponse.parse(await answer.json());
  return [answer.status, error.code];
}

async function fileOf(browser: Browser): Promise<EnterpriseFileResponse> {
  return enterpriseFileResponse.parse(await (await browser.send('GET', facts)).json());
}

describe('a table of facts', () => {
  let id = '';

  test('is previewed with what its columns mean, its faults and its total', async () => {
    const answer = await sendTable(tax, '/api/fact-imports/preview', table, usual);
    expect(answer.status).toBe(200);
    const preview = factImportPreviewResponse.parse(await answer.json());
    expect(preview.mapping.columns).toEqual([
      { kind: 'credit_code' },
      { kind: 'name' },
      { kind: 'fact', fact: 'annual_revenue', unit: '万元' },
      { kind: 'fact', fact: 'high_tech_enterprise' },
    ]);
    expect(preview.counts).toMatchObject({ rows: 2, good: 1, faulty: 1, skipped: 1, added: 2 });
    expect(preview.faults).toMatchObject([
      { row: 4, column: 'C', heading: '年营业收入', found: '很多', code: 'wrong_type' },
    ]);
    expect(preview.skipped).toEqual([{ row: 5, kind: 'total', text: '合计' }]);
  });

  test('whose columns lack a unit is not taken, and the columns are named', async () => {
    const bare = table.replace('（单位：万元）', '');
    const answer = await sendTable(tax, '/api/fact-imports', bare, usual);
    const { error } = errorResponse.parse(await answer.json());
    expect([answer.status, error.code]).toEqual([422, 'mapping_problems']);
    expect(error.details).toMatchObject([{ key: 'columns.2', code: 'unit_needed' }]);
  });

  test('is taken by a mapping that was edited', async () => {
    const mapping = JSON.stringify({
      item: null,
      columns: [
        { kind: 'credit_code' },
        { kind: 'name' },
        { kind: 'fact', fact: 'annual_revenue', unit: '亿元', year: 2024 },
        { kind: 'ignored' },
      ],
    });
    const answer = await sendTable(tax, '/api/fact-imports', table, { ...usual, mapping });
    expect(answer.status).toBe(200);
    const taken = factImportResponse.parse(await answer.json());
    expect(taken.counts).toMatchObject({ good: 1, faulty: 1, added: 1 });
    id = taken.id;
    expect((await fileOf(owner)).facts).toMatchObject([
      { fact: 'annual_revenue', year: 2024, values: [{ shown: { zh: '1234.5亿元' } }] },
      { fact: 'district', values: [{ shown: { zh: '西湖', en: 'Xihu' }, record: null }] },
    ]);
  });

  test('gives its faulty rows back as a workbook', async () => {
    const answer = await tax.send('GET', `/api/fact-imports/${id}/faulty.xlsx?lang=en`);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(await answer.arrayBuffer());
    const sheet = workbook.getWorksheet('To be mended');
    expect(sheet?.getRow(2).getCell(3).text).toBe('很多');
    expect(sheet?.getRow(2).getCell(5).text).toContain('cannot read “很多”');
  });

  test('is undone whole, once', async () => {
    const undo = () => tax.send('POST', `/api/fact-imports/${id}/undo`, { reason: '单位有误' });
    expect(await (await undo()).json()).toEqual({ id, withdrawn: 1, restored: 0 });
    expect(await refusalOf(await undo())).toEqual([409, 'undone_already']);
    expect((await fileOf(owner)).facts.map(({ fact }) => fact)).toEqual(['district']);
    const listed = factImportsResponse.parse(
      await (await tax.send('GET', '/api/fact-imports')).json(),
    );
    expect(listed.imports).toMatchObject([
      { id, source: { zh: '税务申报' }, organisation: 'city:市税务局' },
    ]);
    expect(listed.imports[0]?.undoneAt).not.toBeNull();
  });

  test('sent twice under one key is taken once', async () => {
    const send = () =>
      sendTable(tax, '/api/fact-imports', table, { ...usual, mapping: kept }, 'the-same-key');
    const kept = JSON.stringify({
      item: null,
      columns: [
        { kind: 'credit_code' },
        { kind: 'name' },
        { kind: 'fact', fact: 'annual_revenue', unit: '万元' },
        { kind: 'fact', fact: 'high_tech_enterprise' },
      ],
    });
    const [one, two] = [await (await send()).json(), await (await send()).json()];
    expect(two).toEqual(one);
    expect((await fileOf(owner)).facts.map(({ fact }) => fact).sort()).toEqual([
      'annual_revenue',
      'district',
      'high_tech_enterprise',
    ]);
  });

  const refused: readonly {
    readonly name: string;
    readonly text: string;
    readonly fields: Readonly<Record<string, string>>;
    readonly refusal: readonly [number, string];
  }[] = [
    {
      name: 'of an unknown source',
      text: table,
      fields: { ...usual, source: 'x' },
      refusal: [404, 'unknown_source'],
    },
    {
      name: 'of another office’s source',
      text: table,
      fields: { ...usual, source: 'statistics' },
      refusal: [403, 'not_your_source'],
    },
    { name: 'that is empty', text: '', fields: usual, refusal: [422, 'file_not_imported'] },
    {
      name: 'without the day that it describes',
      text: table,
      fields: { source: 'tax' },
      refusal: [400, 'invalid_request'],
    },
    {
      name: 'with a mapping that is no JSON',
      text: table,
      fields: { ...usual, mapping: '{' },
      refusal: [400, 'invalid_request'],
    },
    {
      name: 'with an unknown field',
      text: table,
      fields: { ...usual, more: '1' },
      refusal: [400, 'invalid_request'],
    },
    {
      name: 'of more than 20 MB',
      text: 'x'.repeat(21 * 1024 * 1024),
      fields: usual,
      refusal: [413, 'file_too_large'],
    },
  ];
  for (const c of refused)
    test(`${c.name} is refused`, async () => {
      const answer = await sendTable(tax, '/api/fact-imports', c.text, c.fields);
      expect(await refusalOf(answer)).toEqual(c.refusal);
    });
});

describe('a value held', () => {
  async function revenue(browser: Browser) {
    const { facts: held } = await fileOf(browser);
    return held.find(({ fact }) => fact === 'annual_revenue')?.values[0];
  }
  let dispute = '';

  test('is disputed by its enterprise, and shown so to those who see it', async () => {
    const value = await revenue(owner);
    expect(value).toMatchObject({
      shown: { zh: '1234.5万元' },
      sourceName: { zh: '税务申报', en: 'Tax filings' },
      asOf: '2026-05-31',
      broughtFor: { zh: '市税务局' },
      disputed: false,
    });
    const body = { record: value?.record, claimed: '1300万元', words: '漏报一笔收入，已更正申报' };
    const answer = await owner.send('POST', '/api/disputes', body);
    dispute = disputeResponse.parse(await answer.json()).id;
    expect(await refusalOf(await owner.send('POST', '/api/disputes', body))).toEqual([
      409,
      'disputed_already',
    ]);
    expect((await revenue(tax))?.disputed).toBe(true);
    const open = disputesResponse.parse(await (await tax.send('GET', '/api/disputes')).json());
    expect(open.disputes).toMatchObject([
      { id: dispute, held: { zh: '1234.5万元' }, claimed: { zh: '1300万元' }, yours: true },
    ]);
  });

  test('is not disputed by another enterprise, nor with a value that cannot be', async () => {
    const value = await revenue(owner);
    const other = await demoBrowser(record.app, '演示企业乙（杭州）有限公司办事员');
    const body = { record: value?.record, words: '不对' };
    expect(await refusalOf(await other.send('POST', '/api/disputes', body))).toEqual([
      404,
      'unknown_record',
    ]);
    const held = (await fileOf(owner)).facts.find(({ fact }) => fact === 'high_tech_enterprise');
    const unreadable = { record: held?.values[0]?.record, claimed: '也许', words: '不对' };
    expect(await refusalOf(await owner.send('POST', '/api/disputes', unreadable))).toEqual([
      422,
      'claim_unreadable',
    ]);
  });

  test('is settled by the office of its source alone, and corrected where the dispute is upheld', async () => {
    const path = `/api/disputes/${dispute}/settle`;
    const body = { upheld: true, answer: '核对更正申报，予以采纳' };
    const commerce = await demoBrowser(record.app, '演示·市商务局经办员');
    expect(await refusalOf(await commerce.send('POST', path, body))).toEqual([
      403,
      'not_your_source',
    ]);
    expect(await (await tax.send('POST', path, body)).json()).toEqual({ dispute, upheld: true });
    expect(await refusalOf(await tax.send('POST', path, body))).toEqual([409, 'settled_already']);
    expect(await revenue(owner)).toMatchObject({
      shown: { zh: '1300万元' },
      source: 'tax',
      disputed: false,
    });
    expect((await fileOf(owner)).disputes).toMatchObject([
      { settlement: { upheld: true, answer: '核对更正申报，予以采纳' } },
    ]);
    const told = await (await owner.send('GET', '/api/notifications')).text();
    expect(told).toContain('异议成立，已更正');
  });

  test('stands with the answer where the dispute is not upheld', async () => {
    const value = await revenue(owner);
    const raised = await owner.send('POST', '/api/disputes', {
      record: value?.record,
      words: '仍然不对',
    });
    const { id } = disputeResponse.parse(await raised.json());
    await tax.send('POST', `/api/disputes/${id}/settle`, { upheld: false, answer: '以申报为准' });
    expect(await revenue(owner)).toMatchObject({ shown: { zh: '1300万元' }, disputed: false });
  });
});

describe('a large table', () => {
  test('is read while others are answered', async () => {
    const rows = Array.from({ length: 90_000 }, (_, i) => `${code},演示企业${i},${i},是`);
    const large = `${table.split('\n').slice(0, 2).join('\n')}\n${rows.join('\n')}`;
    const order: string[] = [];
    const given = vi.spyOn(Worker.prototype, 'postMessage');
    const previewing = async () => {
      const { status } = await sendTable(tax, '/api/fact-imports/preview', large, usual);
      order.push('preview');
      return status;
    };
    const previewed = previewing();
    await vi.waitFor(() => expect(given).toHaveBeenCalled(), { timeout: 60_000, interval: 1 });
    given.mockRestore();
    const health = await record.app.request('/api/health');
    order.push('health');
    expect(health.status).toBe(200);
    expect(await previewed).toBe(200);
    expect(order).toEqual(['health', 'preview']);
  });
});

describe('enterprises', () => {
  const searches = [
    { name: 'a part of the name', text: '企业甲', found: ['演示企业甲（杭州）有限公司'] },
    {
      name: 'the beginning of the code',
      text: '91330106DEMA00021',
      found: ['演示企业乙（杭州）有限公司'],
    },
    { name: 'a sign that patterns use', text: '%', found: [] },
  ];
  for (const c of searches)
    test(`are found by ${c.name}`, async () => {
      const answer = await tax.send('GET', `/api/enterprises?search=${encodeURIComponent(c.text)}`);
      const { enterprises } = enterprisesResponse.parse(await answer.json());
      expect(enterprises.map(({ name }) => name)).toEqual(c.found);
    });

  test('of another district are not found', async () => {
    const west = await demoBrowser(record.app, '演示·余杭区税务局经办员');
    const answer = await west.send('GET', '/api/enterprises');
    const { enterprises } = enterprisesResponse.parse(await answer.json());
    expect([...new Set(enterprises.map(({ district }) => district))]).toEqual(['余杭区']);
  });

  test('an office is told which sources are its own', async () => {
    const answer = await tax.send('GET', '/api/fact-sources');
    const { sources } = factSourcesResponse.parse(await answer.json());
    expect(sources.filter(({ yours }) => yours).map(({ id }) => id)).toEqual([
      'recognition',
      'tax',
    ]);
  });
});
