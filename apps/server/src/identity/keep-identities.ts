import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import {
  holdsDemoData,
  keepAdministrator,
  keepDemoIdentities,
  keepOrganisations,
} from '@luodi/platform';
import type { Database, FirstAdministratorFault, SeedOccasion } from '@luodi/platform';
import type { CityContent } from '../content/city-content.ts';
import type { StartFault } from '../start-fault.ts';
import { readCityOrganisations } from './city-organisations.ts';
import { readDemoContent } from './demo-file.ts';
import type { IdentitySettings } from './identity-settings.ts';

const administratorFaults: Readonly<
  Record<FirstAdministratorFault['code'], StartFault['message']>
> = {
  no_administrator: {
    zh: '还没有系统管理员；请用 LUODI_ADMIN_LOGIN 和 LUODI_ADMIN_PASSWORD 指定第一位（首次登录须改密码）',
    en: 'there is no administrator yet; name the first with LUODI_ADMIN_LOGIN and LUODI_ADMIN_PASSWORD (the password is changed at the first login)',
  },
  password_too_short: {
    zh: 'LUODI_ADMIN_PASSWORD 太短；至少 12 个字符',
    en: 'LUODI_ADMIN_PASSWORD is too short; give 12 characters or more',
  },
  password_too_plain: {
    zh: 'LUODI_ADMIN_PASSWORD 是常见的或一猜就中的密码；请换一个',
    en: 'LUODI_ADMIN_PASSWORD is a well-known password or soon guessed; give another',
  },
};

const demoInEarnest: StartFault = {
  message: {
    zh: '数据库里有演示用的身份，正式模式不能用它；请换一个数据库（LUODI_DATA 或 DATABASE_URL），或以 LUODI_MODE=demo 启动',
    en: 'the database holds demonstration identities and cannot be used in production; name another (LUODI_DATA or DATABASE_URL), or start with LUODI_MODE=demo',
  },
};

/** The body for which the first administrator acts. */
const administers = 'city';

/**
 * Puts the bodies of the city into the database, then the synthetic persons of a demonstration or the first administrator.
 * Refuses to use a demonstration's database in earnest.
 */
export async function keepIdentities(
  { queries }: Database,
  folder: string,
  { evaluator }: CityContent,
  { mode, administrator }: IdentitySettings,
): Promise<Result<undefined, StartFault>> {
  if (mode === 'production' && (await holdsDemoData(queries))) return fail(demoInEarnest);
  const occasion: SeedOccasion = { at: new Date(), actor: 'server' };
  const register = evaluator.content.vocabulary.departments.values();
  const city = await readCityOrganisations(folder, register);
  await keepOrganisations(queries, city, occasion);
  if (mode === 'demo') {
    const demo = await readDemoContent(folder, city);
    await keepOrganisations(queries, demo.organisations, occasion);
    await keepDemoIdentities(queries, demo.identities, occasion);
    return ok(undefined);
  }
  const named =
    administrator === undefined ? undefined : { ...administrator, organisation: administers };
  const kept = await keepAdministrator(queries, named, occasion);
  return kept.ok ? ok(undefined) : fail({ message: administratorFaults[kept.error.code] });
}
