import { compareDates } from '@luodi/kernel';
import type { Reporter } from '../diagnostic/reporter.ts';
import { entrySpan, spanOf } from '../read/data-node.ts';
import type { Entry, MappingNode, ScalarNode } from '../read/data-node.ts';
import { Keyed, meant } from '../read/keyed.ts';
import { readCondition } from '../resolve/read-expression.ts';
import type { ExpressionContext } from '../resolve/read-expression.ts';
import type { Names } from '../resolve/scope.ts';
import type { BaseYear, Expression, Measure, MeasureKind, Quote, Validity } from '../tree/index.ts';
import { EnglishResults } from './amount/english-results.ts';
import { readCap } from './amount/modifiers.ts';
import { readAmount } from './amount/read-amount.ts';
import type { MeasureIndex } from './measure-index.ts';
import { measureKeys } from './measure-keys.ts';
import { nameFault } from './name-shape.ts';
import { readOpenReadings } from './open-readings.ts';
import { readShares } from './shares.ts';
import { readStretch } from './stretch.ts';

const kinds: Readonly<Record<string, MeasureKind>> = {
  奖补: 'grant',
  减免: 'relief',
  上限: 'limit',
  义务: 'obligation',
  决定: 'decision',
};

/** What a measure is read with. */
export interface MeasureContext {
  readonly document: string;
  readonly validity: Validity;
  readonly clause: string;
  readonly quote: Quote;
  readonly names: Names;
  readonly index: MeasureIndex;
  readonly reporter: Reporter;
}

/** 换算: a literal as written in the rule, and the words of the quotation that it stands for. */
export interface Conversion {
  readonly literal: ScalarNode;
  readonly words: readonly ScalarNode[];
}

export interface ReadMeasure {
  readonly measure: Measure;
  readonly conversions: readonly Conversion[];
  readonly keyed: Keyed;
}

function readBaseYear(keyed: Keyed): BaseYear {
  const text = keyed.text('年度');
  if (text !== undefined && /^\d{4}$/.test(text)) return { kind: 'fixed', year: Number(text) };
  const relative: Readonly<Record<string, BaseYear>> = {
    上年: { kind: 'relative', offset: -1 },
    本年: { kind: 'relative', offset: 0 },
  };
  return keyed.oneOf('年度', relative) ?? { kind: 'relative', offset: -1 };
}

/** Own dates first; else the span of 执行 and 申报; else the document's. A measure overrides only the end it names. */
function readValidity(keyed: Keyed, context: MeasureContext) {
  const application = readStretch(keyed, '申报', context.reporter);
  const period = readStretch(keyed, '执行', context.reporter);
  let { from, until } = context.validity;
  const stretches = [application, period].filter((stretch) => stretch !== undefined);
  const [one, other] = stretches;
  if (one !== undefined) {
    from =
      other !== undefined && compareDates(other.first, one.first) < 0 ? other.first : one.first;
    until = other !== undefined && compareDates(other.last, one.last) > 0 ? other.last : one.last;
  }
  from = keyed.date('施行') ?? from;
  const end = keyed.scalar('有效期至');
  if (end?.text === '长期') until = undefined;
  else if (end !== undefined) until = keyed.date('有效期至') ?? until;
  if (until !== undefined && compareDates(from, until) > 0)
    context.reporter.report('validityOrder', spanOf(keyed.node), '施行日晚于有效期');
  const window =
    application === undefined ? undefined : { opens: application.first, closes: application.last };
  return { validity: { from, until }, window };
}

function readStacking(keyed: Keyed, context: MeasureContext): Measure['stacking'] {
  const ids = (key: string) =>
    keyed
      .texts(key)
      .flatMap((name) => context.index.resolve(context.document, name, context.reporter) ?? []);
  return { excludes: ids('互斥'), addsTo: ids('追加'), topsUp: ids('补足')[0] };
}

function readConversions(keyed: Keyed): readonly Conversion[] {
  const mapping = keyed.mapping('换算');
  if (mapping === undefined) return [];
  return mapping.entries.map(({ key, value }) => ({
    literal: key,
    words: (value.kind === 'list' ? value.items : [value]).filter((node) => node.kind === 'scalar'),
  }));
}

function readSubject(keyed: Keyed, context: MeasureContext): string | undefined {
  const node = keyed.scalar('对象');
  if (node === undefined) return '企业';
  const { entities } = context.names.vocabulary;
  if (entities.has(node.text)) return node.text;
  context.reporter.report('unknownEntity', spanOf(node), `没有“${node.text}”这种实体`, {
    hint: meant(node.text, entities.keys()),
  });
  return undefined;
}

