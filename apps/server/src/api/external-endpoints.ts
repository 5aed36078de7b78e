import type { OpenAPIHono } from '@hono/zod-openapi';
import { ExternalIdentity, signInExternally } from '@luodi/platform';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { ErrorCode } from '../contract/index.ts';
import { errorTable } from '../errors/error-table.ts';
import { refusal, refuse } from '../errors/refusal.ts';
import { giveSession } from './session-cookie.ts';
import type { IdentityDependencies } from './session-endpoints.ts';

const path = '/api/session/external';
const keptCookie = 'luodi_external';
const tenMinutes = 600;
const signInPage = '/sign-in';

/** Back to the page that says why, in the person's language. */
function backWith(c: Context, code: ErrorCode): Response {
  return c.redirect(`${signInPage}?refused=${code}`);
}

/** Where these addresses lead, as the documentation says it. */
function describe(app: OpenAPIHono): void {
  const refusals = ['external_unavailable', 'external_refused', 'unknown_identity'] as const;
  const back = refusals.map((code) => `\`${code}\`: ${errorTable[code].en}`).join('; ');
  const redirection = (description: string) => ({
    302: {
      description: `${description}; back to \`${signInPage}?refused=CODE\` otherwise (${back})`,
    },
  });
  app.openAPIRegistry.registerPath({
    method: 'get',
    path,
    tags: ['Session'],
    summary: '统一身份认证 · Sign in by the identity of the city',
    responses: redirection('To the identity of the city'),
  });
  app.openAPIRegistry.registerPath({
    method: 'get',
    path: `${path}/callback`,
    tags: ['Session'],
    summary: '认证返回 · Back from the identity of the city',
    responses: redirection('Signed in: to the first page'),
  });
}

/**
 * Signing in by the identity of the city: the browser goes to `/api/session/external`, to the provider, and back. These two
 * addresses are visited by browsers and answer with a redirection.
 */
export function addExternalEndpoints(
  app: OpenAPIHono,
  { database, identity }: IdentityDependencies,
): void {
  describe(app);
  const { external } = identity;
  const provider = external === undefined ? undefined : new ExternalIdentity(external);
  // The browser comes back from another site, so that a strict cookie would be left behind.
  const cookie = {
    path,
    httpOnly: true,
    sameSite: 'Lax',
    secure: external?.redirect.protocol === 'https:',
    maxAge: tenMinutes,
  } as const;
  app.get(path, async (c) => {
    if (provider === undefined) return refuse(c, refusal('not_found'));
    const begun = await provider.begin();
    if (!begun.ok) return backWith(c, begun.error.code);
    setCookie(c, keptCookie, begun.value.kept, cookie);
    return c.redirect(begun.value.address.href);
  });
  app.get(`${path}/callback`, async (c) => {
    if (provider === undefined) return refuse(c, refusal('not_found'));
    const kept = getCookie(c, keptCookie) ?? '';
    // Once only, whatever comes of it.
    deleteCookie(c, keptCookie, cookie);
    const known = await provider.finish(new URL(c.req.url).search, kept);
    if (!known.ok) return backWith(c, known.error.code);
    const entered = await signInExternally(database.queries, known.value, c.get('at'));
    if (!entered.ok) return backWith(c, entered.error.code);
    giveSession(c, entered.value, identity);
    return c.redirect('/');
  });
}
