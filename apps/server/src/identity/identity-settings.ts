import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { ExternalSettings } from '@luodi/platform';
import type { StartFault } from '../start-fault.ts';

/** `demo`: synthetic persons, one click to be one of them. `production`: in earnest. */
export type Mode = 'demo' | 'production';

/** How people show who they are, as the environment says. */
export interface IdentitySettings {
  readonly mode: Mode;
  /** Where browsers find the server, when something stands in front of it; without a path. */
  readonly publicAddress: URL | undefined;
  /** Whether something in front of the server says truly from where a request comes (`X-Forwarded-For`). */
  readonly behindProxy: boolean;
  readonly administrator: { readonly login: string; readonly password: string } | undefined;
  /** The city's own identity, where it has one. */
  readonly external: ExternalSettings | undefined;
}

/** As it is where nothing is set. */
export const demonstration: IdentitySettings = {
  mode: 'demo',
  publicAddress: undefined,
  behindProxy: false,
  administrator: undefined,
  external: undefined,
};

type Environment = Readonly<Record<string, string | undefined>>;

function fault(zh: string, en: string): Result<never, StartFault> {
  return fail({ message: { zh, en } });
}

function addressFrom(given: string): URL | undefined {
  try {
    const url = new URL(given);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
  } catch {
    return undefined;
  }
}

const callback = '/api/session/external/callback';

/** LUODI_OIDC_ISSUER, …_CLIENT_ID, …_CLIENT_SECRET, …_REDIRECT: all of them or none. */
function externalSettings(
  environment: Environment,
): Result<ExternalSettings | undefined, StartFault> {
  const {
    LUODI_OIDC_ISSUER: issuer = '',
    LUODI_OIDC_CLIENT_ID: clientId = '',
    LUODI_OIDC_CLIENT_SECRET: clientSecret = '',
    LUODI_OIDC_REDIRECT: redirect = '',
  } = environment;
  if ([issuer, clientId, clientSecret, redirect].every((given) => given === ''))
    return ok(undefined);
  const [from, to] = [addressFrom(issuer), addressFrom(redirect)];
  if (from === undefined || clientId === '' || clientSecret === '')
    return fault(
      '统一身份认证没有写全；请写明 LUODI_OIDC_ISSUER（网址）、LUODI_OIDC_CLIENT_ID、LUODI_OIDC_CLIENT_SECRET 和 LUODI_OIDC_REDIRECT',
      'the external identity is incomplete; give LUODI_OIDC_ISSUER (an address), LUODI_OIDC_CLIENT_ID, LUODI_OIDC_CLIENT_SECRET and LUODI_OIDC_REDIRECT',
    );
  if (to?.pathname !== callback)
    return fault(
      `LUODI_OIDC_REDIRECT=${redirect} 不对；请写浏览器访问本系统的网址加 ${callback}`,
      `LUODI_OIDC_REDIRECT=${redirect} is wrong; give the address of this system with the path ${callback}`,
    );
  return ok({ issuer: from, clientId, clientSecret, redirect: to });
}

/** As they stand in examples and manuals. */
const defaultSecrets = new Set([
  'secret',
  'client-secret',
  'changeme',
  'change-me',
  'password',
  'postgres',
  'luodi',
  'admin',
  'test',
  'demo',
]);

/** The first setting that holds a secret which everybody knows. */
function defaultSecret(environment: Environment): string | undefined {
  const { LUODI_OIDC_CLIENT_SECRET: client = '', DATABASE_URL: database = '' } = environment;
  if (defaultSecrets.has(client.toLowerCase())) return 'LUODI_OIDC_CLIENT_SECRET';
  const password = URL.canParse(database) ? new URL(database).password : '';
  return defaultSecrets.has(password.toLowerCase()) ? 'DATABASE_URL' : undefined;
}

/** What a demonstration may lack and production may not. */
function productionFault(
  environment: Environment,
  publicAddress: URL | undefined,
): Result<undefined, StartFault> {
  if (publicAddress?.protocol !== 'https:')
    return fault(
      '正式模式须有 https 地址；请在 LUODI_PUBLIC_URL 写明浏览器访问的地址（如 https://luodi.example.gov.cn），并在前面装好 TLS',
      'production needs an https address; give the one that browsers use in LUODI_PUBLIC_URL (such as https://luodi.example.gov.cn) and put TLS in front',
    );
  const known = defaultSecret(environment);
  return known === undefined
    ? ok(undefined)
    : fault(
        `${known} 里是人人知道的默认密码；正式模式请换一个随机的`,
        `${known} holds a default secret that everybody knows; production needs a random one`,
      );
}

/**
 * Reads LUODI_MODE, LUODI_PUBLIC_URL, LUODI_BEHIND_PROXY, LUODI_ADMIN_LOGIN, LUODI_ADMIN_PASSWORD and LUODI_OIDC_…; what is
 * empty is not set. Production needs an address with https and no secret that everybody knows.
 */
export function identitySettings(environment: Environment): Result<IdentitySettings, StartFault> {
  const {
    LUODI_MODE: mode = '',
    LUODI_PUBLIC_URL: address = '',
    LUODI_BEHIND_PROXY: proxy = '',
    LUODI_ADMIN_LOGIN: login = '',
    LUODI_ADMIN_PASSWORD: password = '',
  } = environment;
  if (mode !== '' && mode !== 'demo' && mode !== 'production')
    return fault(
      `LUODI_MODE=${mode} 不认识；请写 demo（演示）或 production（正式）`,
      `LUODI_MODE=${mode} is unknown; give demo or production`,
    );
  const publicAddress = address === '' ? undefined : addressFrom(address);
  if (address !== '' && publicAddress === undefined)
    return fault(
      `LUODI_PUBLIC_URL=${address} 不是网址；请写如 https://luodi.example.gov.cn`,
      `LUODI_PUBLIC_URL=${address} is no address; give one such as https://luodi.example.gov.cn`,
    );
  if (mode === 'production') {
    const fit = productionFault(environment, publicAddress);
    if (!fit.ok) return fit;
  }
  const external = externalSettings(environment);
  if (!external.ok) return external;
  return ok({
    mode: mode === 'production' ? 'production' : 'demo',
    publicAddress,
    behindProxy: proxy === '1' || proxy === 'true',
    administrator: login === '' ? undefined : { login, password },
    external: external.value,
  });
}
