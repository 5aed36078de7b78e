import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { MailSettings } from '@luodi/platform';
import type { StartFault } from '../start-fault.ts';

/** `name@host`, or `Name <name@host>`; no line break can stand in it. */
const sender = /^(?:[^<>\r\n]*<[^\s<>@]+@[\w.-]+>|[^\s<>@]+@[\w.-]+)$/u;

/** Reads LUODI_SMTP_URL and LUODI_MAIL_FROM: both, or none. A password in the address is not repeated in a fault. */
export function mailSettings(
  {
    LUODI_SMTP_URL: given = '',
    LUODI_MAIL_FROM: from = '',
  }: Readonly<Record<string, string | undefined>>,
  publicAddress: URL | undefined,
): Result<MailSettings | undefined, StartFault> {
  if (given === '' && from === '') return ok(undefined);
  const server = URL.canParse(given) ? new URL(given) : undefined;
  if (server === undefined || !/^smtps?:$/u.test(server.protocol) || server.hostname === '')
    return fail({
      message: {
        zh: 'LUODI_SMTP_URL 不是邮件服务器的地址；请写成 smtp://用户:密码@主机:587 或 smtps://主机:465',
        en: 'LUODI_SMTP_URL is no address of a mail server; write smtp://user:password@host:587 or smtps://host:465',
      },
    });
  if (!sender.test(from))
    return fail({
      message: {
        zh: 'LUODI_MAIL_FROM 不是发件人；请写成 落地 <luodi@example.gov.cn>',
        en: 'LUODI_MAIL_FROM is no sender; write Luodi <luodi@example.gov.cn>',
      },
    });
  return ok({ server, from, publicAddress });
}
