import { beforeAll, describe, expect, test } from 'vitest';
import ExcelJS from 'exceljs';
import { errorResponse, factImportResponse, healthResponse } from '../../src/contract/index.ts';
import { sessionCookie } from '../../src/api/session-cookie.ts';
import { demoBrowser } from '../record-app.ts';
import type { Answering, Browser } from '../record-app.ts';
import type { ListeningServer } from './listening-server.ts';
import { packedFile } from './packed-file.ts';

const megabyte = 1024 * 1024;

async function codeOf(answer: Response): Promise<string> {
  return errorResponse.parse(await answer.json()).error.code;
}

function sendForm(
  server: Answering,
  { cookie, csrf }: Browser,
  path: string,
  form: FormData,
): Response | Promise<Response> {
  return server.request(path, {
    method: 'POST',
    headers: {
      cookie: `${sessionCookie}=${cookie}`,
      'x-csrf-token': csrf,
      'idempotency-key': crypto.randomUUID(),
    },
    body: form,
  });
}

function formOf(file: File | undefined, fields: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  if (file !== undefined) form.append('file', file);
  return form;
}

/** Files that are more than they seem. */
export function heavyFilesSuite(server: () => ListeningServer): void {
  describe('a file', () => {
    let officer: Browser;
    let finance: Browser;
    beforeAll(async () => {
      officer = await demoBrowser(server(), '演示·市科技局经办员');
      finance = await demoBrowser(server(), '演示·余杭区财政局财务员');
    });
    const preview = '/api/fact-imports/preview';

    for (const c of [
      { name: 'that unpacks to 300 MB', part: 'xl/workbook.xml' },
      { name: 'that unpacks to 300 MB in its sheet', part: 'xl/worksheets/sheet1.xml' },
    ])
      test(`${c.name} is refused before it is unpacked`, async () => {
        const bomb = packedFile(c.part, Buffer.alloc(300 * megabyte, 'x'));
        const form = formOf(new File([bomb], '企业.xlsx'), { source: 'recognition' });
        expect(await codeOf(await sendForm(server(), officer, preview, form))).toBe(
          'file_not_imported',
        );
      });

    test('beyond the limit is refused', async () => {
      const form = formOf(new File([Buffer.alloc(22 * megabyte, 'a,b\n')], '企业.csv'));
      const answer = await sendForm(server(), officer, preview, form);
      expect([answer.status, await codeOf(answer)]).toEqual([413, 'file_too_large']);
    });

    test('with thousands of fields around it is refused', async () => {
      const fields = Array.from({ length: 5000 }, (_, at) => [`field${at}`, 'x'] as const);
      const form = formOf(new File(['a\n1'], 'x.csv'), Object.fromEntries(fields));
      expect(await codeOf(await sendForm(server(), officer, preview, form))).toBe(
        'invalid_request',
      );
    });

    for (const c of [
      { name: 'a document type', xml: '<!DOCTYPE a [<!ENTITY x "y">]><Document>&x;</Document>' },
      {
        name: 'a file of the server',
        xml: '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><Document>&x;</Document>',
      },
      {
        name: 'entities of entities',
        xml: `<!DOCTYPE a [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}"><!ENTITY c "${'&b;'.repeat(1000)}">]><Document>&c;</Document>`,
      },
      { name: 'a depth of a hundred thousand', xml: '<a>'.repeat(100_000) },
    ])
      test(`of bank receipts that asks for ${c.name} is refused`, async () => {
        const payer = 'district:余杭区:财政局';
        const form = formOf(new File([c.xml], 'camt.xml'), { payer });
        const answer = await sendForm(server(), finance, '/api/money/receipts', form);
        const text = await answer.text();
        expect([answer.status, errorResponse.parse(JSON.parse(text)).error.code]).toEqual([
          422,
          'receipt_unreadable',
        ]);
        expect(text).not.toContain('root:');
      });

    test('of rows that look like formulas comes back as texts', async () => {
      const formulas = ['=1+1', '+1+1', '-1+1', '@SUM(A1)', `=HYPERLINK("http://evil.example")`];
      const rows = formulas.map((each) => `"${each.replaceAll('"', '""')}",演示,是`);
      const head = '统一社会信用代码,企业名称,高新技术企业';
      const good = '91330106DEMA00013N,演示企业甲（杭州）有限公司,是';
      const sent = new File([[head, ...rows, good].join('\n')], '企业.csv');
      const fields = { source: 'recognition', asOf: '2026-06-01' };
      const answer = await sendForm(server(), officer, '/api/fact-imports', formOf(sent, fields));
      expect(answer.status).toBe(200);
      const { id } = factImportResponse.parse(await answer.json());
      const workbook = new ExcelJS.Workbook();
      const faulty = await officer.send('GET', `/api/fact-imports/${id}/faulty.xlsx`);
      await workbook.xlsx.load(await faulty.arrayBuffer());
      const cells = formulas.map((_, at) => workbook.worksheets[0]?.getCell(at + 2, 1));
      expect(cells.map((cell) => cell?.value)).toEqual(formulas);
      expect(cells.map((cell) => cell?.numFmt)).toEqual(formulas.map(() => '@'));
    });
  });
}

