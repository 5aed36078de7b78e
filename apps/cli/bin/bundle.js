// Keeps one bundle of the command line in dist/, made again whenever a file that went into it has changed.
import { mkdir, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../../..');
const cache = resolve(here, '../dist');
const pointer = join(cache, 'current.json');
/** A bundle may still be loading its parts in another process. */
const keptMilliseconds = 60 * 60 * 1000;

/** Size and time of a file: what changes when it is edited. */
function mark(path) {
  try {
    const { size, mtimeMs } = statSync(join(root, path));
    return `${size}:${mtimeMs}`;
  } catch {
    return 'absent';
  }
}

async function currentBundle() {
  try {
    const { folder, inputs } = JSON.parse(await readFile(pointer, 'utf8'));
    const fresh = inputs.every(([path, made]) => mark(path) === made);
    return fresh ? join(cache, folder, 'main.js') : undefined;
  } catch {
    return undefined;
  }
}

/** Our own packages, and what is left external, do nothing when imported: what a command does not use is left out. */
const withoutSideEffects = {
  name: 'without-side-effects',
  setup(build) {
    const asked = Symbol('asked');
    build.onResolve({ filter: /^[^.]/ }, async (request) => {
      if (request.pluginData === asked || request.kind === 'entry-point') return undefined;
      const { path, importer, kind, namespace, resolveDir } = request;
      const found = await build.resolve(path, {
        importer,
        kind,
        namespace,
        resolveDir,
        pluginData: asked,
      });
      return { ...found, sideEffects: false };
    });
  },
};

async function build() {
  const { build: bundle } = await import('esbuild');
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(join(cache, 'draft-'));
  const { metafile } = await bundle({
    entryPoints: [join(root, 'apps/cli/src/main.ts')],
    outdir: draft,
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    metafile: true,
    // Less to read on each call; names stay for stack traces.
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: 'silent',
    // With files of their own beside them: database engines, for the server; the reader of PDFs and its character maps.
    external: ['@electric-sql/pglite', 'pg', 'pdfjs-dist'],
    banner: {
      js: "import { createRequire as luodiRequire } from 'node:module'; const require = luodiRequire(import.meta.url);",
    },
    plugins: [withoutSideEffects],
  });
  // node_modules change through the lock file alone.
  const sources = Object.keys(metafile.inputs).filter((path) => !path.includes('node_modules/'));
  const inputs = [...sources, 'package-lock.json', 'apps/cli/bin/bundle.js'].map((path) => [
    path,
    mark(path),
  ]);
  const folder = `bundle-${draft.slice(draft.lastIndexOf('-') + 1)}`;
  await rename(draft, join(cache, folder));
  const note = join(cache, `${folder}.json`);
  await writeFile(note, JSON.stringify({ folder, inputs }));
  await rename(note, pointer);
  await sweep(folder);
  return join(cache, folder, 'main.js');
}

async function sweep(current) {
  for (const name of await readdir(cache)) {
    if (name === current || name === 'current.json') continue;
    const path = join(cache, name);
    if (Date.now() - (await stat(path)).mtimeMs > keptMilliseconds)
      await rm(path, { recursive: true, force: true });
  }
}

/**
 * Address of the bundled program; `undefined` when it cannot be bundled (no esbuild for this machine, a folder that cannot be
 * written) or is not wanted (`LUODI_BUNDLE=0`).
 */
export async function bundledProgram() {
  if (process.env.LUODI_BUNDLE === '0') return undefined;
  try {
    return pathToFileURL((await currentBundle()) ?? (await build())).href;
  } catch {
    return undefined;
  }
}
