import { beforeAll, describe, expect, test } from 'vitest';
import { sessionCookie } from '../../src/api/session-cookie.ts';
import { attachmentResponse, startResponse } from '../../src/contract/index.ts';
import { demoBrowser } from '../record-app.ts';
import type { Answering, Browser } from '../record-app.ts';
import { applicant, must, officerOf } from '../rounds-app.ts';

/** Sends a paper for a case, named and made as the caller likes. */
function sendPaper(
  server: Answering,
  browser: Browser,
  id: string,
  file: File,
): Response | Promise<Response> {
  const form = new FormData();
  form.append('file', file);
  return server.request(`/api/cases/${encodeURIComponent(id)}/attachments`, {
    method: 'POST',
    headers: {
      cookie: `${sessionCookie}=${browser.cookie}`,
      'x-csrf-token': browser.csrf,
      'idempotency-key': `paper-${file.name.length}-${file.size}-of-${id}`,
    },
    body: form,
  });
}

/** Somebody who knows the ids of what is another's. */
export function foreignHandsSuite(server: () => Answering): void {
  describe('the case of one enterprise', () => {
    let owner: Browser;
    let id = '';
    let paper = '';

    beforeAll(async () => {
      owner = await applicant(server());
      const begun = await must(owner, '/api/cases', { programme: 'demo-rd-subsidy' });
      ({ case: id } = startResponse.parse(begun));
      const sent = await sendPaper(server(), owner, id, new File(['%PDF-1.4\n'], '报告.pdf'));
      ({ attachment: paper } = attachmentResponse.parse(await sent.json()));
    });

    const strangers = [
      { name: 'another enterprise', person: '演示企业乙（杭州）有限公司办事员' },
      { name: 'an officer of another district', person: '演示·上城区商务局经办员' },
      { name: 'a finance officer of another district', person: '演示·临安区财政局财务员' },
    ];
    const looks = [
      () => `/api/cases/${id}`,
      () => `/api/cases/${id}/letters`,
      () => `/api/cases/${id}/money`,
      () => `/api/cases/${id}/decision`,
      () => `/api/cases/letter?id=${id}&kind=acceptance`,
      () => `/api/attachments?id=${encodeURIComponent(paper)}`,
    ];
    for (const { name, person } of strangers) {
      test(`does not exist for ${name}`, async () => {
        const browser = await demoBrowser(server(), person);
        const found: string[] = [];
        for (const look of looks) {
          const answer = await browser.send('GET', look());
          if (answer.ok) found.push(look());
        }
        expect(found).toEqual([]);
      });

      test(`is not changed by ${name}`, async () => {
        const before = await (await owner.send('GET', `/api/cases/${id}`)).json();
        const browser = await demoBrowser(server(), person);
        const deeds: readonly (readonly [string, unknown])[] = [
          ['save', { answers: {}, papers: [] }],
          ['submit', { papers: [], signed: 'x' }],
          ['withdraw', { reason: 'x' }],
          ['confirm', { confirmed: true }],
          ['claim', { account: { name: 'x', bank: 'x', number: '6222020000000000012' } }],
          ['tasks', { task: 'x', decision: { kind: 'approve' } }],
          ['settle', { objection: 'x', upheld: true, answer: 'x' }],
        ];
        for (const [deed, body] of deeds)
          expect((await browser.send('POST', `/api/cases/${id}/${deed}`, body)).ok).toBe(false);
        const sent = await sendPaper(server(), browser, id, new File(['%PDF-1.4\nx'], 'x.pdf'));
        expect(sent.ok).toBe(false);
        expect(await (await owner.send('GET', `/api/cases/${id}`)).json()).toEqual(before);
      });
    }

    test('is not in the lists of an enterprise that is not its own', async () => {
      const other = await demoBrowser(server(), '演示企业乙（杭州）有限公司办事员');
      for (const path of ['/api/cases', '/api/money/own', '/api/notifications', '/api/cases/xlsx'])
        expect(await (await other.send('GET', path)).text()).not.toContain(id);
    });

    test('is open to the officers of its own district', async () => {
      const officer = await officerOf(server(), '市科技局');
      expect((await officer.send('GET', `/api/cases/${id}`)).status).toBe(200);
    });

    test('has a paper that is saved and never shown as a page, whatever its name', async () => {
      const name = `"><script>alert(1)</script>\r\nset-cookie: a=b'(*).pdf`;
      const page = new File(['%PDF-1.4\n<html><script>alert(1)</script>'], name);
      const sent = await sendPaper(server(), owner, id, page);
      const { attachment } = attachmentResponse.parse(await sent.json());
      const path = `/api/attachments?id=${encodeURIComponent(attachment)}`;
      const { headers } = await owner.send('GET', path);
      expect(headers.get('content-disposition')).toMatch(
        /^attachment; filename\*=UTF-8''[\w.~%!-]+$/,
      );
      expect(headers.get('set-cookie')).toBeNull();
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-type')).toBe('application/pdf');
      expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    });

    for (const c of [
      { name: 'a page', words: '<html><script>alert(1)</script></html>' },
      { name: 'a picture that is text', words: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
      { name: 'a program', words: 'MZ\u0090\0\u0003' },
      { name: 'nothing', words: '' },
    ])
      test(`takes no paper that is ${c.name}, by whatever name`, async () => {
        const file = new File([c.words], 'paper.pdf', { type: 'application/pdf' });
        const answer = await sendPaper(server(), owner, id, file);
        expect(answer.status).toBe(422);
      });
  });
}
