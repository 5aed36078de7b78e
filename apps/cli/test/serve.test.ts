import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { content, luodi, program } from './command.ts';

const patience = 120_000;
let data: string;

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'luodi-data-'));
});

afterEach(() => rm(data, { recursive: true }));

async function listening(): Promise<{ readonly port: number; close(): void }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { port: address.port, close: () => void server.close() };
}

test(
  'luodi serve answers at the address that it prints, and ends cleanly on a signal',
  async () => {
    const free = await listening();
    free.close();
    const args = ['serve', '--port', String(free.port), '--content', content];
    const child = spawn(process.execPath, [program, ...args], {
      env: { ...process.env, LUODI_DATA: data },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    for await (const line of createInterface({ input: child.stdout })) {
      const address = /http:\/\/\S+/.exec(line)?.[0];
      if (address === undefined) continue;
      expect(address).toBe(`http://127.0.0.1:${free.port}`);
      // The pages need a build that the command line does not make; the interface answers without one.
      expect((await fetch(new URL('api/health', address))).status).toBe(200);
      child.kill('SIGTERM');
    }
    expect(await ended).toEqual([0, null]);
  },
  patience,
);

test(
  'luodi serve on a port that is taken says so and exits with 2',
  async () => {
    const taken = await listening();
    const args = ['serve', '--port', String(taken.port), '--content', content];
    const { code, stdout, stderr } = await luodi(args, { env: { LUODI_DATA: data } });
    taken.close();
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(String(taken.port));
  },
  patience,
);
