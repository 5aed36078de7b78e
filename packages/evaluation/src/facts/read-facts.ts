import { fail, nearName, ok } from '@luodi/kernel';
import type { Rational, Result } from '@luodi/kernel';
import type { Content, Fact } from '@luodi/language';
import { fault, mostFaults } from './fact-fault.ts';
import type { FactFault } from './fact-fault.ts';
import { aspectWords, parseReferenceKey, referenceKey } from './fact-reference.ts';
import type { FactAspect, FactReference } from './fact-reference.ts';
import type { FactEntry, FactItem, FactSet, History, Payment } from './fact-set.ts';
import { historyTopics } from './history-topics.ts';
import type { HistoryTopics } from './history-topics.ts';
import { readHistory, readReceived, unknownTopic } from './read-history.ts';
import { readNumber, readValue } from './read-value.ts';

const historyKeys = new Set(['历史', 'history']);

interface AnnualFigures {
  readonly byYear: Map<number, Rational>;
  readonly relative: Map<number, Rational>;
  readonly stated: Map<string, Rational>;
}

function noFigures(): AnnualFigures {
  return { byYear: new Map(), relative: new Map(), stated: new Map() };
}

interface Draft {
  readonly states: Map<string, FactEntry>;
  readonly annual: Map<string, AnnualFigures>;
  readonly totals: Map<string, Rational>;
  readonly mattersReceived: Set<string>;
  readonly items: Map<string, readonly FactItem[]>;
  payments: readonly Payment[] | undefined;
}

function emptyDraft(): Draft {
  return {
    states: new Map(),
    annual: new Map(),
    totals: new Map(),
    mattersReceived: new Set(),
    items: new Map(),
    payments: undefined,
  };
}