function readMatter(keyed: Keyed, name: string, context: MeasureContext): string {
  const node = keyed.scalar('事项');
  if (node === undefined) {
    keyed.missing('事项', `措施“${name}”`);
    return '';
  }
  const { matters } = context.names.vocabulary;
  if (!matters.has(node.text))
    context.reporter.report('unknownMatter', spanOf(node), `没有“${node.text}”这个事项`, {
      hint: meant(node.text, matters.keys()),
    });
  return node.text;
}

function readConditions(keyed: Keyed, key: string, context: ExpressionContext): Expression[] {
  const value = keyed.value(key);
  const nodes = value?.kind === 'scalar' && value.text !== '' ? [value] : keyed.items(key);
  return nodes.flatMap((node) => readCondition(node, context) ?? []);
}

function required(keyed: Keyed, key: string, name: string): string {
  const text = keyed.text(key);
  if (text === undefined || text === '') keyed.missing(key, `措施“${name}”`);
  return text ?? '';
}

function readTotalCap(
  keyed: Keyed,
  subject: string,
  context: ExpressionContext,
): Expression | undefined {
  if (!keyed.has('合计封顶')) return undefined;
  const entity = context.names.vocabulary.entities.get(subject);
  const node = keyed.value('合计封顶');
  if (entity?.belongsTo === undefined && node !== undefined)
    context.reporter.report('totalCapSubject', spanOf(node), '对象是企业，没有可以合计的项');
  const applicant = { ...context, scope: { subject: '企业', items: undefined } };
  return readCap('合计封顶', keyed, applicant);
}

/** 一次性: 是 is one payment ever; 至多: 3次 that many. */
function readMostTimes(keyed: Keyed): number | undefined {
  const node = keyed.scalar('至多');
  const once = keyed.yes('一次性') === true;
  if (once && node !== undefined)
    keyed.reporter.report('badValue', spanOf(node), '“一次性”和“至多”只能写一个');
  if (once) return 1;
  if (node === undefined) return undefined;
  const times = /^([1-9]\d?)次$/.exec(node.text)?.[1];
  if (times === undefined)
    keyed.reporter.report('badValue', spanOf(node), `“至多”应写成 3次 这样，不能是“${node.text}”`);
  return times === undefined ? undefined : Number(times);
}

function build(
  name: string,
  entry: Entry,
  keyed: Keyed,
  context: MeasureContext,
): Measure | undefined {
  const subject = readSubject(keyed, context);
  const scope = { subject: subject ?? '企业', items: undefined };
  const expressions: ExpressionContext = {
    names: context.names,
    scope,
    reporter: context.reporter,
  };
  const english = new EnglishResults(keyed);
  const amount = readAmount(keyed, expressions, english);
  english.reportMissing(name);
  const measure: Omit<Measure, 'amount'> = {
    id: `${context.document}/${name}`,
    name,
    nameEn: required(keyed, '英文', name),
    summaryEn: required(keyed, '英文说明', name),
    kind: keyed.oneOf('种类', kinds) ?? 'grant',
    matter: readMatter(keyed, name, context),
    subject: scope.subject,
    baseYear: readBaseYear(keyed),
    ...readValidity(keyed, context),
    conditions: readConditions(keyed, '条件', expressions),
    exclusions: readConditions(keyed, '除外', expressions),
    totalCap: readTotalCap(keyed, scope.subject, expressions),
    mostTimes: readMostTimes(keyed),
    stacking: readStacking(keyed, context),
    shares: readShares(keyed).map(({ payer, share }) => ({
      payer,
      share: { kind: 'number', value: share },
    })),
    departments: keyed.texts('责任').map((node) => node.text),
    papers: keyed.texts('材料').map((node) => node.text),
    channel: keyed.text('兑付'),
    openReadings: readOpenReadings(keyed),
    quote: context.quote,
    clause: context.clause,
    span: entrySpan(entry),
  };
  return amount === undefined ? undefined : { ...measure, amount };
}

/** Reads one measure; `undefined` when anything in it is wrong (all of it is reported). */
export function readMeasure(entry: Entry, context: MeasureContext): ReadMeasure | undefined {
  const name = entry.key.text;
  const { reporter } = context;
  const before = reporter.errorCount;
  const fault = nameFault(name);
  if (fault !== undefined) reporter.report('badValue', spanOf(entry.key), fault);
  if (entry.value.kind !== 'mapping') {
    reporter.report('wrongShape', entrySpan(entry), `措施“${name}”下面要写“键: 值”`);
    return undefined;
  }
  const node: MappingNode = entry.value;
  const keyed = new Keyed(node, measureKeys, `措施“${name}”`, reporter);
  const measure = build(name, entry, keyed, context);
  if (measure === undefined || reporter.errorCount > before) return undefined;
  return { measure, conversions: readConversions(keyed), keyed };
}
