import { parseDate, parseQuantity } from '@luodi/kernel';
import type { PlainDate } from '@luodi/kernel';
import type { Reporter } from '../diagnostic/reporter.ts';
import { spanOf, toPlainData } from '../read/data-node.ts';
import type { DataNode, MappingNode, ScalarNode } from '../read/data-node.ts';
import { Keyed } from '../read/keyed.ts';
import type { Names } from '../resolve/scope.ts';
import type { Example, Expectation, ExpectedAmount, Measure } from '../tree/index.ts';
import { checkFactName, checkFacts } from './example-facts.ts';

const exampleKeys = ['名', '政策', '日期', '事实', '得', '不得', '缺', '上限', '未施行'] as const;
const outcomes = ['得', '不得', '缺', '未施行'] as const;

export interface ExampleContext {
  readonly names: Names;
  readonly reporter: Reporter;
  /** The measure that an example without 政策 is about, when there is exactly one. */
  readonly implied: string | undefined;
  /** The id of a measure by the name written in 政策. */
  measureId(name: ScalarNode): string | undefined;
  /** Called with the measure that an example is about, faulty or not. */
  mentions(id: string): void;
  /** The measure, when it could be read. */
  measure(id: string): Measure | undefined;
}

function fen(node: ScalarNode, text: string, reporter: Reporter): bigint | undefined {
  const quantity = parseQuantity(text);
  if (
    typeof quantity === 'string' ||
    quantity.dimension !== 'money' ||
    quantity.value.denominator !== 1n
  ) {
    reporter.report('exampleValue', spanOf(node), `“${text}”不是整分的金额`, {
      hint: '写成 200万元 或 1999999.99元',
    });
    return undefined;
  }
  return quantity.value.numerator;
}

function expectedAmount(node: ScalarNode, reporter: Reporter): ExpectedAmount | undefined {
  const [, word = '', rest = ''] =
    /^\s*(最高|不低于|酌定|另行规定|决定)?\s*(.*?)\s*$/.exec(node.text) ?? [];
  if ((word === '另行规定' || word === '决定') && rest === '')
    return { kind: word === '决定' ? 'decision' : 'by_reference' };
  if (word === '酌定') {
    if (rest === '') return { kind: 'discretionary', ceilingFen: undefined };
    const ceilingFen = fen(node, rest.replace(/^最高\s*/, ''), reporter);
    return ceilingFen === undefined ? undefined : { kind: 'discretionary', ceilingFen };
  }
  const amount = fen(node, rest, reporter);
  if (amount === undefined) return undefined;
  if (word === '最高') return { kind: 'at_most', fen: amount };
  return { kind: word === '不低于' ? 'at_least' : 'exact', fen: amount };
}

function factNames(keyed: Keyed, key: string, context: ExampleContext): readonly string[] {
  return keyed.texts(key).map((node) => {
    checkFactName(node, context.names, context.reporter);
    return node.text;
  });
}

function readExpectation(keyed: Keyed, context: ExampleContext): Expectation | undefined {
  const { reporter } = context;
  const written = outcomes.filter((key) => keyed.has(key));
  const [outcome] = written;
  if (outcome === undefined || written.length > 1) {
    const found = outcome === undefined ? '没有写结果' : `同时写了${written.join('、')}`;
    reporter.report('exampleExpectation', spanOf(keyed.node), found);
    return undefined;
  }
  if (keyed.has('上限') && outcome !== '缺')
    reporter.report('exampleExpectation', spanOf(keyed.node), '“上限”只和“缺”一起写');
  switch (outcome) {
    case '得': {
      const node = keyed.scalar('得');
      const amount = node && expectedAmount(node, reporter);
      return amount && { kind: 'entitled', amount };
    }
    case '不得': {
      if (keyed.value('不得')?.kind === 'scalar')
        return keyed.oneOf('不得', { 是: { kind: 'not_entitled', failing: [] } });
      return { kind: 'not_entitled', failing: factNames(keyed, '不得', context) };
    }
    case '缺': {
      const cap = keyed.scalar('上限');
      const upperBoundFen = cap === undefined ? undefined : fen(cap, cap.text, reporter);
      return { kind: 'undetermined', missing: factNames(keyed, '缺', context), upperBoundFen };
    }
    case '未施行':
      return keyed.oneOf('未施行', { 是: { kind: 'not_in_force' } });
  }
}

function readMeasureId(keyed: Keyed, context: ExampleContext): string | undefined {
  const name = keyed.scalar('政策');
  if (name !== undefined) return context.measureId(name);
  if (context.implied === undefined)
    context.reporter.report(
      'exampleMeasure',
      spanOf(keyed.node),
      '这一条没有或不止一项措施，用例没有写明是哪一项',
    );
  return context.implied;
}

function readFacts(node: MappingNode | undefined, context: ExampleContext): Example['facts'] {
  if (node === undefined) return {};
  checkFacts(node, context.names, context.reporter);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, toPlainData(value)]));
}

function readDay(keyed: Keyed, reporter: Reporter): PlainDate | 'faulty' | undefined {
  const node = keyed.scalar('日期');
  if (node === undefined) return undefined;
  const date = parseDate(node.text);
  if (date !== undefined) return date;
  reporter.report('badValue', spanOf(node), `“${node.text}”不是日期`);
  return 'faulty';
}

/** Reads one example; `undefined` when it is faulty or its measure could not be read. */
export function readExample(node: DataNode, context: ExampleContext): Example | undefined {
  const { reporter } = context;
  if (node.kind !== 'mapping') {
    reporter.report('wrongShape', spanOf(node), '每个用例写成“键: 值”的映射');
    return undefined;
  }
  const before = reporter.errorCount;
  const keyed = new Keyed(node, exampleKeys, '用例', reporter);
  const id = readMeasureId(keyed, context);
  if (id !== undefined) context.mentions(id);
  const day = readDay(keyed, reporter);
  const facts = readFacts(keyed.mapping('事实'), context);
  const expected = readExpectation(keyed, context);
  const measure = id === undefined ? undefined : context.measure(id);
  if (reporter.errorCount > before || expected === undefined) return undefined;
  if (measure === undefined || day === 'faulty') return undefined;
  return {
    title: keyed.text('名') ?? '',
    measure: measure.id,
    date: day ?? measure.validity.from,
    facts,
    expected,
    span: spanOf(node),
  };
}
