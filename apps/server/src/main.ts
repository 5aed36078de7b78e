/** The server as a process: settings from the environment, the address on standard output, a clean end on a signal. */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer } from './start-server.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const environment = process.env;

const server = await startServer({
  host: environment['HOST'] ?? '127.0.0.1',
  port: environment['PORT'] === undefined ? undefined : Number(environment['PORT']),
  contentFolder: resolve(environment['LUODI_CONTENT'] ?? join(root, 'content/hangzhou')),
  webDist: join(root, 'apps/web/dist'),
});
console.log(`落地 Luodi: ${server.address}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void server.close().then(() => process.exit(0)));
