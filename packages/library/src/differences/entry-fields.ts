import { fraction } from '@luodi/kernel';
import { entriesOf } from '@luodi/language';
import type {
  BlockEntry,
  BlockEntryKind,
  Comparison,
  Contract,
  Cycle,
  Figure,
  FigureTime,
  Indicator,
  Inspection,
  Measure,
  Moment,
  PolicyDocument,
  PolicyList,
  Procedure,
  Task,
  TimeLimit,
} from '@luodi/language';
import { amountWords } from './amount-words.ts';

/** One entry of a document as named fields in words, so that two versions compare field by field. */
export interface ComparedEntry {
  readonly kind: BlockEntryKind;
  readonly name: string;
  readonly nameEn: string;
  readonly clause: string;
  /** 事项 of a measure. */
  readonly matter: string | undefined;
  /** Keyed as in the policy file; an absent or empty field is left out. */
  readonly fields: ReadonlyMap<string, string>;
}

type Fields = readonly (readonly [string, string | undefined])[];

function filled(fields: Fields): ReadonlyMap<string, string> {
  return new Map(
    fields.flatMap(([key, words]) =>
      words === undefined || words === '' ? [] : [[key, words] as const],
    ),
  );
}

function list(words: readonly string[]): string {
  return words.join('、');
}

const kinds = {
  grant: '奖补',
  relief: '减免',
  limit: '上限',
  obligation: '义务',
  decision: '决定',
} as const;

function measureFields(measure: Measure, document: PolicyDocument): Fields {
  const { validity } = document;
  const own = (mine: string | undefined, shared: string | undefined) =>
    mine === shared ? undefined : (mine ?? '长期');
  return [
    ['种类', kinds[measure.kind]],
    ['对象', measure.subject],
    ['条件', measure.conditions.map(({ text }) => text).join('；')],
    ['除外', measure.exclusions.map(({ text }) => text).join('；')],
    ['金额', amountWords(measure.amount)],
    ['合计封顶', measure.totalCap?.text],
    ['至多', measure.mostTimes === undefined ? undefined : `${measure.mostTimes}次`],
    ['施行', own(measure.validity.from.toString(), validity.from.toString())],
    ['有效期至', own(measure.validity.until?.toString(), validity.until?.toString())],
    ['责任', list(measure.departments)],
    ['材料', list(measure.papers)],
    ['兑付', measure.channel],
  ];
}

/** `2025`, `2025-06`, `2025-12-31` */
export function momentWords({ year, month, day }: Moment): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return [
    String(year),
    ...[month, day].flatMap((part) => (part === undefined ? [] : [two(part)])),
  ].join('-');
}

const comparisons: Readonly<Record<Comparison, string>> = {
  exactly: '',
  at_least: '不低于 ',
  above: '超过 ',
  at_most: '不高于 ',
  below: '低于 ',
  about: '约 ',
};

/** `不低于 1500亿元` */
export function figureWords(figure: Figure): string {
  switch (figure.kind) {
    case 'number':
      return `${comparisons[figure.comparison]}${fraction.formatExact(figure.number)}${figure.unit}`;
    case 'range':
      return `${fraction.formatExact(figure.from)}至${fraction.formatExact(figure.to)}${figure.unit}`;
    case 'words':
      return figure.words;
  }
}

/** `2025`, `2023至2025`, `每年` */
export function timeWords(time: FigureTime): string {
  switch (time.kind) {
    case 'moment':
      return momentWords(time.moment);
    case 'span':
      return `${momentWords(time.from)}至${momentWords(time.to)}`;
    case 'every_year':
      return '每年';
    case 'unstated':
      return '未载';
  }
}

/** `自受理起 5个工作日`; `undefined` where there is no limit. */
export function limitWords(limit: TimeLimit | undefined): string | undefined {
  if (limit === undefined) return undefined;
  if (limit.kind === 'words') return limit.words;
  return `${limit.from === undefined ? '' : `自${limit.from}起 `}${figureWords(limit.length)}`;
}

