import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { townApp } from './town-app.ts';

const script = `console.log('${'x'.repeat(2000)}')`;
let folder: string;
let app: Awaited<ReturnType<typeof townApp>>['app'];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luodi-pages-'));
  const dist = join(folder, 'dist');
  await mkdir(join(dist, 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(join(dist, 'index.html'), '<!doctype html><title>page</title>');
  await writeFile(join(dist, 'assets/a-1.js'), script);
  ({ app } = await townApp({ webDist: dist }));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

for (const path of ['/', '/library', '/documents/x/y', '/index.html'])
  test(`the page at ${path}`, async () => {
    const answer = await app.request(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(await answer.text()).toContain('<title>page</title>');
  });

test('a named file is kept by browsers for ever, compressed for those who can', async () => {
  const plain = await app.request('/assets/a-1.js');
  expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(await plain.text()).toBe(script);
  const answer = await app.request('/assets/a-1.js', {
    headers: { 'accept-encoding': 'gzip, br' },
  });
  expect(answer.headers.get('content-encoding')).toBe('br');
  expect(brotliDecompressSync(await answer.arrayBuffer()).toString()).toBe(script);
});

test('who has the body gets none', async () => {
  const etag = (await app.request('/')).headers.get('etag') ?? '';
  const answer = await app.request('/', { headers: { 'if-none-match': `"other", W/${etag}` } });
  expect(answer.status).toBe(304);
  expect(await answer.text()).toBe('');
});

test('a page that was built again is served anew', async () => {
  const page = join(folder, 'dist/index.html');
  await writeFile(page, '<!doctype html><title>page</title>again');
  expect(await (await app.request('/')).text()).toContain('again');
});

for (const path of [
  '/assets/absent.js',
  '/%E0%A4%A',
  '/assets/..%2f..%2fsecret.txt',
  '/assets/a%00',
])
  test(`no file at ${path}`, async () => {
    expect((await app.request(path)).status).toBe(404);
  });

for (const path of ['/..%2fsecret.txt', '/%2e%2e/secret.txt', '/assets/%2e%2e/%2e%2e/secret.txt'])
  test(`nothing but the page at ${path}`, async () => {
    expect(await (await app.request(path)).text()).not.toContain('secret');
  });

test('without a build the page says what to do', async () => {
  const answer = await (await townApp()).app.request('/');
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain('npm start');
});

test('every answer forbids foreign and evaluated code', async () => {
  for (const path of ['/', '/api/health', '/api/nothing', '/assets/a-1.js']) {
    const policy = (await app.request(path)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe-eval');
  }
});

test('the documentation loads nothing from elsewhere, and all that it loads is here', async () => {
  const page = await (await app.request('/api/docs')).text();
  const links = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link = '']) => link);
  expect(links).toContain('/api/docs/swagger-ui-bundle.js');
  for (const link of links) expect((await app.request(link)).status).toBe(200);
  expect((await app.request('/api/docs/package.json')).status).toBe(404);
});

test('the description is OpenAPI 3.1 and names every address', async () => {
  const answer = await app.request('/api/openapi.json');
  const description = z
    .object({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) })
    .parse(await answer.json());
  expect(description.openapi).toBe('3.1.0');
  const unlisted = new Set(['/api/openapi.json', '/api/docs', '/api/*']);
  const answered = app.routes
    .filter(({ path, method }) => path.startsWith('/api/') && method !== 'ALL')
    .map(({ path }) => path.replaceAll(/:(\w+)/g, '{$1}'))
    .filter((path) => !unlisted.has(path) && !path.startsWith('/api/docs'));
  const described = Object.keys(description.paths);
  expect(described).toContain('/api/match');
  expect([...described].sort()).toEqual([...new Set(answered)].sort());
});
