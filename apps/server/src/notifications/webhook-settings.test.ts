import { describe, expect, test } from 'vitest';
import { webhookSettings } from './webhook-settings.ts';

const address = 'https://messages.example.gov.cn/luodi';
const secret = 'j3kD82hf0sLqpZ1v';

describe('where notifications are sent', () => {
  test('is nowhere where nothing is set', () => {
    expect(webhookSettings({})).toEqual({ ok: true, value: undefined });
  });

  test('is an address with a secret that both sides know', () => {
    expect(webhookSettings({ LUODI_WEBHOOK_URL: address, LUODI_WEBHOOK_SECRET: secret })).toEqual({
      ok: true,
      value: { address: new URL(address), secret },
    });
  });

  for (const c of [
    { name: 'no address', given: { LUODI_WEBHOOK_SECRET: secret }, names: 'LUODI_WEBHOOK_URL' },
    {
      name: 'an address of another kind',
      given: { LUODI_WEBHOOK_URL: 'file:///etc/passwd', LUODI_WEBHOOK_SECRET: secret },
      names: 'LUODI_WEBHOOK_URL',
    },
    { name: 'no secret', given: { LUODI_WEBHOOK_URL: address }, names: 'LUODI_WEBHOOK_SECRET' },
    {
      name: 'a short secret',
      given: { LUODI_WEBHOOK_URL: address, LUODI_WEBHOOK_SECRET: 'short' },
      names: 'LUODI_WEBHOOK_SECRET',
    },
  ])
    test(`with ${c.name} is refused in words`, () => {
      const read = webhookSettings(c.given);
      expect(read.ok ? '' : read.error.message.en).toContain(c.names);
    });
});
