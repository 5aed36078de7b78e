import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demonstration, startServer } from '@luodi/server';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server under test. */
    readonly site: string;
  }
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** In development mode, because only then React and Ant Design say on the console what is wrong. */
function buildWeb(into: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    const wanted = ['--mode', 'development', '--outDir', into, '--logLevel', 'warn'];
    const build = spawn(process.execPath, [vite, 'build', ...wanted], {
      cwd: join(root, 'apps/web'),
      env: { ...process.env, NODE_ENV: 'development' },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    build.once('error', reject);
    build.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`vite build ended with ${code}`)),
    );
  });
}

/** The web application as it stands, behind the real server, on a free port and with data in memory alone. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const webDist = await mkdtemp(join(tmpdir(), 'luodi-web-'));
  await buildWeb(webDist);
  const started = await startServer({
    host: '127.0.0.1',
    port: 0,
    storage: { kind: 'memory' },
    identity: demonstration,
    contentFolder: join(root, 'content/hangzhou'),
    webDist,
    simulationSizes: [20_000],
  });
  if (!started.ok) throw new Error(started.error.message.en);
  project.provide('site', started.value.address);
  return async () => {
    await started.value.close();
    await rm(webDist, { recursive: true });
  };
}
