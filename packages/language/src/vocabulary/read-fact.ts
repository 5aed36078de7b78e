import { findUnit } from '@luodi/kernel';
import type { Dimension } from '@luodi/kernel';
import type { Reporter } from '../diagnostic/reporter.ts';
import { entrySpan, spanOf } from '../read/data-node.ts';
import type { Entry } from '../read/data-node.ts';
import { Keyed, meant } from '../read/keyed.ts';
import { nameFault } from '../policy/name-shape.ts';
import { dateType, moneyType, numberType, textType, truthType } from '../resolve/value-type.ts';
import type { Fact, FactKind, ValueType } from '../tree/index.ts';
import type { VocabularyDraft } from './vocabulary-draft.ts';

const factKeys: readonly string[] = [
  '标识',
  '英文',
  '实体',
  '类型',
  '单位',
  '期间',
  '选项',
  '可负',
  '定义',
  '英文定义',
  '出处',
  '推算',
  '问',
  '英文问',
  '常用',
];

const requiredKeys = ['标识', '英文', '类型', '定义', '英文定义', '出处', '问', '英文问'] as const;

interface KindEntry {
  readonly factKind: FactKind;
  /** Units must have one of these dimensions. */
  readonly dimensions: readonly Dimension[];
  readonly unit: string | undefined;
}

const factKinds: Readonly<Record<string, KindEntry>> = {
  是否: { factKind: 'truth', dimensions: [], unit: undefined },
  金额: { factKind: 'money', dimensions: ['money'], unit: '元' },
  比率: { factKind: 'rate', dimensions: [''], unit: '%' },
  数: { factKind: 'number', dimensions: [''], unit: undefined },
  个数: { factKind: 'count', dimensions: [''], unit: undefined },
  面积: { factKind: 'measured', dimensions: ['area'], unit: '平方米' },
  长度: { factKind: 'measured', dimensions: ['length'], unit: '米' },
  重量: { factKind: 'measured', dimensions: ['mass', 'coal'], unit: '千克' },
  功率: { factKind: 'measured', dimensions: ['power'], unit: '瓦' },
  电压: { factKind: 'measured', dimensions: ['voltage'], unit: '千伏' },
  日期: { factKind: 'date', dimensions: [], unit: undefined },
  时长: { factKind: 'duration', dimensions: ['month', 'day', 'workday'], unit: undefined },
  选项: { factKind: 'choice', dimensions: [], unit: undefined },
  文字: { factKind: 'text', dimensions: [], unit: undefined },
};

function readUnit(keyed: Keyed, kind: KindEntry, typeName: string) {
  const node = keyed.scalar('单位');
  const text = node?.text ?? kind.unit;
  if (text === undefined || text === '') {
    if (kind.factKind === 'count' || kind.factKind === 'duration')
      keyed.missing('单位', `类型为${typeName}的事实`);
    return undefined;
  }
  const unit = findUnit(text);
  if (unit !== undefined && kind.dimensions.includes(unit.dimension)) return { text, unit };
  const span = spanOf(node ?? keyed.node);
  if (unit === undefined) keyed.reporter.report('unknownUnit', span, `没有“${text}”这个单位`);
  else keyed.reporter.report('unitMismatch', span, `“${text}”不是${typeName}的单位`);
  return undefined;
}

function choiceType(keyed: Keyed, draft: VocabularyDraft): ValueType {
  const node = keyed.scalar('选项');
  if (node === undefined) keyed.missing('选项', '类型为选项的事实');
  else if (!draft.lists.has(node.text))
    keyed.reporter.report('unknownList', spanOf(node), `没有“${node.text}”这个清单`, {
      hint: meant(node.text, draft.lists.keys()),
    });
  return { kind: 'choice', list: node?.text ?? '' };
}

