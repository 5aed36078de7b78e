import type { Span } from '@luodi/kernel';
import { nearFact } from './near-fact.ts';
import type { Syntax } from '../expression/syntax.ts';
import type { Expression, Fact } from '../tree/index.ts';
import { nodeBase } from './scope.ts';
import type { Resolution, Scope } from './scope.ts';
import { dateType } from './value-type.ts';

/** 评价日, the only name with a meaning of its own. */
export const todayName = '评价日';

function reportUnknown(name: string, span: Span, resolution: Resolution): void {
  const { vocabulary } = resolution.names;
  if (vocabulary.entities.has(name)) {
    resolution.reporter.report('typeMismatch', span, `“${name}”是实体，不是事实`, {
      hint: `写成 合计(${name}, …)、个数(${name}, …)、存在(${name}, …) 或 全部(${name}, …)`,
    });
    return;
  }
  const lists = [...vocabulary.lists.values()].filter((list) =>
    list.members.some((member) => member.name === name),
  );
  if (lists.length > 0) {
    const owners = lists.map((list) => list.name).join('、');
    resolution.reporter.report('unknownName', span, `“${name}”是清单“${owners}”的一项，不是事实`, {
      hint: '清单的项只能与该清单的事实比较，如 X 为 项',
    });
    return;
  }
  resolution.reporter.report('unknownName', span, `没有“${name}”这个事实`, {
    hint: nearFact(name, vocabulary),
  });
}

/** Whether the facts of an entity may be named here. */
function visible(fact: Fact, scope: Scope, resolution: Resolution): boolean {
  const entity = resolution.names.vocabulary.entities.get(fact.entity);
  if (entity?.belongsTo === undefined) return true;
  return fact.entity === scope.subject || fact.entity === scope.items;
}

/** The fact that a name means here; what is wrong is reported at the name. */
export function findFact(
  name: string,
  start: number,
  end: number,
  scope: Scope,
  resolution: Resolution,
): Fact | undefined {
  const span = resolution.span(start, end);
  const fact = resolution.names.vocabulary.facts.get(name);
  if (fact === undefined) {
    reportUnknown(name, span, resolution);
    return undefined;
  }
  if (!visible(fact, scope, resolution)) {
    const here = scope.items ?? scope.subject;
    resolution.reporter.report(
      'outsideEntity',
      span,
      `“${name}”是“${fact.entity}”的事实，这里说的是“${here}”`,
      {
        hint: `写成 合计(${fact.entity}, …)、存在(${fact.entity}, …) 等，或写“对象: ${fact.entity}”`,
      },
    );
    return undefined;
  }
  return fact;
}

export function resolveName(
  syntax: Syntax & { readonly text: string },
  scope: Scope,
  resolution: Resolution,
): Expression | undefined {
  if (syntax.text === todayName && !resolution.names.vocabulary.facts.has(todayName))
    return { kind: 'today', ...nodeBase(resolution, syntax, dateType) };
  const fact = findFact(syntax.text, syntax.start, syntax.end, scope, resolution);
  if (fact === undefined) return undefined;
  return {
    kind: 'fact',
    ...nodeBase(resolution, syntax, fact.type),
    fact: fact.name,
    yearsBefore: 0,
  };
}
