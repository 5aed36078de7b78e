import { describe, expect, test } from 'vitest';
import type { ListeningServer } from './listening-server.ts';
import { secretFile, secretWords } from './listening-server.ts';

/** Requests as no client would make them. */
export function rawRequestsSuite(server: () => ListeningServer): void {
  const get = (path: string, ...headers: readonly string[]) =>
    server().sendRaw(
      [`GET ${path} HTTP/1.1`, 'host: x', 'connection: close', ...headers, '', ''].join('\r\n'),
    );

  describe('a path', () => {
    for (const path of [
      `/../${secretFile}`,
      `/assets/../../${secretFile}`,
      `/..%2f${secretFile}`,
      `/%2e%2e/${secretFile}`,
      `/%2e%2e%2f${secretFile}`,
      `/..%5c${secretFile}`,
      `/....//${secretFile}`,
      `//../${secretFile}`,
      `/%00/../${secretFile}`,
      `/assets/%c0%ae%c0%ae/%c0%ae%c0%ae/${secretFile}`,
    ])
      test(`${path} does not lead out of the pages`, async () => {
        const answer = await get(path);
        expect(answer).toMatch(/^HTTP\/1\.1 \d{3} /);
        expect(answer).not.toContain(secretWords);
      });
  });

  describe('a request', () => {
    test('of two lengths is not understood', async () => {
      const answer = await server().sendRaw(
        'POST /api/match HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 2\r\ncontent-length: 30\r\n\r\n{}',
      );
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    });

    test('of a length and of chunks is not understood', async () => {
      const answer = await server().sendRaw(
        'POST /api/match HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      );
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    });

    test('with headers beyond measure is refused', async () => {
      expect(await get('/', `x-long: ${'a'.repeat(20_000)}`)).toMatch(/^HTTP\/1\.1 431 /);
    });

    test('that never ends its header is cut off', async () => {
      expect(await server().sendRaw('GET / HTTP/1.1\r\nhost: x\r\n')).toMatch(/^HTTP\/1\.1 408 /);
    }, 60_000);
  });

  test('every page says that nothing of elsewhere runs in it and that nobody may frame it', async () => {
    const { headers } = await server().request('/');
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
  });
}