function isRecord(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

function notKnown(raw: unknown): boolean {
  return raw === null || raw === undefined || raw === '未知' || raw === 'unknown' || raw === '';
}

/** Reads facts into a draft, collecting every fault. */
class FactReader {
  readonly faults: FactFault[] = [];
  private readonly content: Content;
  private readonly topics: HistoryTopics;

  constructor(content: Content) {
    this.content = content;
    this.topics = historyTopics(content);
  }

  read(raw: Readonly<Record<string, unknown>>, path: string): Draft {
    const draft = emptyDraft();
    for (const [key, value] of Object.entries(raw)) {
      if (this.faults.length >= mostFaults) break;
      this.readEntry(draft, key, value, path);
    }
    return draft;
  }

  private readEntry(draft: Draft, key: string, raw: unknown, path: string): void {
    const place = path + key;
    if (historyKeys.has(key)) {
      if (draft.payments !== undefined) this.statedTwice(place);
      else draft.payments = this.readHistory(raw, place);
      return;
    }
    const entity = this.entityNamed(key);
    if (entity !== undefined) {
      this.readItems(draft, entity, raw, place);
      return;
    }
    const parsed = parseReferenceKey(key);
    if (parsed === undefined) {
      this.faults.push(
        fault(
          'unknown_aspect',
          place,
          { zh: `“${key}” 读不懂`, en: `cannot read “${key}”` },
          {
            zh: `可写 ${aspectWords()
              .filter((_, i) => i % 2 === 0)
              .join('、')}（事实名）`,
            en: `use one of ${aspectWords()
              .filter((_, i) => i % 2 === 1)
              .join(', ')} (fact)`,
          },
        ),
      );
      return;
    }
    if (notKnown(raw)) {
      if (parsed.aspect.kind !== 'received') this.factNamed(parsed.inner, place);
      else if (this.topics.find(parsed.inner) === undefined)
        this.faults.push(unknownTopic(parsed.inner, place, this.topics));
      return;
    }
    if (parsed.aspect.kind === 'received')
      this.readReceived(draft, parsed.inner, parsed.aspect, raw, place);
    else this.readFact(draft, parsed.inner, parsed.aspect, raw, place);
  }

  private entityNamed(key: string): string | undefined {
    for (const entity of this.content.vocabulary.entities.values())
      if (entity.belongsTo !== undefined && (entity.name === key || entity.id === key))
        return entity.name;
    return undefined;
  }

  private factNamed(name: string, place: string): Fact | undefined {
    const { facts, factsById, entities } = this.content.vocabulary;
    const fact = facts.get(name) ?? factsById.get(name);
    if (fact !== undefined) return fact;
    const near = nearName(
      name,
      /^[\x20-\x7e]+$/.test(name) ? factsById.keys() : [...facts.keys(), ...entities.keys()],
    );
    this.faults.push(
      fault(
        'unknown_fact',
        place,
        { zh: `没有事实“${name}”`, en: `no fact is called “${name}”` },
        near === undefined
          ? { zh: '用 luodi facts 查看全部事实', en: 'run luodi facts for the list' }
          : { zh: `是不是“${near}”？`, en: `did you mean “${near}”?` },
      ),
    );
    return undefined;
  }

  private readReceived(
    draft: Draft,
    about: string,
    aspect: FactAspect,
    raw: unknown,
    place: string,
  ): void {
    const isCount = aspect.kind === 'received' && aspect.measure === 'count';
    const received = readReceived(about, isCount, raw, place, this.topics);
    if (!received.ok) {
      this.faults.push(received.error);
      return;
    }
    const { names, matter, value } = received.value;
    if (value.numerator > 0n) draft.mattersReceived.add(matter);
    const keys = names.map((name) => referenceKey({ name, aspect }));
    if (keys.some((key) => draft.totals.has(key))) this.statedTwice(place);
    else for (const key of keys) draft.totals.set(key, value);
  }

  private readFact(
    draft: Draft,
    name: string,
    aspect: FactAspect,
    raw: unknown,
    place: string,
  ): void {
    const fact = this.factNamed(name, place);
    if (fact === undefined) return;
    if (!fact.annual) {
      if (aspect.kind !== 'itself' || isRecord(raw)) this.notAnnual(fact, place);
      else this.readState(draft, fact, raw, place);
      return;
    }
    const figures = draft.annual.get(fact.name) ?? noFigures();
    draft.annual.set(fact.name, figures);
    if (aspect.kind === 'itself' && isRecord(raw)) {
      this.readYears(figures.byYear, fact, raw, place);
      return;
    }
    const number = readNumber(raw, fact, place);
    if (!number.ok) {
      this.faults.push(number.error);
      return;
    }
    if (aspect.kind === 'itself') this.once(figures.relative, 0, number.value, place);
    else if (aspect.kind === 'years_before')
      this.once(figures.relative, aspect.years, number.value, place);
    else this.once(figures.stated, referenceKey({ name: fact.name, aspect }), number.value, place);
  }

  private once<K>(into: Map<K, Rational>, key: K, value: Rational, place: string): void {
    if (into.has(key)) this.statedTwice(place);
    else into.set(key, value);
  }

  private statedTwice(place: string): void {
    this.faults.push(
      fault(
        'stated_twice',
        place,
        { zh: '同一事实写了两次', en: 'the same fact is stated twice' },
        { zh: '请只留一个', en: 'keep only one' },
      ),
    );
  }

  private readState(draft: Draft, fact: Fact, raw: unknown, place: string): void {
    const value = readValue(raw, fact, place, this.content.vocabulary);
    if (!value.ok) this.faults.push(value.error);
    else if (draft.states.has(fact.name)) this.statedTwice(place);
    else draft.states.set(fact.name, { kind: 'state', value: value.value });
  }

  private itemInItem(place: string): void {
    this.faults.push(
      fault(
        'not_items',
        place,
        { zh: '一项里面不能再列项', en: 'an item has no items of its own' },
        { zh: '请写在最外层', en: 'list them at the top' },
      ),
    );
  }

  private notAnnual(fact: Fact, place: string): void {
    this.faults.push(
      fault(
        'not_annual',
        place,
        { zh: `“${fact.name}”不按年记`, en: `“${fact.nameEn}” is not an annual figure` },
        { zh: `请直接写 ${fact.name}: 值`, en: `write ${fact.id}: value` },
      ),
    );
  }

  private readYears(
    into: Map<number, Rational>,
    fact: Fact,
    raw: Readonly<Record<string, unknown>>,
    place: string,
  ): void {
    for (const [year, value] of Object.entries(raw)) {
      const digits = /^(\d{4})年?(?:度)?$/.exec(year.trim())?.[1];
      if (digits === undefined) {
        this.faults.push(
          fault(
            'bad_year',
            `${place}.${year}`,
            { zh: `“${year}” 不是年份`, en: `“${year}” is not a year` },
            { zh: '请写成 2024 这样', en: 'write it like 2024' },
          ),
        );
        continue;
      }
      if (notKnown(value)) continue;
      const number = readNumber(value, fact, `${place}.${year}`);
      if (number.ok) this.once(into, Number(digits), number.value, `${place}.${year}`);
      else this.faults.push(number.error);
    }
  }

  private readItems(draft: Draft, entity: string, raw: unknown, place: string): void {
    const list = isRecord(raw) ? [raw] : raw;
    if (notKnown(raw)) return;
    if (draft.items.has(entity)) {
      this.statedTwice(place);
      return;
    }
    if (!Array.isArray(list)) {
      this.faults.push(
        fault(
          'not_items',
          place,
          { zh: '应是列表', en: 'expected a list' },
          { zh: `请写成 ${entity}: [ {…}, {…} ]`, en: `write ${entity}: [ {…}, {…} ]` },
        ),
      );
      return;
    }
    const rows: readonly unknown[] = list;
    draft.items.set(
      entity,
      rows.flatMap((row, index) => {
        if (!isRecord(row)) {
          this.faults.push(
            fault(
              'not_items',
              `${place}[${index}]`,
              { zh: '每一项应是一组事实', en: 'each item is a set of facts' },
              { zh: '请写成 { 事实: 值 }', en: 'write { fact: value }' },
            ),
          );
          return [];
        }
        const inner = this.read(row, `${place}[${index}].`);
        for (const nested of inner.items.keys()) this.itemInItem(`${place}[${index}].${nested}`);
        return [
          {
            label: `${entity}${index + 1}`,
            entries: entriesOf(inner),
            history: historyOf(inner),
          },
        ];
      }),
    );
  }

  private readHistory(raw: unknown, place: string): readonly Payment[] | undefined {
    if (notKnown(raw)) return undefined;
    const history = readHistory(raw, place, this.topics);
    if (history.ok) return history.value;
    this.faults.push(...history.error);
    return undefined;
  }
}

function entriesOf(draft: Draft): ReadonlyMap<string, FactEntry> {
  return new Map<string, FactEntry>([
    ...draft.states,
    ...[...draft.annual].map(([name, figures]): [string, FactEntry] => [
      name,
      { kind: 'annual', ...figures },
    ]),
  ]);
}

function historyOf({ payments, totals, mattersReceived }: Draft): History {
  return { payments, totals, mattersReceived };
}

/**
 * Reads facts as an applicant states them (docs/language.md, section 5): a mapping by Chinese name or id.
 * Returns all faults at once (the first 50 of more); nothing is guessed and nothing is dropped.
 */
export function readFacts(raw: unknown, content: Content): Result<FactSet, readonly FactFault[]> {
  if (!isRecord(raw))
    return fail([
      fault(
        'not_an_object',
        '',
        { zh: '事实应是一组“名称: 值”', en: 'facts are a mapping of name to value' },
        { zh: '如 {"高新技术企业": true}', en: 'e.g. {"high_tech_enterprise": true}' },
      ),
    ]);
  const reader = new FactReader(content);
  const draft = reader.read(raw, '');
  if (reader.faults.length > 0) return fail(reader.faults);
  return ok({
    entries: entriesOf(draft),
    items: draft.items,
    history: historyOf(draft),
  });
}

/** A fact reference from its spelling in either language; `undefined` if it names nothing in the vocabulary. */
export function findReference(key: string, content: Content): FactReference | undefined {
  const parsed = parseReferenceKey(key);
  if (parsed === undefined) return undefined;
  const { facts, factsById, entities } = content.vocabulary;
  if (parsed.aspect.kind === 'received') return { name: parsed.inner, aspect: parsed.aspect };
  const fact = facts.get(parsed.inner) ?? factsById.get(parsed.inner);
  if (fact !== undefined) return { name: fact.name, aspect: parsed.aspect };
  return entities.has(parsed.inner) ? { name: parsed.inner, aspect: { kind: 'items' } } : undefined;
}
