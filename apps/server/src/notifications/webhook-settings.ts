import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { WebhookSettings } from '@luodi/platform';
import type { StartFault } from '../start-fault.ts';

const shortestSecret = 16;

/** Reads LUODI_WEBHOOK_URL and LUODI_WEBHOOK_SECRET: both, or none. */
export function webhookSettings({
  LUODI_WEBHOOK_URL: given = '',
  LUODI_WEBHOOK_SECRET: secret = '',
}: Readonly<Record<string, string | undefined>>): Result<WebhookSettings | undefined, StartFault> {
  if (given === '' && secret === '') return ok(undefined);
  if (!URL.canParse(given) || !/^https?:$/u.test(new URL(given).protocol))
    return fail({
      message: {
        zh: `LUODI_WEBHOOK_URL=${given} 不是网址；请写接收通知的地址`,
        en: `LUODI_WEBHOOK_URL=${given} is no address; give the one that takes notifications`,
      },
    });
  if (secret.length < shortestSecret)
    return fail({
      message: {
        zh: `LUODI_WEBHOOK_SECRET 太短；请写至少 ${shortestSecret} 个随机字符，接收方用它验证签名`,
        en: `LUODI_WEBHOOK_SECRET is too short; give ${shortestSecret} random characters or more, by which the receiver checks signatures`,
      },
    });
  return ok({ address: new URL(given), secret });
}
