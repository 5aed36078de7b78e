import { readFacts } from '@luodi/evaluation';
import type { FactFault, FactSet } from '@luodi/evaluation';
import { fail, ok, parseDate } from '@luodi/kernel';
import type { PlainDate, Result } from '@luodi/kernel';
import type { CityContent } from '../content/city-content.ts';
import type { ServedVersions } from '../content/served-versions.ts';
import type { ErrorDetail, MatchRequest } from '../contract/index.ts';
import { detail, refusal } from '../errors/refusal.ts';
import type { Refusal } from '../errors/refusal.ts';

/** Everything that an answer needs. */
export interface ApplicantQuestion {
  readonly city: CityContent;
  readonly facts: FactSet;
  readonly date: PlainDate;
}

/** What is asked of, and the clock for those who name no date. */
export interface Asked {
  readonly versions: ServedVersions;
  readonly today: () => PlainDate;
}

function faultDetail({ key, code, message, hint }: FactFault): ErrorDetail {
  return detail(key, code, message, hint);
}

/** Reads a date as sent; `key` says where it stood. */
export function readDay(text: string, key: string): Result<PlainDate, ErrorDetail> {
  const day = parseDate(text);
  if (day !== undefined) return ok(day);
  return fail(
    /^\d{4}-\d{2}-\d{2}$/.test(text)
      ? detail(key, 'no_such_day', { zh: `没有 ${text} 这一天`, en: `there is no day ${text}` })
      : detail(key, 'not_a_date', { zh: `“${text}” 不是日期`, en: `“${text}” is not a date` }),
  );
}

/** Reads date, version and facts of a request; the first that cannot be used is the refusal. */
export async function readApplicant(
  { facts, date, contentVersion }: MatchRequest,
  { versions, today }: Asked,
): Promise<Result<ApplicantQuestion, Refusal>> {
  const day = date === undefined ? ok(today()) : readDay(date, 'date');
  if (!day.ok) return fail(refusal('invalid_date', day.error));
  const city = await versions.find(contentVersion);
  if (!city.ok) return city;
  const read = readFacts(facts, city.value.evaluator.content);
  if (!read.ok) return fail(refusal('invalid_facts', ...read.error.map(faultDetail)));
  return ok({ city: city.value, facts: read.value, date: day.value });
}
