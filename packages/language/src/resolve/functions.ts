import { meant } from '../read/keyed.ts';
import type { Syntax } from '../expression/syntax.ts';
import type { Expression, Fact } from '../tree/index.ts';
import { findFact } from './fact-name.ts';
import { nodeBase } from './scope.ts';
import type { Resolution, Scope } from './scope.ts';
import {
  commonNumberType,
  moneyType,
  numberType,
  truthType,
  typeWords,
  unitWords,
} from './value-type.ts';

type CallSyntax = Extract<Syntax, { kind: 'call' }>;
type FunctionResolver = (
  call: CallSyntax,
  scope: Scope,
  resolution: Resolution,
) => Expression | undefined;

function reportArguments(call: CallSyntax, expected: string, resolution: Resolution): undefined {
  const span = resolution.span(call.start, call.end);
  resolution.reporter.report('argumentCount', span, `${call.name}(…) 的括号里要写${expected}`);
  return undefined;
}

/** The annual fact that 上年, 近三年合计 … are about. */
function annualFact(call: CallSyntax, scope: Scope, resolution: Resolution): Fact | undefined {
  const [argument] = call.args;
  if (call.args.length !== 1 || argument?.kind !== 'name')
    return reportArguments(call, '一个事实', resolution);
  const fact = findFact(argument.text, argument.start, argument.end, scope, resolution);
  if (fact === undefined || fact.annual) return fact;
  const span = resolution.span(argument.start, argument.end);
  resolution.reporter.report('notAnnual', span, `“${fact.name}”不是按年的事实，没有${call.name}`);
  return undefined;
}

function earlierYear(yearsBefore: number): FunctionResolver {
  return (call, scope, resolution) => {
    const fact = annualFact(call, scope, resolution);
    if (fact === undefined) return undefined;
    return { kind: 'fact', ...nodeBase(resolution, call, fact.type), fact: fact.name, yearsBefore };
  };
}

function annualNumber(call: CallSyntax, scope: Scope, resolution: Resolution): Fact | undefined {
  const fact = annualFact(call, scope, resolution);
  if (fact === undefined || fact.type.kind === 'number') return fact;
  const span = resolution.span(call.start, call.end);
  const message = `“${fact.name}”是${typeWords(fact.type)}，不能取${call.name}`;
  resolution.reporter.report('typeMismatch', span, message);
  return undefined;
}

function threeYears(combine: 'sum' | 'mean'): FunctionResolver {
  return (call, scope, resolution) => {
    const fact = annualNumber(call, scope, resolution);
    if (fact === undefined) return undefined;
    const base = nodeBase(resolution, call, fact.type);
    return { kind: 'window', ...base, fact: fact.name, combine, years: 3 };
  };
}

const pastHighest: FunctionResolver = (call, scope, resolution) => {
  const fact = annualNumber(call, scope, resolution);
  if (fact === undefined) return undefined;
  return { kind: 'past_highest', ...nodeBase(resolution, call, fact.type), fact: fact.name };
};

function extreme(kind: 'least' | 'greatest'): FunctionResolver {
  return (call, scope, resolution) => {
    if (call.args.length < 2) return reportArguments(call, '两个以上的数，用逗号隔开', resolution);
    const items: Expression[] = [];
    for (const argument of call.args) {
      const item = resolution.resolve(argument, scope);
      if (item !== undefined) items.push(item);
    }
    const [first] = items;
    if (first === undefined || items.length < call.args.length) return undefined;
    for (const item of items) {
      if (item.type.kind !== 'number') {
        const message = `“${item.text}”是${typeWords(item.type)}，不能取${call.name}`;
        resolution.reporter.report('typeMismatch', item.span, message);
        return undefined;
      }
      if (commonNumberType(first, item, resolution.names.vocabulary) === undefined) {
        const words = first.type.kind === 'number' ? unitWords(first.type) : '';
        const message = `${call.name}各项的单位不同：${words} 与 ${unitWords(item.type)}`;
        resolution.reporter.report('unitMismatch', item.span, message);
        return undefined;
      }
    }
    return { kind, ...nodeBase(resolution, call, first.type), items };
  };
}

