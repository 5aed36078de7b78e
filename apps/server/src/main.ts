/**
 * The server as a process. Settings from the environment: HOST, PORT, LUODI_CONTENT, LUODI_DATA, DATABASE_URL, and those of
 * `identity-settings.ts`, `webhook-settings.ts` and `mail-settings.ts`. One line with the address on standard output once it listens; a clean end on SIGINT and SIGTERM.
 */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { storagePlace } from '@luodi/platform';
import { identitySettings } from './identity/identity-settings.ts';
import { mailSettings } from './notifications/mail-settings.ts';
import { webhookSettings } from './notifications/webhook-settings.ts';
import { badPort } from './start-fault.ts';
import type { StartFault } from './start-fault.ts';
import { startServer } from './start-server.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const { HOST, PORT, LUODI_CONTENT } = process.env;

function giveUp({ message }: StartFault, code: 1 | 2): never {
  console.error(`${message.zh}\n${message.en}`);
  process.exit(code);
}

function portFrom(given: string | undefined): number | undefined {
  if (given === undefined || given === '') return undefined;
  const port = Number(given);
  if (!/^\d+$/.test(given) || port > 65_535) giveUp(badPort(given), 2);
  return port;
}

const identity = identitySettings(process.env);
if (!identity.ok) giveUp(identity.error, 1);
const webhook = webhookSettings(process.env);
if (!webhook.ok) giveUp(webhook.error, 1);
const mail = mailSettings(process.env, identity.value.publicAddress);
if (!mail.ok) giveUp(mail.error, 1);
const started = await startServer({
  host: HOST ?? '127.0.0.1',
  port: portFrom(PORT),
  storage: storagePlace(process.env, join(root, 'data')),
  identity: identity.value,
  webhook: webhook.value,
  mail: mail.value,
  contentFolder: resolve(LUODI_CONTENT ?? join(root, 'content/hangzhou')),
  webDist: join(root, 'apps/web/dist'),
  warmUp: true,
});
if (!started.ok) giveUp(started.error, 1);
const server = started.value;
if (
  identity.value.mode === 'demo' &&
  !new Set(['127.0.0.1', 'localhost', '::1', undefined]).has(HOST)
)
  console.error(
    `演示模式，任何能访问 ${HOST} 的人都可以用任何演示身份登录；正式使用请设 LUODI_MODE=production\nDemo mode: whoever reaches ${HOST} can sign in as anybody of the demonstration; set LUODI_MODE=production to use it in earnest`,
  );
console.log(`落地 Luodi: ${server.address}`);

let ending = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (ending) return;
    ending = true;
    void server.close().then(() => process.exit(0));
  });
