import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { PreparedBody } from './prepared-body.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** Files of one folder, kept in memory as they are asked for and read again when they change. */
export class FileFolder {
  private readonly root: string;
  private readonly kept = new Map<
    string,
    { readonly stamp: string; readonly body: PreparedBody }
  >();

  constructor(root: string) {
    this.root = normalize(root);
  }

  /** The file at a path inside the folder; `undefined` when there is none or the path leads out of it. */
  async find(path: string): Promise<PreparedBody | undefined> {
    if (path.includes('\0')) return undefined;
    const file = join(this.root, path);
    if (!file.startsWith(this.root + sep)) return undefined;
    const found = await stat(file).catch(() => undefined);
    if (found === undefined || !found.isFile()) return undefined;
    const stamp = `${found.mtimeMs}:${found.size}`;
    const kept = this.kept.get(file);
    if (kept?.stamp === stamp) return kept.body;
    const type = types[extname(file)] ?? 'application/octet-stream';
    const body = new PreparedBody(await readFile(file), type);
    this.kept.set(file, { stamp, body });
    return body;
  }
}
