import { describe, expect, test } from 'vitest';
import { mailSettings } from './mail-settings.ts';

const server = 'smtp://luodi:s3cret@mail.example.gov.cn:587';
const from = '落地 <luodi@example.gov.cn>';
const publicAddress = new URL('https://luodi.example.gov.cn');

describe('how mail goes out', () => {
  test('is not at all where nothing is set', () => {
    expect(mailSettings({}, publicAddress)).toEqual({ ok: true, value: undefined });
  });

  for (const sender of [from, 'luodi@example.gov.cn'])
    test(`is by a server, from ${sender}`, () => {
      expect(
        mailSettings({ LUODI_SMTP_URL: server, LUODI_MAIL_FROM: sender }, publicAddress),
      ).toEqual({
        ok: true,
        value: { server: new URL(server), from: sender, publicAddress },
      });
    });

  for (const c of [
    { name: 'no server', given: { LUODI_MAIL_FROM: from }, names: 'LUODI_SMTP_URL' },
    {
      name: 'a server of another kind',
      given: { LUODI_SMTP_URL: 'https://luodi:s3cret@mail.example.gov.cn', LUODI_MAIL_FROM: from },
      names: 'LUODI_SMTP_URL',
    },
    { name: 'no sender', given: { LUODI_SMTP_URL: server }, names: 'LUODI_MAIL_FROM' },
    {
      name: 'a sender over two lines',
      given: { LUODI_SMTP_URL: server, LUODI_MAIL_FROM: 'a@example.cn\nBcc: b@example.cn' },
      names: 'LUODI_MAIL_FROM',
    },
  ])
    test(`with ${c.name} is refused in words that tell no password`, () => {
      const read = mailSettings(c.given, publicAddress);
      const { zh, en } = read.ok ? { zh: '', en: '' } : read.error.message;
      expect(en).toContain(c.names);
      expect(zh + en).not.toContain('s3cret');
    });
});
