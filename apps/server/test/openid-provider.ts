import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';

interface Begun {
  readonly challenge: string;
  readonly nonce: string;
  readonly redirect: string;
}

/** A small OpenID provider on loopback, as strict as the standard asks in what the flow rests on. */
export interface OpenIdProvider {
  readonly issuer: string;
  /** Whom it signs in next. */
  subject: string;
  /** What it puts wrongly into its next identity token. */
  mistake: 'nonce' | 'issuer' | 'audience' | 'key' | 'expired' | undefined;
  close(): Promise<void>;
}

export const clientId = 'luodi-in-tests';
export const clientSecret = 'only-for-the-test-provider';

/** Starts a provider that signs in whoever it is told to without asking. */
export async function startOpenIdProvider(): Promise<OpenIdProvider> {
  const keys = await generateKeyPair('RS256');
  const others = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: '1', alg: 'RS256', use: 'sig' };
  const begun = new Map<string, Begun>();

  const json = (response: ServerResponse, status: number, body: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };

  async function identityToken(nonce: string): Promise<string> {
    const { subject, issuer, mistake } = provider;
    const now = Math.floor(Date.now() / 1000) - (mistake === 'expired' ? 7200 : 0);
    return new SignJWT({ nonce: mistake === 'nonce' ? 'another' : nonce })
      .setProtectedHeader({ alg: 'RS256', kid: '1' })
      .setIssuer(mistake === 'issuer' ? 'http://elsewhere.example' : issuer)
      .setAudience(mistake === 'audience' ? 'another' : clientId)
      .setSubject(subject)
      .setIssuedAt(now)
      .setExpirationTime(now + 3600)
      .sign(mistake === 'key' ? others.privateKey : keys.privateKey);
  }

  function authorize(url: URL, response: ServerResponse): void {
    const asked = Object.fromEntries(url.searchParams);
    const fits =
      asked['client_id'] === clientId &&
      asked['response_type'] === 'code' &&
      asked['code_challenge_method'] === 'S256';
    if (!fits) return json(response, 400, { error: 'invalid_request' });
    const code = randomUUID();
    const redirect = asked['redirect_uri'] ?? '';
    begun.set(code, {
      challenge: asked['code_challenge'] ?? '',
      nonce: asked['nonce'] ?? '',
      redirect,
    });
    const back = new URL(redirect);
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked['state'] ?? '');
    response.writeHead(302, { location: back.href }).end();
  }

  async function token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = Object.fromEntries(new URLSearchParams(await text(request)));
    const known = begun.get(asked['code'] ?? '');
    begun.delete(asked['code'] ?? '');
    const challenge = createHash('sha256')
      .update(asked['code_verifier'] ?? '')
      .digest('base64url');
    const fits =
      known !== undefined &&
      known.challenge === challenge &&
      known.redirect === asked['redirect_uri'] &&
      asked['client_secret'] === clientSecret;
    if (!fits) return json(response, 400, { error: 'invalid_grant' });
    const id = await identityToken(known.nonce);
    json(response, 200, { access_token: randomUUID(), token_type: 'Bearer', id_token: id });
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', provider.issuer);
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return json(response, 200, {
          issuer: provider.issuer,
          authorization_endpoint: `${provider.issuer}/authorize`,
          token_endpoint: `${provider.issuer}/token`,
          jwks_uri: `${provider.issuer}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
          token_endpoint_auth_methods_supported: ['client_secret_post'],
        });
      case '/keys':
        return json(response, 200, { keys: [jwk] });
      case '/authorize':
        return authorize(url, response);
      case '/token':
        return void token(request, response);
      default:
        return json(response, 404, {});
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a port was expected');
  const provider: OpenIdProvider = {
    issuer: `http://127.0.0.1:${address.port}`,
    subject: 'subject-1',
    mistake: undefined,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return provider;
}
