import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
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
}

/** As it is where nothing is set. */
export const demonstration: IdentitySettings = {
  mode: 'demo',
  publicAddress: undefined,
  behindProxy: false,
  administrator: undefined,
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

/**
 * Reads LUODI_MODE, LUODI_PUBLIC_URL, LUODI_BEHIND_PROXY, LUODI_ADMIN_LOGIN and LUODI_ADMIN_PASSWORD; what is empty is
 * not set. Production needs an address with https.
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
  if (mode === 'production' && publicAddress?.protocol !== 'https:')
    return fault(
      '正式模式须有 https 地址；请在 LUODI_PUBLIC_URL 写明浏览器访问的地址（如 https://luodi.example.gov.cn），并在前面装好 TLS',
      'production needs an https address; give the one that browsers use in LUODI_PUBLIC_URL (such as https://luodi.example.gov.cn) and put TLS in front',
    );
  return ok({
    mode: mode === 'production' ? 'production' : 'demo',
    publicAddress,
    behindProxy: proxy === '1' || proxy === 'true',
    administrator: login === '' ? undefined : { login, password },
  });
}
