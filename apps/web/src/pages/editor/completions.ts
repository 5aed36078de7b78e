import { findUnit, unitSymbols } from '@luodi/kernel';
import type { CodeList, EditingPlace, Fact, Vocabulary } from '@luodi/language';
import { factDetail, factLines } from './fact-words.ts';
import type { Wording } from './fact-words.ts';
import { blockSnippets } from './snippets.ts';

/** Names that may be written, besides those of the vocabulary. */
export interface KnownNames {
  readonly vocabulary: Vocabulary;
  readonly measures: readonly string[];
  readonly departments: readonly string[];
  readonly documents: readonly { readonly id: string; readonly title: string }[];
}

/** One thing to write. `snippet` is a template, `text` the plain text where it is more than the label. */
export interface Option {
  readonly label: string;
  readonly kind: 'key' | 'fact' | 'word' | 'name' | 'unit' | 'block';
  readonly detail?: string;
  readonly info?: readonly string[];
  readonly text?: string;
  readonly snippet?: string;
}

type Slot = Extract<EditingPlace, { kind: 'expression' }>['slot'];

const comparisons = [
  '达到',
  '不低于',
  '不少于',
  '超过',
  '高于',
  '不超过',
  '不高于',
  '不满',
  '低于',
];
const functionsOfYears = ['上年', '前年', '近三年合计', '近三年均值', '往年最高'];
const functions = ['孰低', '孰高', '已获', '本年已获', '已获次数', '合计', '个数', '存在', '全部'];

/** Makes the options of one kind of place. */
class Options {
  private readonly known: KnownNames;
  private readonly wording: Wording;

  constructor(known: KnownNames, wording: Wording) {
    this.known = known;
    this.wording = wording;
  }

  word(label: string, more: Partial<Option> = {}): Option {
    const words: Readonly<Record<string, string>> = this.wording.editor.complete.words;
    const detail = words[label];
    return { label, kind: 'word', ...(detail === undefined ? {} : { detail }), ...more };
  }

  name(label: string, detail: string, info: readonly string[] = []): Option {
    return { label, kind: 'name', detail, info };
  }

  facts(after = ''): readonly Option[] {
    const { vocabulary } = this.known;
    return [...vocabulary.facts.values()].map((fact) => ({
      label: fact.name,
      kind: 'fact',
      detail: factDetail(fact, this.wording),
      info: factLines(fact, vocabulary, this.wording),
      ...(after === '' ? {} : { text: fact.name + after }),
    }));
  }

  /** Options of a list, best first where it is ordered. */
  choices(list: CodeList | undefined, after = ''): readonly Option[] {
    return (list?.members ?? []).map((member) => ({
      ...this.name(member.name, member.nameEn),
      ...(after === '' ? {} : { text: member.name + after }),
    }));
  }

  choicesOf(fact: Fact | undefined): readonly Option[] {
    return fact?.type.kind === 'choice'
      ? this.choices(this.known.vocabulary.lists.get(fact.type.list))
      : [];
  }

