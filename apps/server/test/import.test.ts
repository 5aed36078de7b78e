import { errorResponse, importResponse } from '../src/contract/index.ts';
import { describe, expect, test } from 'vitest';
import { townApp } from './town-app.ts';

const notice = `某某镇人民政府关于支持企业成长的通知

某镇发〔2026〕7号

各村、镇属各部门：

为支持企业成长，根据《某某镇发展规划》（某镇发〔2025〕1号），现将有关事项通知如下：

一、对首次上规的企业给予最高20万元奖励。
二、年度研发投入超过500万元的企业，按新增部分的10%给予补助。

本通知自2026年3月1日起施行，有效期2年，由镇经发办负责牵头组织实施。

某某镇人民政府
2026年2月20日
`;

async function send(
  body: FormData | Uint8Array<ArrayBuffer> | string,
  path = '/api/import',
  type?: string,
) {
  const { app } = await townApp();
  return await app.request(path, {
    method: 'POST',
    body,
    ...(type === undefined ? {} : { headers: { 'content-type': type } }),
  });
}

function form(name: string, text: string | Uint8Array<ArrayBuffer>): FormData {
  const body = new FormData();
  body.set('file', new File([text], name));
  return body;
}

describe('POST /api/import', () => {
  test('answers with the document of a file sent in a form, in the shape of the contract', async () => {
    const response = await send(form('通知.txt', notice));
    expect(response.status).toBe(200);
    const { documents, file, textFile } = importResponse.parse(await response.json());
    expect(file).toMatchObject({ name: '通知.txt', format: 'txt', encoding: 'utf-8' });
    expect(textFile).toBe('通知.txt');
    expect(documents).toHaveLength(1);
    expect(documents[0]).toMatchObject({
      title: { value: '某某镇人民政府关于支持企业成长的通知', line: 1, inferred: false },
      number: { value: '某镇发〔2026〕7号' },
      issuer: { value: '某某镇人民政府' },
      issued: { value: '2026-02-20' },
      effective: { date: '2026-03-01', basis: 'stated', words: '自2026年3月1日起施行' },
      until: { date: '2028-02-29', basis: 'inferred' },
      lead: { value: '镇经发办' },
    });
    expect(documents[0]?.skeleton.errors).toBe(0);
    const clause = documents[0]?.clauses[1]?.paragraphs[0];
    expect(clause?.figures.map(({ start, end }) => clause.text.slice(start, end))).toEqual([
      '500万元',
      '10%',
    ]);
  });

  test('takes the bytes as the body, named in the address', async () => {
    const bytes = new TextEncoder().encode(notice);
    const response = await send(bytes, '/api/import?name=a.txt', 'application/octet-stream');
    expect(importResponse.parse(await response.json()).file.name).toBe('a.txt');
  });

  test('takes files larger than other bodies', async () => {
    const response = await send(
      form('长.txt', notice.replace('二、', `${'此处说明情况。'.repeat(60_000)}\n二、`)),
    );
    expect(response.status).toBe(200);
  });

  const refused: readonly {
    readonly name: string;
    readonly body: FormData | string;
    readonly type?: string;
    readonly status: number;
    readonly code: string;
    readonly because?: string;
  }[] = [
    { name: 'no file in the form', body: new FormData(), status: 400, code: 'no_file' },
    { name: 'JSON', body: '{}', type: 'application/json', status: 400, code: 'no_file' },
    {
      name: 'an empty file',
      body: form('空.txt', ''),
      status: 422,
      code: 'file_not_imported',
      because: 'empty',
    },
    {
      name: 'an image',
      body: form('图.docx', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10])),
      status: 422,
      code: 'file_not_imported',
      because: 'not_a_document',
    },
    {
      name: 'more than 30 MB',
      body: form('大.txt', new Uint8Array(31 * 1024 * 1024)),
      status: 413,
      code: 'file_too_large',
    },
  ];
  for (const each of refused)
    test(`refuses ${each.name} with ${each.status} ${each.because ?? each.code}`, async () => {
      const response = await send(each.body, '/api/import', each.type);
      expect(response.status).toBe(each.status);
      const { error } = errorResponse.parse(await response.json());
      expect(error.code).toBe(each.code);
      expect(error.details.map(({ code }) => code)).toEqual(
        each.because === undefined ? [] : [each.because],
      );
    });
});