const cycles: Readonly<Record<Cycle, string>> = {
  yearly: '每年',
  half_yearly: '每半年',
  quarterly: '每季度',
  monthly: '每月',
  weekly: '每周',
};

/** Words as they read, without the layout and the number before them: clauses move. */
function withoutNumber(words: string): string {
  return words
    .replace(/\s+/gu, '')
    .replace(/^(?:[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十\d]+[、.．])/u, '');
}

function taskFields(task: Task): Fields {
  return [
    ['内容', withoutNumber(task.words)],
    ['牵头', list(task.leads)],
    ['责任', list(task.departments)],
    ['期限', task.due === undefined ? undefined : momentWords(task.due)],
    ['周期', task.cycle === undefined ? undefined : cycles[task.cycle]],
    ['成果', task.outcome],
  ];
}

function indicatorFields(indicator: Indicator): Fields {
  const { base } = indicator;
  return [
    ['口径', indicator.basis],
    ['范围', indicator.scope],
    [
      '基期',
      base === undefined
        ? undefined
        : `${timeWords(base.time)} ${base.figure === undefined ? '' : figureWords(base.figure)}`,
    ],
    [
      '目标',
      indicator.targets
        .map(({ time, figure }) => `${timeWords(time)} ${figureWords(figure)}`)
        .join('；'),
    ],
    ['力争', indicator.strivenFor ? '是' : undefined],
    ['牵头', list(indicator.leads)],
    ['责任', list(indicator.departments)],
  ];
}

function listFields({ items }: PolicyList): Fields {
  return [['项', list(items.map(({ name }) => name))]];
}

function procedureFields({ steps }: Procedure): Fields {
  return steps.flatMap(({ name, actors, papers, limit, outcomes }): Fields => {
    const words = [list(actors), list(papers), limitWords(limit) ?? '', list(outcomes)];
    return [[`步骤 ${name}`, words.filter((part) => part !== '').join('；') || '—']];
  });
}

function inspectionFields(inspection: Inspection): Fields {
  return [
    ['主体', list(inspection.actors)],
    ['配合', list(inspection.assistants)],
    ['对象', inspection.target],
    ['内容', list(inspection.contents)],
    ['比例', inspection.ratio === undefined ? undefined : figureWords(inspection.ratio)],
    ['频次', inspection.frequency],
    ['方式', inspection.manner],
  ];
}

function contractFields({ parties, terms, shares }: Contract): Fields {
  return [
    ['当事人', list(parties.map(({ role, party }) => `${role} ${party}`))],
    ...terms.map(({ name, requirement, limit, breach }): readonly [string, string] => {
      const words = [
        requirement === undefined ? '' : figureWords(requirement),
        limitWords(limit) ?? '',
        breach ?? '',
      ];
      return [`条款 ${name}`, words.filter((part) => part !== '').join('；') || '—'];
    }),
    [
      '分担',
      list(
        shares.map(
          ({ payer, share }) =>
            `${payer} ${fraction.formatDecimal(fraction.multiply(share, { numerator: 100n, denominator: 1n }))}%`,
        ),
      ),
    ],
  ];
}

function fieldsOf({ kind, entry }: BlockEntry, document: PolicyDocument): Fields {
  switch (kind) {
    case 'measures':
      return measureFields(entry, document);
    case 'tasks':
      return taskFields(entry);
    case 'indicators':
      return indicatorFields(entry);
    case 'lists':
      return listFields(entry);
    case 'procedures':
      return procedureFields(entry);
    case 'inspections':
      return inspectionFields(entry);
    case 'contracts':
      return contractFields(entry);
  }
}

/** Everything that a document's rules say, entry by entry in the order written. */
export function comparedEntries(document: PolicyDocument): readonly ComparedEntry[] {
  return entriesOf(document).map((each): ComparedEntry => {
    const { kind, entry } = each;
    const { name, nameEn, clause } = entry;
    const matter = kind === 'measures' ? entry.matter : undefined;
    return { kind, name, nameEn, clause, matter, fields: filled(fieldsOf(each, document)) };
  });
}