/** Bodies that would take the server's memory or its time. */
export function heavyBodiesSuite(server: () => ListeningServer): void {
  const ask = (body: string) =>
    server().request('/api/match', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });

  describe('a question', () => {
    const bodies: readonly {
      readonly name: string;
      readonly body: string;
      readonly code: string;
    }[] = [
      {
        name: 'nested a hundred thousand deep',
        body: `{"facts":{"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`,
        code: 'invalid_request',
      },
      {
        name: 'with fifty thousand facts that do not exist',
        body: `{"facts":{${Array.from({ length: 50_000 }, (_, at) => `"没有${at}":1`).join(',')}}}`,
        code: 'invalid_facts',
      },
      {
        name: 'with a name as long as a book',
        body: JSON.stringify({ facts: { ['研发'.repeat(150_000)]: true } }),
        code: 'invalid_facts',
      },
      {
        name: 'with a number of a million digits',
        body: JSON.stringify({ facts: { 年度研发投入: `${'9'.repeat(900_000)}元` } }),
        code: 'invalid_facts',
      },
      {
        name: 'with a number written in words without end',
        body: JSON.stringify({ facts: { 年度研发投入: `${'万'.repeat(300_000)}元` } }),
        code: 'invalid_facts',
      },
      {
        name: 'with blanks without end',
        body: JSON.stringify({ facts: { 年度研发投入: `1${' '.repeat(900_000)}x` } }),
        code: 'invalid_facts',
      },
      {
        name: 'with a number beyond all',
        body: '{"facts":{"年度研发投入":1e999}}',
        code: 'invalid_facts',
      },
      {
        name: 'with a sum below zero',
        body: '{"facts":{"年度研发投入":"-1元"}}',
        code: 'invalid_facts',
      },
      {
        name: 'with a sum that a number cannot hold',
        body: '{"facts":{"年度研发投入":9007199254740993}}',
        code: 'invalid_facts',
      },
      {
        name: 'that names the prototype',
        body: '{"facts":{"__proto__":{"x":1}}}',
        code: 'invalid_request',
      },
      {
        name: 'that names the constructor',
        body: '{"facts":{"constructor":{"prototype":{"x":1}}}}',
        code: 'invalid_facts',
      },
      { name: 'with a NUL', body: '{"facts":{"a\\u0000b":1}}', code: 'invalid_request' },
      { name: 'with half a character', body: '{"facts":{"a":"\\ud800"}}', code: 'invalid_request' },
    ];
    for (const { name, body, code } of bodies)
      test(`${name} is refused`, async () => {
        expect(await codeOf(await ask(body))).toBe(code);
        expect(Object.prototype).not.toHaveProperty('x');
      });

    test('of 100 MB is refused by its length, and the server goes on', async () => {
      const answer = await server().sendRaw(
        `POST /api/match HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: ${100 * megabyte}\r\n\r\n{`,
      );
      expect(answer).toMatch(/^HTTP\/1\.1 413 /);
      expect(answer).toContain('body_too_large');
    });

    test('of 100 MB that does not say its length is refused', async () => {
      const chunk = new Uint8Array(megabyte).fill(0x20);
      let sent = 0;
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          sent += 1;
          if (sent > 100) controller.close();
          else controller.enqueue(chunk);
        },
      });
      const answered = server().request('/api/match', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        duplex: 'half',
      });
      // The server may close the line while the rest is still being sent.
      const status = await Promise.resolve(answered).then(
        (answer) => answer.status,
        () => 413,
      );
      expect(status).toBe(413);
      expect(sent).toBeLessThan(100);
      const health = await server().request('/api/health');
      expect(healthResponse.parse(await health.json()).status).toBe('ok');
    });
  });
}