function history(measure: 'total' | 'this_year' | 'count'): FunctionResolver {
  return (call, _scope, resolution) => {
    const [argument] = call.args;
    if (call.args.length !== 1 || argument?.kind !== 'name')
      return reportArguments(call, '一个事项或措施的名字', resolution);
    const { vocabulary, measures } = resolution.names;
    const about = argument.text;
    if (!vocabulary.matters.has(about) && !measures.has(about)) {
      const span = resolution.span(argument.start, argument.end);
      resolution.reporter.report('unknownMatter', span, `没有“${about}”这个事项或措施`, {
        hint: meant(about, [...vocabulary.matters.keys(), ...measures]),
      });
      return undefined;
    }
    const type = measure === 'count' ? numberType('', '次') : moneyType;
    return { kind: 'history', ...nodeBase(resolution, call, type), about, measure };
  };
}

function itemBody(
  operation: 'sum' | 'count' | 'exists' | 'every',
  body: Expression,
  resolution: Resolution,
): Expression['type'] | undefined {
  const wanted = operation === 'sum' ? 'number' : 'truth';
  if (body.type.kind === wanted) {
    if (operation === 'sum') return body.type;
    return operation === 'count' ? numberType('') : truthType;
  }
  const expected = operation === 'sum' ? '一个数' : '一个条件';
  const message = `这里要写${expected}，“${body.text}”是${typeWords(body.type)}`;
  resolution.reporter.report('typeMismatch', body.span, message);
  return undefined;
}

function aggregate(operation: 'sum' | 'count' | 'exists' | 'every'): FunctionResolver {
  return (call, scope, resolution) => {
    const [entityName, bodySyntax] = call.args;
    if (call.args.length !== 2 || entityName?.kind !== 'name' || bodySyntax === undefined) {
      const second = operation === 'sum' ? '一个数' : '一个条件';
      return reportArguments(call, `实体和${second}，用逗号隔开`, resolution);
    }
    const { entities } = resolution.names.vocabulary;
    const entity = entities.get(entityName.text);
    if (entity === undefined) {
      const span = resolution.span(entityName.start, entityName.end);
      resolution.reporter.report('unknownEntity', span, `没有“${entityName.text}”这种实体`, {
        hint: meant(entityName.text, entities.keys()),
      });
      return undefined;
    }
    const body = resolution.resolve(bodySyntax, { ...scope, items: entity.name });
    if (body === undefined) return undefined;
    const type = itemBody(operation, body, resolution);
    if (type === undefined) return undefined;
    const base = nodeBase(resolution, call, type);
    return { kind: 'aggregate', ...base, operation, entity: entity.name, body };
  };
}

/** Every function of the language by name. */
const functions: Readonly<Record<string, FunctionResolver>> = {
  上年: earlierYear(1),
  前年: earlierYear(2),
  近三年合计: threeYears('sum'),
  近三年均值: threeYears('mean'),
  往年最高: pastHighest,
  孰低: extreme('least'),
  孰高: extreme('greatest'),
  已获: history('total'),
  本年已获: history('this_year'),
  已获次数: history('count'),
  合计: aggregate('sum'),
  个数: aggregate('count'),
  存在: aggregate('exists'),
  全部: aggregate('every'),
};

export function resolveCall(
  call: CallSyntax,
  scope: Scope,
  resolution: Resolution,
): Expression | undefined {
  const resolver = Object.hasOwn(functions, call.name) ? functions[call.name] : undefined;
  if (resolver !== undefined) return resolver(call, scope, resolution);
  const span = resolution.span(call.start, call.nameEnd);
  resolution.reporter.report('unknownFunction', span, `没有“${call.name}(…)”这种写法`, {
    hint: meant(call.name, Object.keys(functions)),
  });
  return undefined;
}
