import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'hono';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const compressible = /^(text\/|image\/svg|application\/(json|javascript|manifest|openapi))/;
const leastWorthCompressing = 1024;

type Encoding = 'br' | 'gzip' | 'identity';

/** A body that is sent many times: hashed once, compressed once for each encoding that somebody asks for. */
export class PreparedBody {
  readonly type: string;
  readonly etag: string;
  private readonly bytes: Uint8Array<ArrayBuffer>;
  private readonly encoded = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>();

  constructor(body: Uint8Array | string, type: string) {
    this.bytes = new Uint8Array(Buffer.from(body));
    this.type = type;
    this.etag = createHash('sha256').update(this.bytes).digest('base64url').slice(0, 22);
  }

  private encodingFor(accepted: string): Encoding {
    if (!compressible.test(this.type) || this.bytes.length < leastWorthCompressing)
      return 'identity';
    if (/\bbr\b/.test(accepted)) return 'br';
    return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity';
  }

  private async encode(encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
    switch (encoding) {
      case 'br': {
        const params = { [constants.BROTLI_PARAM_QUALITY]: 6 };
        return new Uint8Array(await brotli(this.bytes, { params }));
      }
      case 'gzip':
        return new Uint8Array(await zip(this.bytes));
      case 'identity':
        return this.bytes;
    }
  }

  private encodedAs(encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
    const ready = this.encoded.get(encoding) ?? this.encode(encoding);
    this.encoded.set(encoding, ready);
    return ready;
  }

  /** Answers with the body, or 304 when the caller has it. */
  async respond(c: Context, cacheControl: string): Promise<Response> {
    const encoding = this.encodingFor(c.req.header('accept-encoding') ?? '');
    const etag = `"${this.etag}${encoding === 'identity' ? '' : `-${encoding}`}"`;
    c.header('etag', etag);
    c.header('vary', 'accept-encoding');
    c.header('cache-control', cacheControl);
    const known = (c.req.header('if-none-match') ?? '').replaceAll('W/', '').split(/\s*,\s*/);
    if (known.includes(etag)) return c.body(null, 304);
    c.header('content-type', this.type);
    if (encoding !== 'identity') c.header('content-encoding', encoding);
    return c.body(await this.encodedAs(encoding));
  }
}
