import type { Kysely } from 'kysely';
import * as oidc from 'openid-client';
import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { z } from 'zod';
import type { Schema } from '../database/schema.ts';
import type { NewSession } from './session.ts';
import { enter } from './sign-in.ts';
import type { SignInFault } from './sign-in.ts';

/** A city's own identity: an OpenID provider that knows its people, and what it knows us by. */
export interface ExternalSettings {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the provider sends the browser back to. */
  readonly redirect: URL;
}

/** Who the provider says it is. */
export interface ExternalSubject {
  readonly issuer: string;
  readonly subject: string;
}

export type ExternalFault =
  /** The provider does not answer, or not as one should. */
  | { readonly code: 'external_unavailable' }
  /** What came back was not asked for by this browser, was used before, or the person did not go through with it. */
  | { readonly code: 'external_refused' };

/** Where the browser goes, and what it keeps until it comes back. */
export interface ExternalStart {
  readonly address: URL;
  readonly kept: string;
}

const keptShape = z.object({ verifier: z.string(), state: z.string(), nonce: z.string() });

function readKept(kept: string): z.infer<typeof keptShape> | undefined {
  try {
    const data: unknown = JSON.parse(Buffer.from(kept, 'base64url').toString());
    return keptShape.safeParse(data).data;
  } catch {
    return undefined;
  }
}

/** For who looks after the server; the person is told less. */
function note(error: unknown): void {
  console.error('external identity:', error instanceof Error ? error.message : error);
}

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Sign-in through a provider: the authorization code flow with PKCE. */
export class ExternalIdentity {
  private readonly settings: ExternalSettings;
  private provider: oidc.Configuration | undefined;

  constructor(settings: ExternalSettings) {
    this.settings = settings;
  }

  /** Asked when first needed, and again until it answers: it may be away when the server starts. */
  private async discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    // Signatures are checked though TLS vouches for them; only a provider on this machine is spoken to without TLS.
    const insecure = loopback.has(issuer.hostname) ? [oidc.allowInsecureRequests] : [];
    const execute = [oidc.enableNonRepudiationChecks, ...insecure];
    this.provider ??= await oidc.discovery(issuer, clientId, clientSecret, undefined, { execute });
    return this.provider;
  }

  async begin(): Promise<Result<ExternalStart, ExternalFault>> {
    let provider: oidc.Configuration;
    try {
      provider = await this.discover();
    } catch (error) {
      note(error);
      return fail({ code: 'external_unavailable' });
    }
    const verifier = oidc.randomPKCECodeVerifier();
    const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
    const address = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: this.settings.redirect.href,
      scope: 'openid',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    const kept = Buffer.from(JSON.stringify({ verifier, state, nonce })).toString('base64url');
    return ok({ address, kept });
  }

  /** @param answer What the provider sent back with the browser: the part of the address after the question mark. */
  async finish(answer: string, kept: string): Promise<Result<ExternalSubject, ExternalFault>> {
    const begun = readKept(kept);
    if (begun === undefined) return fail({ code: 'external_refused' });
    const came = new URL(this.settings.redirect);
    came.search = answer;
    try {
      const tokens = await oidc.authorizationCodeGrant(await this.discover(), came, {
        pkceCodeVerifier: begun.verifier,
        expectedState: begun.state,
        expectedNonce: begun.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) return fail({ code: 'external_refused' });
      return ok({ issuer: claims.iss, subject: claims.sub });
    } catch (error) {
      note(error);
      return fail({ code: 'external_refused' });
    }
  }
}

/** Opens a session of the account that an administrator tied to this subject. */
export async function signInExternally(
  queries: Kysely<Schema>,
  { issuer, subject }: ExternalSubject,
  at: Date,
): Promise<Result<NewSession, SignInFault | { readonly code: 'unknown_identity' }>> {
  const account = await queries
    .selectFrom('app_user')
    .select('id')
    .where('oidc_issuer', '=', issuer)
    .where('oidc_subject', '=', subject)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return account === undefined
    ? fail({ code: 'unknown_identity' })
    : enter(queries, account.id, { at, manner: 'oidc' });
}
