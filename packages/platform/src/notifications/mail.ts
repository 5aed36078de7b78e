import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';

/** Where mail is handed over, and in whose name. */
export interface MailSettings {
  /** `smtp://user:password@host:587`, `smtps://host:465` */
  readonly server: URL;
  readonly from: string;
  /** Where browsers find Luodi: mails link there. */
  readonly publicAddress: URL | undefined;
}

/** A notice on its way to one person. */
export interface OutgoingMail {
  readonly notification: bigint;
  readonly user: string;
  readonly name: string;
  readonly address: string;
  readonly words: { readonly zh: string; readonly en: string };
  readonly at: Date;
}

/** What became of a mail. `refused`: by the other side, for good. `away`: it may be taken later. */
export type MailOutcome = 'taken' | 'refused' | 'away';

/** How long the other side may take for a step, in milliseconds. */
const patience = 10_000;
const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/u;

function transportOf({ server }: MailSettings) {
  const { hostname, port, username, password, protocol } = server;
  const secure = protocol === 'smtps:';
  const auth =
    username === ''
      ? {}
      : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } };
  return createTransport({
    host: hostname.replaceAll(/[[\]]/gu, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    // A password is not said in the open.
    requireTLS: !secure && username !== '' && !loopback.test(hostname),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: 2 * patience,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...auth,
  });
}

/** The same for the same notice to the same person: a mail that comes twice is known again. */
function messageId({ notification, user }: OutgoingMail, from: string): string {
  const person = createHash('sha256').update(user).digest('hex').slice(0, 16);
  const domain = /@([\w.-]+)>?$/u.exec(from)?.[1] ?? 'luodi';
  return `<notice-${notification}.${person}@${domain}>`;
}

function textOf({ words }: OutgoingMail, publicAddress: URL | undefined): string {
  const where = publicAddress === undefined ? '' : `\n${new URL('/', publicAddress).href}\n`;
  const whyZh = '这封邮件由系统自动发出，请勿回复。不想再收到，请登录后在“账户”页面关闭邮件通知。';
  const whyEn =
    'This mail was sent automatically; please do not answer it. To receive no more, sign in and turn mail off on the page “Account”.';
  return `${words.zh}\n\n${words.en}\n${where}\n--\n${whyZh}\n${whyEn}\n`;
}

function isRefusedForGood(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'responseCode' in error ? Number(error.responseCode) : 0;
  const command = 'command' in error ? String(error.command) : '';
  return code >= 500 && /^(RCPT TO|DATA|MAIL FROM)/u.test(command);
}

/** Hands one mail over to the server of the settings. */
export async function sendByMail(settings: MailSettings, mail: OutgoingMail): Promise<MailOutcome> {
  const transport = transportOf(settings);
  const { from, publicAddress } = settings;
  try {
    await transport.sendMail({
      from,
      to: { name: mail.name, address: mail.address },
      subject: `落地：${mail.words.zh}`.slice(0, 120),
      text: textOf(mail, publicAddress),
      textEncoding: 'base64',
      messageId: messageId(mail, from),
      date: mail.at,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    return 'taken';
  } catch (error) {
    // The words of the other side may repeat the address; the journal of the machine does not need it.
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    console.error(`mail: notice ${mail.notification}: ${code}`);
    return isRefusedForGood(error) ? 'refused' : 'away';
  } finally {
    transport.close();
  }
}
