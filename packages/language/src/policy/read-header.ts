import { compareDates, parseDate } from '@luodi/kernel';
import type { PlainDate } from '@luodi/kernel';
import type { Reporter } from '../diagnostic/reporter.ts';
import { spanOf } from '../read/data-node.ts';
import type { DataNode, MappingNode } from '../read/data-node.ts';
import { Keyed } from '../read/keyed.ts';
import type {
  DocumentStatus,
  PolicyDocument,
  SourceLines,
  StackingRule,
  Validity,
  ValidityBasis,
} from '../tree/index.ts';
import { readOpenReadings } from './open-readings.ts';

const headerKeys: readonly string[] = [
  '编号',
  '标题',
  '英文标题',
  '标题推定',
  '文号',
  '发布机关',
  '发布',
  '施行',
  '有效期至',
  '牵头',
  '叠加',
  '资金',
  '来源',
  '副本',
  '存疑',
  '合并封顶',
  '状态',
  '施行依据',
  '关系',
];

const stackingRules: Readonly<Record<string, StackingRule>> = {
  从优就高不重复: 'best_of_matter',
  可叠加: 'cumulative',
  未规定: 'unstated',
};

const statuses: Readonly<Record<string, DocumentStatus>> = {
  正式: 'final',
  征求意见稿: 'draft',
  解读: 'commentary',
};

const bases: Readonly<Record<string, ValidityBasis>> = {
  载明: 'stated',
  推定: 'inferred',
  未载: 'unstated',
};

export type Header = Omit<PolicyDocument, 'clauses' | 'jointCaps' | 'relations' | 'file'>;

/** 施行依据: a day that the text does not state needs a reading of it. */
function readBasis(keyed: Keyed): ValidityBasis {
  const basis = keyed.oneOf('施行依据', bases) ?? 'stated';
  const node = keyed.scalar('施行依据');
  if (basis !== 'stated' && node !== undefined && keyed.items('存疑').length === 0)
    keyed.reporter.report('missingKey', spanOf(node), `施行依据是“${node.text}”，文首缺少“存疑”`, {
      hint: '在文首的“存疑”里写明施行日从哪些话来、为什么这样读',
    });
  return basis;
}

function readSource(node: DataNode, reporter: Reporter): SourceLines | undefined {
  if (node.kind === 'mapping') {
    const keyed = new Keyed(node, ['文件', '行'], '来源', reporter);
    const file = keyed.text('文件');
    const lines = keyed.texts('行').map((item) => Number(item.text));
    const [from, to = from] = lines;
    if (
      file !== undefined &&
      from !== undefined &&
      to !== undefined &&
      lines.length <= 2 &&
      Number.isInteger(from) &&
      Number.isInteger(to) &&
      from > 0 &&
      to >= from
    )
      return { file, from, to };
  }
  reporter.report('badValue', spanOf(node), '来源要写文件和起止行', {
    hint: '写成 { 文件: 003_32cd36ea271cae91.txt, 行: [378, 407] }',
  });
  return undefined;
}

function readValidity(keyed: Keyed): Validity | undefined {
  const { reporter, node } = keyed;
  const end = keyed.scalar('有效期至');
  const start = keyed.scalar('施行');
  if (start === undefined || end === undefined || start.text === '' || end.text === '') {
    const key = start === undefined || start.text === '' ? '施行' : '有效期至';
    const stop = node.file.text.indexOf('\n', node.start);
    const span = node.file.span(node.start, stop < 0 ? node.end : stop);
    reporter.report('noValidity', span, `文件没有写“${key}”`);
    return undefined;
  }
  const from = keyed.date('施行');
  const until: PlainDate | undefined = end.text === '长期' ? undefined : parseDate(end.text);
  if (until === undefined && end.text !== '长期') keyed.date('有效期至');
  if (from === undefined) return undefined;
  if (until !== undefined && compareDates(from, until) > 0)
    reporter.report('validityOrder', spanOf(end), '施行日晚于有效期');
  return { from, until };
}

function readId(keyed: Keyed, path: string): string {
  const node = keyed.scalar('编号');
  const fromPath = path.replace(/^.*\//, '').replace(/\.policy\.md$/, '');
  if (node === undefined) keyed.missing('编号', '文首');
  else if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(node.text))
    keyed.reporter.report('badValue', spanOf(node), `编号“${node.text}”的写法不对`, {
      hint: '编号用小写字母、数字和连字符',
    });
  else if (node.text !== fromPath)
    keyed.reporter.report('badValue', spanOf(node), `编号“${node.text}”与文件名不同`, {
      hint: `文件名应是 ${node.text}.policy.md`,
    });
  return node?.text ?? fromPath;
}

/** Reads the front matter. Faults are reported; what is missing is empty. `keyed` serves what is read later. */
export function readHeader(
  node: MappingNode,
  reporter: Reporter,
): { readonly header: Header; readonly keyed: Keyed; readonly dated: boolean } {
  const keyed = new Keyed(node, headerKeys, '文首', reporter);
  const needed = (key: string) => {
    const text = keyed.text(key);
    if (text === undefined) keyed.missing(key, '文首');
    return text ?? '';
  };
  const validity = readValidity(keyed);
  const sourceNode = keyed.value('来源');
  if (sourceNode === undefined) keyed.missing('来源', '文首');
  const source = sourceNode && readSource(sourceNode, reporter);
  const unknownDay = parseDate('0001-01-01');
  if (unknownDay === undefined) throw new Error('parseDate');
  const header: Header = {
    id: readId(keyed, node.file.path),
    title: needed('标题'),
    titleEn: needed('英文标题'),
    titleInferred: keyed.yes('标题推定') ?? false,
    number: keyed.text('文号') ?? '',
    issuer: keyed.text('发布机关') ?? '',
    issued: keyed.text('发布') ? keyed.date('发布') : undefined,
    validity: validity ?? { from: unknownDay, until: undefined },
    validityBasis: readBasis(keyed),
    status: keyed.oneOf('状态', statuses) ?? 'final',
    lead: keyed.text('牵头') ?? '',
    stacking: keyed.oneOf('叠加', stackingRules) ?? 'unstated',
    funding: keyed.text('资金') ?? '',
    source: source ?? { file: '', from: 1, to: 1 },
    copies: keyed.items('副本').flatMap((copy) => readSource(copy, reporter) ?? []),
    openReadings: readOpenReadings(keyed),
  };
  if (!keyed.has('叠加')) keyed.missing('叠加', '文首');
  return { header, keyed, dated: validity !== undefined };
}
