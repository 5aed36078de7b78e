/**
 * One command from a fresh clone to a running Luodi: builds the web application if its sources are newer than the build,
 * then runs the server, which prints its address once it answers.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const web = join(root, 'apps/web');
const notSources = new Set(['node_modules', 'dist', 'test']);

/** When the youngest file below a path was changed; 0 if there is none. */
function newest(path: string): number {
  const self = statSync(path, { throwIfNoEntry: false });
  if (self === undefined) return 0;
  if (!self.isDirectory()) return self.mtimeMs;
  const children = readdirSync(path).filter((name) => !notSources.has(name));
  return Math.max(0, ...children.map((name) => newest(join(path, name))));
}

function isBuilt(): boolean {
  const page = join(web, 'dist/index.html');
  if (!existsSync(page)) return false;
  const sources = [
    web,
    join(root, 'packages'),
    join(root, 'apps/server/src/contract'),
    join(root, 'package-lock.json'),
  ];
  return newest(page) > Math.max(...sources.map(newest));
}

/** Builds with the build's own output on standard error, so that standard output holds the address alone. */
function buildWeb(): Promise<number> {
  return new Promise((resolve, reject) => {
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    const build = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: web,
      stdio: ['ignore', 2, 2],
    });
    build.once('error', reject);
    build.once('exit', (code) => resolve(code ?? 1));
  });
}

if (!isBuilt()) {
  console.error('Building the web application (once; about ten seconds)…');
  const code = await buildWeb();
  if (code !== 0) {
    console.error('The web application could not be built; see above.');
    process.exit(code);
  }
}
await import('../apps/server/src/main.ts');
