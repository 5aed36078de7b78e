import type { Syntax } from '../expression/syntax.ts';
import { meant } from '../read/keyed.ts';
import type { CodeList, ComparisonOperator, Expression } from '../tree/index.ts';
import { todayName } from './fact-name.ts';
import { nodeBase } from './scope.ts';
import type { Resolution, Scope } from './scope.ts';
import { commonNumberType, truthType, typeWords, unitWords } from './value-type.ts';

type ComparisonSyntax = Extract<Syntax, { kind: 'comparison' }>;
type MemberSyntax = Extract<Syntax, { kind: 'member' }>;

function mayBeMember(syntax: Syntax, resolution: Resolution): boolean {
  if (syntax.kind !== 'name' || syntax.text === todayName) return false;
  return !resolution.names.vocabulary.facts.has(syntax.text);
}

function checkMember(
  name: string,
  place: { readonly start: number; readonly end: number },
  list: CodeList,
  resolution: Resolution,
): boolean {
  const members = list.members.map((member) => member.name);
  if (members.includes(name)) return true;
  resolution.reporter.report(
    'unknownMember',
    resolution.span(place.start, place.end),
    `清单“${list.name}”没有“${name}”这一项`,
    { hint: meant(name, members) ?? `可用的项：${members.join('、')}` },
  );
  return false;
}

/** A member of the list that the other side is a choice of. */
function resolveMember(
  syntax: Syntax,
  other: Expression | undefined,
  scope: Scope,
  resolution: Resolution,
): Expression | undefined {
  if (other === undefined) return undefined;
  const list =
    other.type.kind === 'choice'
      ? resolution.names.vocabulary.lists.get(other.type.list)
      : undefined;
  if (list === undefined || syntax.kind !== 'name') return resolution.resolve(syntax, scope);
  if (!checkMember(syntax.text, syntax, list, resolution)) return undefined;
  const value = { kind: 'choice', value: syntax.text } as const;
  return { kind: 'literal', ...nodeBase(resolution, syntax, other.type), value };
}

function resolveSides(
  syntax: ComparisonSyntax,
  scope: Scope,
  resolution: Resolution,
): readonly [Expression | undefined, Expression | undefined] {
  if (mayBeMember(syntax.right, resolution)) {
    const left = resolution.resolve(syntax.left, scope);
    return [left, resolveMember(syntax.right, left, scope, resolution)];
  }
  const right = resolution.resolve(syntax.right, scope);
  if (mayBeMember(syntax.left, resolution) && right?.type.kind === 'choice')
    return [resolveMember(syntax.left, right, scope, resolution), right];
  return [resolution.resolve(syntax.left, scope), right];
}

function isRank(operator: ComparisonOperator): boolean {
  return operator !== '=' && operator !== '≠';
}

function checkChoices(
  syntax: ComparisonSyntax,
  left: Expression,
  listName: string,
  right: Expression,
  resolution: Resolution,
): boolean {
  const span = resolution.span(syntax.start, syntax.end);
  if (right.type.kind !== 'choice' || right.type.list !== listName) {
    const message = `“${left.text}”与“${right.text}”不是同一清单的选项`;
    resolution.reporter.report('typeMismatch', span, message);
    return false;
  }
  const list = resolution.names.vocabulary.lists.get(listName);
  if (isRank(syntax.operator) && list?.ordered !== true) {
    const message = `清单“${listName}”没有高低之分，不能用 以上、以下 比较`;
    resolution.reporter.report('unorderedRank', span, message);
    return false;
  }
  return true;
}

function checkComparable(
  syntax: ComparisonSyntax,
  left: Expression,
  right: Expression,
  resolution: Resolution,
): boolean {
  const span = resolution.span(syntax.start, syntax.end);
  const { reporter, names } = resolution;
  if (left.type.kind === 'choice')
    return checkChoices(syntax, left, left.type.list, right, resolution);
  if (left.type.kind !== right.type.kind) {
    const message = `不能比较：${typeWords(left.type)} 与 ${typeWords(right.type)}`;
    reporter.report('typeMismatch', span, message);
    return false;
  }
  if (left.type.kind === 'number' && right.type.kind === 'number') {
    if (commonNumberType(left, right, names.vocabulary) !== undefined) return true;
    const message = `比较两边的单位不同：${unitWords(left.type)} 与 ${unitWords(right.type)}`;
    reporter.report('unitMismatch', span, message);
    return false;
  }
  if (left.type.kind === 'date' || !isRank(syntax.operator)) return true;
  reporter.report('typeMismatch', span, `${typeWords(left.type)}没有大小，只能用 为 或 ≠ 比较`);
  return false;
}

export function resolveComparison(
  syntax: ComparisonSyntax,
  scope: Scope,
  resolution: Resolution,
): Expression | undefined {
  const [left, right] = resolveSides(syntax, scope, resolution);
  if (left === undefined || right === undefined) return undefined;
  if (!checkComparable(syntax, left, right, resolution)) return undefined;
  const { operator } = syntax;
  return { kind: 'comparison', ...nodeBase(resolution, syntax, truthType), operator, left, right };
}

/** `X 属于 [五星, 四星]` */
export function resolveMembership(
  syntax: MemberSyntax,
  scope: Scope,
  resolution: Resolution,
): Expression | undefined {
  const of = resolution.resolve(syntax.of, scope);
  if (of === undefined) return undefined;
  const list =
    of.type.kind === 'choice' ? resolution.names.vocabulary.lists.get(of.type.list) : undefined;
  if (list === undefined) {
    const message = `“属于”左边要是选项，“${of.text}”是${typeWords(of.type)}`;
    resolution.reporter.report('typeMismatch', of.span, message);
    return undefined;
  }
  const known = syntax.options.filter((o) => checkMember(o.text, o, list, resolution));
  if (known.length < syntax.options.length) return undefined;
  const options = known.map((option) => option.text);
  return { kind: 'member', ...nodeBase(resolution, syntax, truthType), of, options };
}
