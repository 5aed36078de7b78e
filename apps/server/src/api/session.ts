import { getConnInfo } from '@hono/node-server/conninfo';
import { timingSafeEqual } from 'node:crypto';
import { findSession } from '@luodi/platform';
import type { Actor, Database, SignedIn } from '@luodi/platform';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import type { ErrorCode } from '../contract/index.ts';
import { logText } from '../errors/log-text.ts';
import type { IdentitySettings } from '../identity/identity-settings.ts';
import { sessionCookie } from './session-cookie.ts';

/** A page elsewhere, a page that does not know the session's token, or nobody can be looked up. */
type Doubt = 'other_site' | 'no_token' | 'no_database';

declare module 'hono' {
  interface ContextVariableMap {
    /** The instant of the request: everything that it does happens then. */
    at: Date;
    /** Who asks, as far as the request shows that it comes from a page of ours. */
    signedIn: SignedIn | undefined;
    /** Why it is not believed, or not known, who asks. */
    doubt: Doubt | undefined;
  }
}

const csrfHeader = 'x-csrf-token';
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

function hostOf(address: string): string | undefined {
  try {
    return new URL(address).host;
  } catch {
    return undefined;
  }
}

/** Whether a browser says that a page of another site sends this. Programs that are no browsers say nothing. */
function isFromElsewhere(c: Context, publicAddress: URL | undefined): boolean {
  if (c.req.header('sec-fetch-site') === 'cross-site') return true;
  const origin = c.req.header('origin');
  if (origin === undefined) return false;
  if (publicAddress !== undefined) return origin !== publicAddress.origin;
  const own = c.req.header('host') ?? hostOf(c.req.url);
  return hostOf(origin) !== own;
}

function isSame(sent: string, expected: string): boolean {
  const [a, b] = [Buffer.from(sent), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Finds out who asks. A request that changes something counts as signed in only with the token of its session, which pages
 * elsewhere cannot know, so that a forgotten check lets nobody in.
 */
export function readSession(
  { queries }: Database,
  now: () => Date,
  { publicAddress }: IdentitySettings,
): MiddlewareHandler {
  return async (c, next) => {
    const at = now();
    const changes = !safeMethods.has(c.req.method);
    c.set('at', at);
    c.set('signedIn', undefined);
    c.set('doubt', changes && isFromElsewhere(c, publicAddress) ? 'other_site' : undefined);
    const token = getCookie(c, sessionCookie);
    if (token !== undefined && token !== '') {
      const found = await findSession(queries, token, at).catch((error: unknown) => {
        console.error('session:', logText(error));
        // What everybody may see is shown nevertheless.
        c.set('doubt', 'no_database');
        return undefined;
      });
      const sent = c.req.header(csrfHeader) ?? '';
      if (changes && found !== undefined && !isSame(sent, found.csrfToken))
        c.set('doubt', c.get('doubt') ?? 'no_token');
      if (c.get('doubt') === undefined) c.set('signedIn', found);
    }
    return next();
  };
}

/** Why a request is refused before it is asked who sends it; nothing where there is no doubt. */
export function doubtOf(c: Context): ErrorCode | undefined {
  const doubt = c.get('doubt');
  if (doubt === undefined) return undefined;
  return doubt === 'no_database' ? 'database_unavailable' : 'cross_site_refused';
}

/** Who asks, in the office that they act in; nobody while a one-time password waits to be changed. */
export function actorOf(c: Context): Actor | undefined {
  const signedIn = c.get('signedIn');
  return signedIn === undefined || signedIn.mustChangePassword ? undefined : signedIn.actor;
}

/** From which address a request comes; behind a proxy, as the proxy says (the last that it added). */
export function addressOf(c: Context, { behindProxy }: IdentitySettings): string {
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  if (behindProxy && forwarded !== undefined && forwarded !== '') return forwarded;
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    // Asked without a network.
    return 'unknown';
  }
}
