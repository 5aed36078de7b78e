import { findUnit, nearName } from '@luodi/kernel';
import type { Fact, Vocabulary } from '@luodi/language';
import type { ColumnMeaning, ProposedColumn, SheetMapping } from './column-meaning.ts';
import { isCodeHeading, isNameHeading, isYearHeading, readHeading } from './heading.ts';
import type { TableHead } from './table-head.ts';

export interface ProposedMapping {
  readonly mapping: SheetMapping;
  readonly columns: readonly ProposedColumn[];
}

interface Found {
  readonly fact: Fact;
  readonly exact: boolean;
}

/** Finds facts by Chinese or English label or id, exactly or nearly. */
class FactFinder {
  private readonly byLabel = new Map<string, Fact>();
  private readonly vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
    for (const fact of vocabulary.facts.values())
      for (const label of [fact.name, fact.id, fact.nameEn])
        if (!this.byLabel.has(label.toLowerCase())) this.byLabel.set(label.toLowerCase(), fact);
  }

  find(...names: readonly string[]): Found | undefined {
    for (const name of names) {
      const exact = this.byLabel.get(name.toLowerCase());
      if (exact !== undefined) return { fact: exact, exact: true };
    }
    for (const name of names) {
      const near = nearName(name, this.vocabulary.facts.keys());
      const fact = near === undefined ? undefined : this.vocabulary.facts.get(near);
      if (fact !== undefined) return { fact, exact: false };
    }
    return undefined;
  }
}

/** The unit of bare numbers: what the heading says, what the sheet says for money, else the vocabulary's. */
function unitFor(fact: Fact, stated: string | undefined, moneyUnit: string | undefined) {
  if (fact.type.kind !== 'number') return undefined;
  if (stated !== undefined && findUnit(stated)?.dimension === fact.type.dimension) return stated;
  // Of money and shares people mean different units, so none is taken for granted.
  if (fact.factKind === 'money') return moneyUnit;
  return fact.factKind === 'rate' ? undefined : fact.unit;
}

function proposeColumn(
  text: string,
  finder: FactFinder,
  { moneyUnit }: TableHead,
  year: number | undefined,
): ProposedColumn {
  const sure = (meaning: ColumnMeaning): ProposedColumn => ({
    heading: text,
    meaning,
    likeness: 'exact',
  });
  if (isCodeHeading(text)) return sure({ kind: 'credit_code' });
  if (isNameHeading(text)) return sure({ kind: 'name' });
  if (isYearHeading(text)) return sure({ kind: 'year' });
  const heading = readHeading(text);
  const whole = text.normalize('NFKC').trim();
  const found = whole === '' ? undefined : finder.find(whole, heading.name);
  if (found === undefined) return { heading: text, meaning: { kind: 'ignored' }, likeness: 'none' };
  const { fact } = found;
  const stated = heading.year ?? (heading.priorYear && year !== undefined ? year - 1 : undefined);
  const unit = unitFor(fact, heading.unit, moneyUnit);
  return {
    heading: text,
    meaning: {
      kind: 'fact',
      fact: fact.id,
      ...(unit === undefined ? {} : { unit }),
      ...(fact.annual && stated !== undefined ? { year: stated } : {}),
    },
    likeness: found.exact ? 'exact' : 'near',
  };
}

/** The entity that most of the facts found belong to. */
function entityOf(columns: readonly ProposedColumn[], vocabulary: Vocabulary): string | undefined {
  const counts = new Map<string, number>();
  for (const { meaning, likeness } of columns)
    if (meaning.kind === 'fact') {
      const entity = vocabulary.factsById.get(meaning.fact)?.entity ?? '';
      counts.set(entity, (counts.get(entity) ?? 0) + (likeness === 'exact' ? 3 : 1));
    }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  const entity = vocabulary.entities.get(most?.[0] ?? '');
  return entity?.belongsTo === undefined ? undefined : entity.id;
}

/** A fact of another entity, and a fact or year that an earlier column states, are left for a person to decide. */
function withoutClashes(
  columns: readonly ProposedColumn[],
  item: string | undefined,
  vocabulary: Vocabulary,
): readonly ProposedColumn[] {
  const seen = new Set<string>();
  const order = [...columns.keys()].sort(
    (a, b) =>
      Number(columns[a]?.likeness === 'near') - Number(columns[b]?.likeness === 'near') || a - b,
  );
  const kept = new Set<number>();
  for (const at of order) {
    const meaning = columns[at]?.meaning;
    if (meaning === undefined) continue;
    const key =
      meaning.kind === 'fact' ? `fact ${meaning.fact} ${meaning.year ?? ''}` : meaning.kind;
    const entity =
      meaning.kind === 'fact' ? vocabulary.factsById.get(meaning.fact)?.entity : undefined;
    const own = vocabulary.entities.get(entity ?? '');
    const fits =
      meaning.kind !== 'fact' || (own?.belongsTo === undefined ? undefined : own.id) === item;
    if (fits && (meaning.kind === 'ignored' || !seen.has(key))) kept.add(at);
    seen.add(key);
  }
  return columns.map((column, at) =>
    kept.has(at) ? column : { ...column, meaning: { kind: 'ignored' }, likeness: 'none' },
  );
}

/**
 * Proposes what the columns of a sheet mean, by their headings: fact by Chinese label, English label, id, or a name like one;
 * units and years in headings. `year`: of the annual facts whose heading names none.
 */
export function proposeMapping(
  head: TableHead,
  vocabulary: Vocabulary,
  year: number | undefined,
): ProposedMapping {
  const finder = new FactFinder(vocabulary);
  const found = head.headings.map((text) => proposeColumn(text, finder, head, year));
  const item = entityOf(found, vocabulary);
  const columns = withoutClashes(found, item, vocabulary);
  return { mapping: { item, columns: columns.map(({ meaning }) => meaning) }, columns };
}
