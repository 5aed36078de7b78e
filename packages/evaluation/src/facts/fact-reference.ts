import type { Vocabulary } from '@luodi/language';

/** How a fact is looked at: as it is (or in the base year), in earlier years, over years, or as payments received. */
export type FactAspect =
  | { readonly kind: 'itself' }
  | { readonly kind: 'years_before'; readonly years: 1 | 2 }
  | { readonly kind: 'window'; readonly combine: 'sum' | 'mean'; readonly years: number }
  | { readonly kind: 'past_highest' }
  | { readonly kind: 'received'; readonly measure: 'total' | 'this_year' | 'count' }
  | { readonly kind: 'items' };

/** A thing the applicant can be asked or has stated: a fact, one of its aspects, or a payment history. */
export interface FactReference {
  /** Chinese name of the fact, the matter or measure of a history, or the entity of items. */
  readonly name: string;
  readonly aspect: FactAspect;
}

interface Spelling {
  readonly zh: string;
  readonly en: string;
}

/** The two spellings of each aspect, as written around a name in rules and facts files. */
const spellings: readonly { readonly aspect: FactAspect; readonly spelling: Spelling }[] = [
  { aspect: { kind: 'years_before', years: 1 }, spelling: { zh: '上年', en: 'prior_year' } },
  { aspect: { kind: 'years_before', years: 2 }, spelling: { zh: '前年', en: 'two_years_before' } },
  {
    aspect: { kind: 'window', combine: 'sum', years: 3 },
    spelling: { zh: '近三年合计', en: 'three_year_total' },
  },
  {
    aspect: { kind: 'window', combine: 'mean', years: 3 },
    spelling: { zh: '近三年均值', en: 'three_year_mean' },
  },
  { aspect: { kind: 'past_highest' }, spelling: { zh: '往年最高', en: 'past_highest' } },
  {
    aspect: { kind: 'received', measure: 'total' },
    spelling: { zh: '已获', en: 'received' },
  },
  {
    aspect: { kind: 'received', measure: 'this_year' },
    spelling: { zh: '本年已获', en: 'received_this_year' },
  },
  {
    aspect: { kind: 'received', measure: 'count' },
    spelling: { zh: '已获次数', en: 'received_count' },
  },
];

/** A short mark of an aspect, unique per aspect. */
function aspectMark(aspect: FactAspect): string {
  switch (aspect.kind) {
    case 'years_before':
      return `years_before${aspect.years}`;
    case 'window':
      return `${aspect.combine}${aspect.years}`;
    case 'received':
      return `received_${aspect.measure}`;
    case 'itself':
    case 'items':
    case 'past_highest':
      return aspect.kind;
  }
}

const spellingByMark = new Map(
  spellings.map(({ aspect, spelling }) => [aspectMark(aspect), spelling]),
);

function spellingOf(aspect: FactAspect): Spelling | undefined {
  return spellingByMark.get(aspectMark(aspect));
}

const keys = new WeakMap<FactReference, string>();

/** Chinese spelling, unique per reference: `年度研发投入`, `上年(年度研发投入)`, `已获(研发投入补助)`. */
export function referenceKey(reference: FactReference): string {
  const { aspect, name } = reference;
  if (aspect.kind === 'itself' || aspect.kind === 'items') return name;
  const cached = keys.get(reference);
  if (cached !== undefined) return cached;
  const key = `${spellingOf(aspect)?.zh ?? aspect.kind}(${name})`;
  keys.set(reference, key);
  return key;
}

/** Stable id in terms of fact ids: `annual_rd_expenditure`, `prior_year(annual_rd_expenditure)`. */
export function referenceId(reference: FactReference, vocabulary: Vocabulary): string {
  const { aspect, name } = reference;
  const id =
    aspect.kind === 'received'
      ? name
      : (vocabulary.facts.get(name)?.id ?? vocabulary.entities.get(name)?.id ?? name);
  if (aspect.kind === 'itself' || aspect.kind === 'items') return id;
  return `${spellingOf(aspect)?.en ?? aspect.kind}(${id})`;
}

/** Splits `上年(年度研发投入)` or `prior_year(annual_rd_expenditure)` into aspect and inner name. */
export function parseReferenceKey(key: string): { aspect: FactAspect; inner: string } | undefined {
  const match = /^([^()（）]+)[(（]([^()（）]+)[)）]$/.exec(key.trim());
  if (match === null) {
    return /[()（）]/.test(key) ? undefined : { aspect: { kind: 'itself' }, inner: key.trim() };
  }
  const [, word = '', inner = ''] = match;
  const found = spellings.find(
    ({ spelling }) => spelling.zh === word.trim() || spelling.en === word.trim(),
  );
  return found === undefined ? undefined : { aspect: found.aspect, inner: inner.trim() };
}

/** The words that may stand around a fact name, for hints. */
export function aspectWords(): readonly string[] {
  return spellings.flatMap(({ spelling }) => [spelling.zh, spelling.en]);
}
