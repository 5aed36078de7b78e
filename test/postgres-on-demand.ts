import { randomBytes } from 'node:crypto';
import { connect, createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import {
  postgresMissing,
  startNewPostgresServer,
} from '../packages/batch/test/support/postgres-server.ts';
import type { PostgresServer } from '../packages/batch/test/support/postgres-server.ts';

const variable = 'LUODI_TEST_DATABASE_URL';

function join(near: Socket, far: Socket): void {
  near.pipe(far).pipe(near);
  for (const [one, other] of [
    [near, far],
    [far, near],
  ] as const) {
    one.on('error', () => other.destroy());
    one.on('close', () => other.destroy());
  }
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('a port was expected'));
      else resolve(address.port);
    });
  });
}

/**
 * Names a PostgreSQL server to all tests, which starts when the first of them connects: a run that needs none pays nothing
 * for it. Where the environment names one already, or none can be had, nothing is done.
 */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env[variable] !== undefined || postgresMissing() !== undefined) return undefined;
  const password = randomBytes(16).toString('hex');
  let starting: Promise<PostgresServer> | undefined;
  const open = new Set<Socket>();
  const door = createServer((near) => {
    open.add(near);
    near.on('close', () => open.delete(near));
    // Replaced by the pair's own; until then a client that gives up must not end the run.
    near.on('error', () => near.destroy());
    starting ??= startNewPostgresServer(password);
    starting.then(
      ({ url }) => join(near, connect(Number(new URL(url).port), '127.0.0.1')),
      (error: unknown) => {
        console.error(error);
        near.destroy();
      },
    );
  });
  const port = await listen(door);
  process.env[variable] = `postgresql://luodi:${password}@127.0.0.1:${port}/postgres`;
  return async () => {
    for (const socket of open) socket.destroy();
    await new Promise<void>((resolve) => door.close(() => resolve()));
    await (await starting)?.stop();
  };
}