  fact(name: string | undefined): Fact | undefined {
    const inner = name?.replace(/^[^(（]+[(（](.+)[)）]$/, '$1') ?? '';
    return this.known.vocabulary.facts.get(inner);
  }

  /** Units of the kind of the fact compared with first; all of them where there is none. */
  units(against: string | undefined): readonly Option[] {
    const fact = this.fact(against);
    const own = fact?.unit === undefined ? undefined : findUnit(fact.unit);
    const money = ['万元', '亿元', '元'];
    const usual = [
      ...(fact === undefined || fact.factKind === 'money' ? money : []),
      ...unitSymbols(),
    ];
    const fits = (symbol: string) => {
      const unit = findUnit(symbol);
      if (own === undefined || unit === undefined) return true;
      return unit.dimension === own.dimension && unit.counter === own.counter;
    };
    const label = this.wording.editor.complete.unit;
    return [...new Set(usual)]
      .filter(fits)
      .map((symbol) => ({ label: symbol, kind: 'unit', detail: label }));
  }

  matters(): readonly Option[] {
    const { editor } = this.wording;
    return [...this.known.vocabulary.matters.values()].map(({ name, nameEn }) =>
      this.name(name, editor.complete.matter, [nameEn]),
    );
  }

  entities(): readonly Option[] {
    const { editor } = this.wording;
    return [...this.known.vocabulary.entities.values()].map(({ name, nameEn }) =>
      this.name(name, editor.complete.entity, [nameEn]),
    );
  }

  measures(): readonly Option[] {
    return this.known.measures.map((name) => this.name(name, this.wording.editor.complete.measure));
  }

  departments(): readonly Option[] {
    const label = this.wording.editor.complete.department;
    return this.known.departments.map((name) => this.name(name, label));
  }

  documents(): readonly Option[] {
    return this.known.documents.map(({ id, title }) => this.name(id, title));
  }

  private operators(after: string | undefined): readonly Option[] {
    const fact = this.fact(after);
    const graded = fact?.type.kind === 'choice' || fact?.type.kind === 'text';
    const range = ['以上', '以下', '以内', '以外'].map((end) =>
      this.word(`在 … ${end}`, { snippet: `在 #{1} ${end}` }),
    );
    const equal = [this.word('为'), this.word('属于', { snippet: '属于 [#{1}]' })];
    const logic = [this.word('且'), this.word('或')];
    const compared = comparisons.map((each) => this.word(each));
    const signs = ['+', '−', '×', '÷'].map((label): Option => ({ label, kind: 'word' }));
    if (fact?.type.kind === 'truth') return [...logic, ...equal];
    return graded
      ? [...equal, ...range, ...logic]
      : [...range, ...compared, ...logic, ...equal, ...signs];
  }

  private operands(slot: Extract<Slot, { kind: 'operand' }>, isGrant: boolean): readonly Option[] {
    const against = this.choicesOf(this.fact(slot.against));
    if (against.length > 0) return against;
    const manners = isGrant && slot.first ? this.manners() : [];
    const calls = [...functionsOfYears, ...functions].map((label) =>
      this.word(label, { snippet: `${label}(#{1})` }),
    );
    const rest = [this.word('非'), this.word('评价日')];
    return [...manners, ...this.facts(), ...calls, ...rest];
  }

  private manners(): readonly Option[] {
    return [
      this.word('最高'),
      this.word('不低于'),
      this.word('酌定'),
      this.word('决定', { snippet: '决定 "#{1:无需办理}"' }),
      this.word('另行规定', { snippet: '另行规定 "#{1:按国家规定}"' }),
    ];
  }

  expression(slot: Slot, isGrant: boolean): readonly Option[] {
    switch (slot.kind) {
      case 'operand':
        return this.operands(slot, isGrant);
      case 'operator':
        return this.operators(slot.after);
      case 'range_end':
        return ['以上', '以下', '以内', '以外'].map((end) => this.word(end));
      case 'unit':
        return this.units(slot.against);
      case 'received':
        return [...this.matters(), ...this.measures()];
    }
  }

  value(place: Extract<EditingPlace, { kind: 'value' }>): readonly Option[] {
    const { shape } = place;
    switch (shape.kind) {
      case 'one_of':
        return shape.options.map((label) => this.word(label));
      case 'matter':
        return this.matters();
      case 'entity':
        return this.entities();
      case 'measure':
        return this.measures();
      case 'department':
        return this.departments();
      case 'document':
        return this.documents();
      case 'choice_list':
        return [...this.known.vocabulary.lists.values()].map(({ name, nameEn }) =>
          this.name(name, nameEn),
        );
      case 'unit':
        return this.units(undefined);
      case 'expected':
        return ['最高', '不低于', '酌定', '另行规定', '决定'].map((label) => this.word(label));
      case 'condition':
      case 'grant':
      case 'expression':
      case 'rate':
      case 'fact':
      case 'date':
      case 'words':
        return [];
    }
  }

  factValue(name: string): readonly Option[] {
    const fact = this.fact(name);
    if (fact?.type.kind === 'truth') return [this.word('是'), this.word('否')];
    return this.choicesOf(fact);
  }

  blocks(whole: boolean): readonly Option[] {
    const { snippets } = this.wording.editor.complete;
    const told: Readonly<Record<string, string>> = snippets;
    return blockSnippets.map((block) => ({
      label: block.keyword,
      kind: 'block',
      detail: told[block.keyword] ?? '',
      snippet: whole ? block.whole : block.afterFence,
    }));
  }
}

/** Keys that open a list or mapping below them rather than a value beside them. */
const opening = new Set([
  '条件',
  '除外',
  '依次',
  '就高',
  '择一',
  '累加',
  '步骤',
  '项',
  '条款',
  '存疑',
  '关系',
]);

function keyOptions(
  place: Extract<EditingPlace, { kind: 'key' }>,
  { language }: Wording,
): readonly Option[] {
  return Object.entries(place.keys).map(([label, { zh, en }]) => ({
    label,
    kind: 'key',
    detail: language === 'zh' ? zh : en,
    ...(opening.has(label) ? { text: `${label}:` } : { text: `${label}: ` }),
  }));
}

/** What may be written at a place, in the order in which it is offered. */
export function optionsAt(
  place: EditingPlace,
  known: KnownNames,
  wording: Wording,
): readonly Option[] {
  const options = new Options(known, wording);
  switch (place.kind) {
    case 'key':
      return keyOptions(place, wording);
    case 'grade':
      return options
        .choicesOf(options.fact(place.by))
        .map((option) => ({ ...option, text: `${option.label}: ` }));
    case 'fact_key':
      return options.facts(place.asKey ? ': ' : '').filter(({ label }) => !place.used.has(label));
    case 'fact_value':
      return options.factValue(place.fact);
    case 'value':
      return options.value(place);
    case 'expression':
      return options.expression(place.slot, place.grant);
    case 'block_keyword':
      return options.blocks(false);
    case 'new_block':
      return options.blocks(true);
  }
}