function readType(keyed: Keyed, kind: KindEntry, typeName: string, draft: VocabularyDraft) {
  const simple: Partial<Record<FactKind, ValueType>> = {
    truth: truthType,
    date: dateType,
    text: textType,
  };
  const plain = simple[kind.factKind];
  if (plain !== undefined || kind.factKind === 'choice') {
    for (const key of kind.factKind === 'choice' ? ['单位'] : ['单位', '选项']) {
      const node = keyed.value(key);
      if (node !== undefined)
        keyed.reporter.report('unknownKey', spanOf(node), `类型为${typeName}的事实没有“${key}”`);
    }
    return { type: plain ?? choiceType(keyed, draft), unit: undefined };
  }
  const unit = readUnit(keyed, kind, typeName);
  if (kind.factKind === 'money') return { type: moneyType, unit: unit?.text };
  const counter = kind.factKind === 'count' ? unit?.unit.counter : undefined;
  const type = numberType(unit?.unit.dimension ?? kind.dimensions[0] ?? '', counter);
  return { type, unit: unit?.text };
}

function readEntity(keyed: Keyed, draft: VocabularyDraft): string {
  const node = keyed.scalar('实体');
  if (node === undefined || draft.entities.has(node.text)) return node?.text ?? '企业';
  keyed.reporter.report('unknownEntity', spanOf(node), `没有“${node.text}”这种实体`, {
    hint: meant(node.text, draft.entities.keys()),
  });
  return '企业';
}

function readRank(keyed: Keyed): number | undefined {
  const node = keyed.scalar('常用');
  if (node === undefined) return undefined;
  if (/^\d+$/.test(node.text)) return Number(node.text);
  keyed.reporter.report('badValue', spanOf(node), '“常用”写顺序号，如 1');
  return undefined;
}

/** Reads one fact of the vocabulary into the draft; its derivation is kept as written. */
export function readFact(entry: Entry, draft: VocabularyDraft, reporter: Reporter): void {
  const name = entry.key.text;
  const fault = nameFault(name);
  if (fault !== undefined) reporter.report('badValue', spanOf(entry.key), fault);
  if (entry.value.kind !== 'mapping') {
    reporter.report('wrongShape', entrySpan(entry), `事实“${name}”下面要写“键: 值”`);
    return;
  }
  const keyed = new Keyed(entry.value, factKeys, `事实“${name}”`, reporter);
  for (const key of requiredKeys) if (!keyed.has(key)) keyed.missing(key, `事实“${name}”`);
  const typeName = keyed.text('类型') ?? '';
  const kind = keyed.oneOf('类型', factKinds);
  if (kind === undefined) return;
  const id = keyed.text('标识') ?? name;
  const idNode = keyed.scalar('标识');
  if (idNode !== undefined && !/^[a-z][a-z0-9_]*$/.test(id))
    reporter.report('badValue', spanOf(idNode), `标识“${id}”要用小写字母、数字和下划线`);
  const fact: Fact = {
    name,
    id,
    nameEn: keyed.text('英文') ?? '',
    entity: readEntity(keyed, draft),
    factKind: kind.factKind,
    ...readType(keyed, kind, typeName, draft),
    annual: keyed.oneOf('期间', { 年: true }) ?? false,
    mayBeNegative: keyed.yes('可负') ?? false,
    definition: keyed.text('定义') ?? '',
    definitionEn: keyed.text('英文定义') ?? '',
    source: keyed.text('出处') ?? '',
    derivation: undefined,
    question: keyed.text('问') ?? '',
    questionEn: keyed.text('英文问') ?? '',
    common: readRank(keyed),
    span: entrySpan(entry),
  };
  const twin = draft.factsById.get(id);
  if (twin !== undefined)
    reporter.report(
      'duplicateName',
      spanOf(idNode ?? entry.key),
      `标识“${id}”已用于“${twin.name}”`,
      {
        related: [{ message: '第一处', span: twin.span }],
      },
    );
  draft.facts.set(name, fact);
  draft.factsById.set(id, fact);
  const derivation = keyed.value('推算');
  if (derivation !== undefined) draft.derivations.set(name, derivation);
}
