/**
 * One command from a fresh clone to a running Luodi: build the web application if its sources are newer than the build,
 * run the server, and print the address once it answers.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const web = join(root, 'apps/web');
const serverMain = join(root, 'apps/server/src/main.ts');
const port = process.env['PORT'] ?? '8080';
const host = process.env['HOST'] ?? '127.0.0.1';

function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const self = statSync(path);
  if (!self.isDirectory()) return self.mtimeMs;
  const children = readdirSync(path).filter((name) => name !== 'node_modules' && name !== 'dist');
  return Math.max(0, ...children.map((name) => newest(join(path, name))));
}

function run(command: string, args: readonly string[], cwd: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

async function buildWebIfStale(): Promise<void> {
  if (!existsSync(join(web, 'index.html'))) {
    console.error('start: apps/web has no index.html yet; the server runs without pages.');
    return;
  }
  const built = newest(join(web, 'dist/index.html'));
  const sources = Math.max(
    newest(web),
    newest(join(root, 'packages')),
    newest(join(root, 'apps/server/src/contract')),
    newest(join(root, 'package-lock.json')),
  );
  if (built > sources) return;
  console.error('start: building the web application…');
  const code = await run(join(root, 'node_modules/.bin/vite'), ['build'], web);
  if (code !== 0) process.exit(code);
}

async function announceWhenReady(): Promise<void> {
  const address = `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}/`;
  for (;;) {
    try {
      await fetch(address, { method: 'HEAD' });
      console.log(`Luodi 落地: ${address}`);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

function runServer(): void {
  const server = spawn(
    process.execPath,
    ['--import', 'tsx', serverMain, ...process.argv.slice(2)],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, PORT: port, HOST: host },
    },
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => server.kill(signal));
  server.once('exit', (code) => process.exit(code ?? 1));
}

await buildWebIfStale();
if (existsSync(serverMain)) {
  runServer();
  await announceWhenReady();
} else {
  console.error('start: apps/server/src/main.ts does not exist yet; nothing to run.');
}
