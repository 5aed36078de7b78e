import { parseDate, parseQuantity } from '@luodi/kernel';
import type { Reporter } from '../diagnostic/reporter.ts';
import { spanOf } from '../read/data-node.ts';
import type { DataNode, ScalarNode } from '../read/data-node.ts';
import { meant } from '../read/keyed.ts';
import { typeWords, unitWords } from '../resolve/value-type.ts';
import type { NumberType } from '../resolve/value-type.ts';
import type { Fact, Vocabulary } from '../tree/index.ts';

function numberFault(node: ScalarNode, type: NumberType): string | undefined {
  if (typeof node.value === 'number') return undefined;
  const quantity = parseQuantity(node.text);
  if (quantity === 'not_a_number') return `“${node.text}”不是数值`;
  if (quantity === 'unknown_unit') return `“${node.text}”的单位不认识`;
  if (quantity.dimension === type.dimension) return undefined;
  return `“${node.text}”的单位不对，应是${unitWords(type)}`;
}

function scalarFault(node: ScalarNode, fact: Fact, vocabulary: Vocabulary): string | undefined {
  const { type } = fact;
  switch (type.kind) {
    case 'truth':
      if (typeof node.value === 'boolean' || node.text === '是' || node.text === '否')
        return undefined;
      return `“${node.text}”不是 是 或 否`;
    case 'number':
      return numberFault(node, type);
    case 'date':
      return parseDate(node.text) === undefined ? `“${node.text}”不是日期` : undefined;
    case 'choice': {
      const members = vocabulary.lists.get(type.list)?.members.map((member) => member.name) ?? [];
      if (members.includes(node.text)) return undefined;
      const near = meant(node.text, members);
      return `清单“${type.list}”没有“${node.text}”这一项${near === undefined ? '' : `，${near}`}`;
    }
    case 'text':
      return undefined;
  }
}

/** Checks that a value given in an example fits its fact. Annual facts may be given year by year. */
export function checkFactValue(
  fact: Fact,
  node: DataNode,
  vocabulary: Vocabulary,
  reporter: Reporter,
): void {
  if (node.kind === 'scalar') {
    if (node.value === null || node.text === '未知') return;
    const fault = scalarFault(node, fact, vocabulary);
    if (fault !== undefined) reporter.report('exampleValue', spanOf(node), fault);
    return;
  }
  if (node.kind === 'mapping' && fact.annual) {
    for (const { key, value } of node.entries) {
      if (/^\d{4}$/.test(key.text)) checkFactValue(fact, value, vocabulary, reporter);
      else reporter.report('exampleValue', spanOf(key), `“${key.text}”不是年份`);
    }
    return;
  }
  const message = `“${fact.name}”是${typeWords(fact.type)}，不能写成${node.kind === 'list' ? '列表' : '映射'}`;
  reporter.report('exampleValue', spanOf(node), message);
}
