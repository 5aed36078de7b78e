import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';

/** The worker as one file: a process that is started hundreds of times must not read hundreds of files each time. */
export interface WorkerProgram {
  readonly path: string;
  readonly remove: () => Promise<void>;
}

const entry = fileURLToPath(new URL('../crash-worker.ts', import.meta.url));
/** They load files that stand beside them. */
const external = ['@electric-sql/pglite', 'pg', 'nodemailer'];

/** Readers and writers of workbooks and documents are not used here, and half of what would be read at every start. */
const documents: Plugin = {
  name: 'without documents',
  setup(building) {
    const namespace = 'nothing';
    const filter = /^(exceljs|mammoth|jszip|csv-parse\/sync|@xmldom\/xmldom|unpdf)$/;
    building.onResolve({ filter }, ({ path }) => ({ path, namespace }));
    building.onLoad({ filter: /.*/, namespace }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** Writes it where it finds the packages that are not part of it. */
export async function bundleWorker(): Promise<WorkerProgram> {
  const modules = dirname(dirname(createRequire(import.meta.url).resolve('esbuild/package.json')));
  const caches = join(modules, '.cache');
  await mkdir(caches, { recursive: true });
  const folder = await mkdtemp(join(caches, 'luodi-crash-'));
  const path = join(folder, 'worker.mjs');
  const banner =
    "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";
  await build({
    entryPoints: [entry],
    outfile: path,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external,
    plugins: [documents],
    minify: true,
    banner: { js: banner },
    logLevel: 'error',
  });
  return { path, remove: () => rm(folder, { recursive: true, force: true }) };
}
