import type { Reporter } from '../diagnostic/reporter.ts';
import { spanOf } from '../read/data-node.ts';
import type { MappingNode, ScalarNode } from '../read/data-node.ts';
import { meant } from '../read/keyed.ts';
import { nearFact } from '../resolve/near-fact.ts';
import type { Names } from '../resolve/scope.ts';
import type { Fact } from '../tree/index.ts';
import { checkFactValue } from './fact-value.ts';

const yearly: ReadonlySet<string> = new Set([
  '上年',
  '前年',
  '近三年合计',
  '近三年均值',
  '往年最高',
]);
const received: ReadonlySet<string> = new Set(['已获', '本年已获', '已获次数']);

/** The full list of payments, in place of 已获(…). */
const historyKey = '历史';

function reportFact(node: ScalarNode, name: string, names: Names, reporter: Reporter): void {
  reporter.report('exampleFact', spanOf(node), `没有“${name}”这个事实`, {
    hint: nearFact(name, names.vocabulary),
  });
}

/** What `已获(X)` and its kin are about must be a matter or a measure. */
function checkReceived(node: ScalarNode, about: string, names: Names, reporter: Reporter): void {
  const { matters } = names.vocabulary;
  if (matters.has(about) || names.measures.has(about)) return;
  reporter.report('unknownMatter', spanOf(node), `没有“${about}”这个事项或措施`, {
    hint: meant(about, [...matters.keys(), ...names.measures]),
  });
}

/** Checks the name of a fact as examples write it: `X`, its id, `上年(X)`, `已获(X)`. Yields the fact it is about. */
export function checkFactName(
  node: ScalarNode,
  names: Names,
  reporter: Reporter,
): Fact | undefined {
  const { facts, factsById } = names.vocabulary;
  const own = facts.get(node.text) ?? factsById.get(node.text);
  if (own !== undefined) return own;
  const call = /^(\S+?)\s*[(（]\s*(.*?)\s*[)）]$/.exec(node.text);
  const [, operation = '', argument = ''] = call ?? [];
  if (received.has(operation)) {
    checkReceived(node, argument, names, reporter);
    return undefined;
  }
  const name = yearly.has(operation) ? argument : node.text;
  const fact = facts.get(name) ?? factsById.get(name);
  if (fact === undefined) reportFact(node, name, names, reporter);
  else if (!fact.annual)
    reporter.report('notAnnual', spanOf(node), `“${fact.name}”不是按年的事实，没有${operation}`);
  return fact;
}

/** Checks the names of all facts of an example, items of entities included. */
export function checkFacts(node: MappingNode, names: Names, reporter: Reporter): void {
  const entities = names.vocabulary.entities;
  const entityIds = new Set([...entities.values()].map((entity) => entity.id));
  for (const { key, value } of node.entries) {
    if (key.text === historyKey) continue;
    const isEntity = entities.has(key.text) || entityIds.has(key.text);
    if (!isEntity) {
      const fact = checkFactName(key, names, reporter);
      if (fact !== undefined) checkFactValue(fact, value, names.vocabulary, reporter);
      continue;
    }
    const items = value.kind === 'list' ? value.items : [];
    if (value.kind !== 'list' && !(value.kind === 'scalar' && value.text === '未知'))
      reporter.report('exampleValue', spanOf(value), `“${key.text}”要写成列表`);
    for (const item of items) {
      if (item.kind === 'mapping') checkFacts(item, names, reporter);
      else reporter.report('exampleValue', spanOf(item), `“${key.text}”的每一项写成映射`);
    }
  }
}
