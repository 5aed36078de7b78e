import { findUnit, parseQuantity } from '@luodi/kernel';
import type { Fact, Vocabulary } from '@luodi/language';
import { cellText } from './sheet.ts';
import type { ColumnMeaning, MappingProblem, SheetMapping } from './column-meaning.ts';
import type { TableHead } from './table-head.ts';

type FactMeaning = Extract<ColumnMeaning, { kind: 'fact' }>;

function problem(
  code: MappingProblem['code'],
  column: number | undefined,
  zh: readonly [message: string, hint: string],
  en: readonly [message: string, hint: string],
): MappingProblem {
  return {
    code,
    column,
    message: { zh: zh[0], en: en[0] },
    hint: { zh: zh[1], en: en[1] },
  };
}

function hasBareNumbers({ rows }: TableHead, column: number): boolean {
  return rows.some(({ cells }) => {
    const quantity = parseQuantity(cellText(cells[column]));
    return typeof quantity !== 'string' && quantity.unit.symbol === '';
  });
}

function unitProblem(
  meaning: FactMeaning,
  fact: Fact,
  column: number,
  head: TableHead,
): MappingProblem | undefined {
  if (fact.type.kind !== 'number') return undefined;
  const heading = head.headings[column] ?? '';
  const { unit } = meaning;
  if (unit === undefined)
    return fact.type.dimension === '' && fact.factKind !== 'rate'
      ? undefined
      : hasBareNumbers(head, column)
        ? problem(
            'unit_needed',
            column,
            [`“${heading}”一列的数没有单位`, `请选单位，如 ${fact.unit ?? '元'}`],
            [
              `the numbers under “${heading}” have no unit`,
              `choose one, e.g. ${fact.unit ?? '元'}`,
            ],
          )
        : undefined;
  if (findUnit(unit)?.dimension === fact.type.dimension) return undefined;
  return problem(
    'wrong_unit',
    column,
    [`“${unit}”不是“${fact.name}”的单位`, `请换单位，如 ${fact.unit ?? '元'}`],
    [`“${unit}” is no unit of “${fact.nameEn}”`, `choose another, e.g. ${fact.unit ?? '元'}`],
  );
}

function factProblem(
  meaning: FactMeaning,
  column: number,
  mapping: SheetMapping,
  head: TableHead,
  vocabulary: Vocabulary,
  year: number | undefined,
): MappingProblem | undefined {
  const fact = vocabulary.factsById.get(meaning.fact);
  if (fact === undefined)
    return problem(
      'unknown_fact',
      column,
      [`没有事实“${meaning.fact}”`, '请从事实表里选'],
      [`no fact is called “${meaning.fact}”`, 'choose one of the list of facts'],
    );
  const entity = vocabulary.entities.get(fact.entity);
  if ((entity?.belongsTo === undefined ? undefined : entity.id) !== mapping.item)
    return problem(
      'other_entity',
      column,
      [
        `“${fact.name}”说的是${fact.entity}，不是这张表每行说的`,
        '一张表只说一种对象，请分开导入或忽略这一列',
      ],
      [
        `“${fact.nameEn}” is about ${entity?.nameEn ?? fact.entity}, which is not what a row here is about`,
        'import it from a sheet of its own, or ignore the column',
      ],
    );
  const dated =
    meaning.year !== undefined ||
    year !== undefined ||
    mapping.columns.some(({ kind }) => kind === 'year');
  if (fact.annual && !dated)
    return problem(
      'year_needed',
      column,
      [`“${fact.name}”按年记，但不知道是哪一年`, '请选年度，或加“年度”一列'],
      [
        `“${fact.nameEn}” is annual, but the year is not known`,
        'choose a year, or add a column “年度”',
      ],
    );
  return unitProblem(meaning, fact, column, head);
}

function twice(mapping: SheetMapping, head: TableHead): readonly MappingProblem[] {
  const seen = new Map<string, number>();
  return mapping.columns.flatMap((meaning, column) => {
    if (meaning.kind === 'ignored') return [];
    const key = meaning.kind === 'fact' ? `${meaning.fact} ${meaning.year ?? ''}` : meaning.kind;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, column);
      return [];
    }
    const [a = '', b = ''] = [head.headings[first], head.headings[column]];
    return [
      problem(
        'stated_twice',
        column,
        [`“${a}”和“${b}”两列说的是同一件事`, '请忽略其中一列'],
        [`the columns “${a}” and “${b}” say the same thing`, 'ignore one of them'],
      ),
    ];
  });
}

/** Everything that must be settled before rows can be read by a mapping. `year`: that of the import. */
export function checkMapping(
  mapping: SheetMapping,
  head: TableHead,
  vocabulary: Vocabulary,
  year: number | undefined,
): readonly MappingProblem[] {
  const { columns, item } = mapping;
  if (columns.length !== head.headings.length)
    return [
      problem(
        'does_not_fit',
        undefined,
        [`表有 ${head.headings.length} 列，对应只有 ${columns.length} 列`, '请重新预览这张表'],
        [
          `the sheet has ${head.headings.length} columns, the mapping ${columns.length}`,
          'preview the sheet anew',
        ],
      ),
    ];
  if (item !== undefined && ![...vocabulary.entities.values()].some(({ id }) => id === item))
    return [
      problem(
        'unknown_entity',
        undefined,
        [`没有“${item}”这种对象`, '请从列表里选'],
        [`there is no entity “${item}”`, 'choose one of the list'],
      ),
    ];
  const missing: MappingProblem[] = [];
  if (!columns.some(({ kind }) => kind === 'credit_code'))
    missing.push(
      problem(
        'no_credit_code',
        undefined,
        ['没有统一社会信用代码一列', '请指明哪一列是统一社会信用代码；没有的话请在表里补上'],
        [
          'no column holds the unified social credit code',
          'say which one does, or add it to the sheet',
        ],
      ),
    );
  if (!columns.some(({ kind }) => kind === 'fact'))
    missing.push(
      problem(
        'nothing_mapped',
        undefined,
        ['没有一列对应到事实', '请至少为一列选一个事实'],
        ['no column stands for a fact', 'choose a fact for one column at least'],
      ),
    );
  return [
    ...missing,
    ...twice(mapping, head),
    ...columns.flatMap((meaning, column) =>
      meaning.kind === 'fact'
        ? (factProblem(meaning, column, mapping, head, vocabulary, year) ?? [])
        : [],
    ),
  ];
}
