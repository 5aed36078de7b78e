import type { NewSession } from '@luodi/platform';
import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import type { IdentitySettings } from '../identity/identity-settings.ts';

export const sessionCookie = 'luodi_session';

function options(c: Context, { publicAddress }: IdentitySettings) {
  const { protocol } = publicAddress ?? new URL(c.req.url);
  return { path: '/', httpOnly: true, sameSite: 'Strict', secure: protocol === 'https:' } as const;
}

/** Gives the browser the token of a new session. */
export function giveSession(
  c: Context,
  { token, expiresAt }: NewSession,
  identity: IdentitySettings,
): void {
  setCookie(c, sessionCookie, token, { ...options(c, identity), expires: expiresAt });
}

/** Takes the token back. */
export function takeSession(c: Context, identity: IdentitySettings): void {
  deleteCookie(c, sessionCookie, options(c, identity));
}
