/**
 * Keeps the lockfiles (the project's and bench's) complete for every platform. npm leaves an optional binary out of the lockfile when the registry
 * in use does not offer it for another platform (a partial mirror does that), and `npm ci` then refuses the lockfile on
 * every platform. Here each such binary gets its entry from what its owner asks for; without a hash, as none is known.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Entry {
  readonly dev?: boolean;
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
interface Platform {
  readonly cpu: readonly string[];
  readonly libc?: readonly string[];
  readonly os?: readonly string[];
}
interface Lockfile {
  readonly packages: Record<string, Entry>;
}

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const files = ['package-lock.json', 'bench/package-lock.json'].map((file) => join(root, file));

function parse(text: string): Lockfile {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- npm's own file, written by the step before this one
  return JSON.parse(text) as Lockfile;
}

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const processors = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'x64',
];

/** `@oxlint/binding-linux-arm64-musl` -> linux, arm64, musl: the packagers' common way to name a binary */
function platform(name: string): Platform | undefined {
  const words = name.split(/[/-]/);
  if (words.includes('wasm32')) return { cpu: ['wasm32'] };
  const os = systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  if (os === undefined || cpu === undefined) return undefined;
  if (words.includes('musl')) return { cpu: [cpu], libc: ['musl'], os: [os] };
  if (os === 'linux' && words.includes('gnu')) return { cpu: [cpu], libc: ['glibc'], os: [os] };
  return { cpu: [cpu], os: [os] };
}

/** As Node looks a name up: in the owner's own node_modules, then in each one above. */
function resolve(packages: Lockfile['packages'], owner: string, name: string): Entry | undefined {
  for (
    let place = owner;
    ;
    place = place.slice(0, Math.max(0, place.lastIndexOf('node_modules/') - 1))
  ) {
    const found = packages[place === '' ? `node_modules/${name}` : `${place}/node_modules/${name}`];
    if (found !== undefined || place === '') return found;
  }
}

function complete(file: string): void {
  const lockfile = parse(readFileSync(file, 'utf8'));
  const added: string[] = [];
  for (const [owner, entry] of Object.entries(lockfile.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const target = platform(name);
      if (target === undefined || !/^\d+\.\d+\.\d+/.test(version)) continue;
      const found = resolve(lockfile.packages, owner, name);
      if (found?.version === version) continue;
      const place = found === undefined ? `node_modules/${name}` : `${owner}/node_modules/${name}`;
      const { cpu, libc, os } = target;
      const { dev } = entry;
      // In npm's own order of keys, so that the next install rewrites nothing; absent ones are not printed.
      Object.assign(lockfile.packages, {
        [place]: { version, cpu, dev, libc, optional: true, os },
      });
      added.push(place);
    }
  }
  if (added.length === 0) return;
  const packages = Object.entries(lockfile.packages).toSorted(([a], [b]) =>
    a.localeCompare(b, 'en'),
  );
  const completed = { ...lockfile, packages: Object.fromEntries(packages) };
  writeFileSync(file, `${JSON.stringify(completed, null, 2)}\n`);
  console.error(`${file}: added ${added.length} binaries of other platforms`);
}

for (const file of files.filter((path) => existsSync(path))) complete(file);
