import { fenOf } from '../../components/yuan-field.tsx';
import { partOf } from './percent.ts';

/** What is filled in to open a pool of vouchers. */
export interface PoolDraft {
  readonly measure: string;
  readonly name: string;
  readonly nameEn: string;
  readonly pool: string;
  readonly year: number;
  readonly payer: string;
  /** Percent that the payer bears. */
  readonly share: string;
  readonly limit: string;
  /** Percent of an invoice. */
  readonly rate: string;
  readonly expiresOn: string;
  readonly providers: readonly string[];
}

export function emptyPool(year: number): PoolDraft {
  return {
    measure: '',
    name: '',
    nameEn: '',
    pool: '',
    year,
    payer: '',
    share: '100',
    limit: '',
    rate: '',
    expiresOn: `${year}-12-31`,
    providers: [],
  };
}

const city = 'city';
const whole = 100;

/** What is left for the city of what the payer does not bear, in percent. */
export function restOf({ share, payer }: PoolDraft): number {
  const borne = Number(share);
  return payer === city || !Number.isInteger(borne) ? 0 : Math.max(0, whole - borne);
}

function sharesOf(draft: PoolDraft) {
  const part = partOf(draft.share);
  if (part === undefined || draft.payer === '') return undefined;
  const rest = partOf(String(restOf(draft)));
  return [
    { holder: draft.payer, part: rest === undefined ? '1/1' : part },
    ...(rest === undefined ? [] : [{ holder: city, part: rest }]),
  ];
}

/** What is sent; `undefined` while something is missing. */
export function poolRequestOf(draft: PoolDraft) {
  const { measure, pool, year, payer, expiresOn, providers } = draft;
  const [name, nameEn] = [draft.name.trim(), draft.nameEn.trim()];
  const limit = fenOf(draft.limit);
  const rate = partOf(draft.rate);
  const shares = sharesOf(draft);
  const named = [measure, pool, payer, expiresOn, name, nameEn].every((text) => text !== '');
  if (!named || limit === undefined || rate === undefined || shares === undefined) return undefined;
  if (providers.length === 0) return undefined;
  const limitFen = limit.toString();
  return { measure, name, nameEn, pool, year, payer, shares, limitFen, rate, expiresOn, providers };
}
