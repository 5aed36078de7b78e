import type { Reporter } from '../diagnostic/reporter.ts';
import { spanOf } from '../read/data-node.ts';
import type { MappingNode, ScalarNode } from '../read/data-node.ts';
import { meant } from '../read/keyed.ts';
import type { Names } from '../resolve/scope.ts';

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
  const { facts, factsById } = names.vocabulary;
  reporter.report('exampleFact', spanOf(node), `没有“${name}”这个事实`, {
    hint: meant(name, [...facts.keys(), ...factsById.keys()]),
  });
}

/** Checks the name of a fact as examples write it: `X`, its id, `上年(X)`, `已获(X)`. */
export function checkFactName(node: ScalarNode, names: Names, reporter: Reporter): void {
  const { facts, factsById, matters } = names.vocabulary;
  const call = /^(\S+?)\s*[(（]\s*(.*?)\s*[)）]$/.exec(node.text);
  const [, operation = '', argument = ''] = call ?? [];
  if (call === null || (!yearly.has(operation) && !received.has(operation))) {
    if (!facts.has(node.text) && !factsById.has(node.text))
      reportFact(node, node.text, names, reporter);
    return;
  }
  if (received.has(operation)) {
    if (matters.has(argument) || names.measures.has(argument)) return;
    reporter.report('unknownMatter', spanOf(node), `没有“${argument}”这个事项或措施`, {
      hint: meant(argument, [...matters.keys(), ...names.measures]),
    });
    return;
  }
  const fact = facts.get(argument) ?? factsById.get(argument);
  if (fact === undefined) reportFact(node, argument, names, reporter);
  else if (!fact.annual)
    reporter.report('notAnnual', spanOf(node), `“${fact.name}”不是按年的事实，没有${operation}`);
}

/** Checks the names of all facts of an example, items of entities included. */
export function checkFacts(node: MappingNode, names: Names, reporter: Reporter): void {
  const entities = names.vocabulary.entities;
  const entityIds = new Set([...entities.values()].map((entity) => entity.id));
  for (const { key, value } of node.entries) {
    if (key.text === historyKey) continue;
    const isEntity = entities.has(key.text) || entityIds.has(key.text);
    if (!isEntity) {
      checkFactName(key, names, reporter);
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
