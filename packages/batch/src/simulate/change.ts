import { fail, ok, parseDate, parseQuantity } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { Content, Measure, PolicyDocument, StackingRule, Validity } from '@luodi/language';
import { noEnd, stackingWords } from './parameter.ts';
import type { Parameter } from './parameter.ts';
import { parametersOf } from './parameters-of.ts';
import { readClauses } from './one-clause.ts';
import type { SimulationFault } from './simulation-fault.ts';

/** A parameter of a measure and the value that it is to have. */
export interface Change {
  /** Id of the measure. */
  readonly measure: string;
  /** Id of the parameter, or its present value where only one parameter of the measure has it. */
  readonly parameter: string;
  readonly value: string;
}

/** The rules as they are, with the texts that they were read from. */
export interface RuleBook {
  readonly content: Content;
  /** Paths within the content folder to texts. */
  readonly files: ReadonlyMap<string, string>;
}

/** The rules with changes made. */
export interface ChangedRules {
  readonly content: Content;
  /** Measures whose own rule is another, by id. */
  readonly changed: readonly string[];
  /** Documents whose stacking rule is another, by id. */
  readonly stackingChanged: readonly string[];
  /** Which measures stand in each other's way may be another: days in force or the stacking rule are. */
  readonly regrouped: boolean;
  /** Every value is the one that stood there. */
  readonly unaltered: boolean;
}

interface FoundChange extends Change {
  readonly measureRule: Measure;
  readonly document: PolicyDocument;
  readonly found: Parameter;
}

function fault(
  code: SimulationFault['code'],
  { measure, parameter }: Change,
  message: SimulationFault['message'],
  hint: SimulationFault['hint'],
): SimulationFault {
  return { code, place: `${measure}:${parameter}`, message, hint };
}

function badValue(change: Change, zh: string, en: string, example: string): SimulationFault {
  return fault(
    'bad_value',
    change,
    { zh: `“${change.value}”${zh}`, en: `“${change.value}” ${en}` },
    { zh: `请写成“${example}”这样`, en: `write it like “${example}”` },
  );
}

function findChange(
  change: Change,
  { content, files }: RuleBook,
): Result<FoundChange, SimulationFault> {
  const measureRule = content.measures.get(change.measure);
  const document = content.documentOf.get(change.measure);
  const text = document === undefined ? undefined : files.get(document.file);
  if (measureRule === undefined || document === undefined || text === undefined)
    return fail(
      fault(
        'unknown_measure',
        change,
        { zh: `没有措施“${change.measure}”`, en: `there is no measure “${change.measure}”` },
        { zh: '请用可以调整的措施的编号', en: 'give the id of a measure that can be adjusted' },
      ),
    );
  const all = parametersOf(document, [measureRule], text).get(measureRule.id) ?? [];
  const byValue = all.filter(({ value }) => value === change.parameter);
  const found =
    all.find(({ id }) => id === change.parameter) ??
    (byValue.length === 1 ? byValue[0] : undefined);
  if (found !== undefined) return ok({ ...change, measureRule, document, found });
  const list = all.map(({ id, value }) => `${id}（${value}）`).join('、');
  return fail(
    fault(
      'unknown_parameter',
      change,
      {
        zh: byValue.length > 1 ? `有几处“${change.parameter}”` : `没有参数“${change.parameter}”`,
        en:
          byValue.length > 1
            ? `“${change.parameter}” stands in several places`
            : `there is no parameter “${change.parameter}”`,
      },
      { zh: `可以改：${list}`, en: `these can be changed: ${list}` },
    ),
  );
}

/** The new literal as written into the rule: with the old unit where none is given. */
function literalText(change: FoundChange): Result<string, SimulationFault> {
  const { target, value: example } = change.found;
  if (target.kind !== 'literal') return ok(change.value);
  const given = change.value.trim().replaceAll(/\s/g, '');
  const { unit } = target.literal;
  const text = /^[+−-]?[\d０-９,，.．]+$/.test(given) ? `${given}${unit?.symbol ?? ''}` : given;
  const quantity = parseQuantity(text);
  if (typeof quantity === 'string')
    return fail(badValue(change, '不是数', 'is no number', example));
  if (quantity.value.numerator < 0n)
    return fail(badValue(change, '小于零', 'is below zero', example));
  const old = parseQuantity(target.literal.text);
  const fits =
    typeof old !== 'string' &&
    old.dimension === quantity.dimension &&
    old.unit.counter === quantity.unit.counter;
  return fits ? ok(text) : fail(badValue(change, '的单位不对', 'has the wrong unit', example));
}

/** Numbers replaced in the text of one document, and its measures read again. */
function withLiterals(
  document: PolicyDocument,
  changes: readonly FoundChange[],
  { content, files }: RuleBook,
): Result<readonly Measure[], readonly SimulationFault[]> {
  const before = files.get(document.file) ?? '';
  const faults: SimulationFault[] = [];
  let after = before;
  const literals = changes.flatMap((change) =>
    change.found.target.kind === 'literal'
      ? [{ change, span: change.found.target.literal.span }]
      : [],
  );
  for (const { change, span } of literals.toSorted(
    (a, b) => b.span.start.offset - a.span.start.offset,
  )) {
    const text = literalText(change);
    if (text.ok)
      after = after.slice(0, span.start.offset) + text.value + after.slice(span.end.offset);
    else faults.push(text.error);
  }
  const [first] = literals;
  if (faults.length > 0) return fail(faults);
  if (first === undefined) return ok([]);
  const lines = literals.map(({ span }) => span.start.line);
  const read = readClauses(document.file, { before, after }, lines, content);
  const broken = read.faults.map((words) =>
    fault(
      'rule_broken',
      first.change,
      { zh: `改后规则不成立：${words}`, en: `the rule no longer holds: ${words}` },
      {
        zh: '换一个值，或同时改与它相连的数',
        en: 'take another value, or change the number joined to it too',
      },
    ),
  );
  if (broken.length > 0) return fail(broken);
  const ids = new Set(changes.map(({ measure }) => measure));
  return ok(
    [...ids].flatMap((id) => {
      const old = content.measures.get(id);
      const now = read.measures.get(id);
      return old === undefined || now === undefined ? [] : [{ ...now, stacking: old.stacking }];
    }),
  );
}

function validityWith(change: FoundChange, validity: Validity): Result<Validity, SimulationFault> {
  const { target } = change.found;
  if (target.kind !== 'validity') return ok(validity);
  if (target.end === 'until' && change.value === noEnd)
    return ok({ ...validity, until: undefined });
  const date = parseDate(change.value);
  return date === undefined
    ? fail(badValue(change, '不是日期', 'is no date', '2027-12-31'))
    : ok({ ...validity, [target.end]: date });
}

function stackingOf(change: FoundChange): Result<StackingRule, SimulationFault> {
  const rules = ['best_of_matter', 'cumulative', 'unstated'] as const;
  const rule = rules.find((each) => each === change.value || stackingWords[each] === change.value);
  return rule === undefined
    ? fail(badValue(change, '不是叠加的规则', 'is no rule of stacking', stackingWords.cumulative))
    : ok(rule);
}

function joined(
  found: readonly FoundChange[],
  book: RuleBook,
): Result<ChangedRules, readonly SimulationFault[]> {
  const measures = new Map(book.content.measures);
  const stacking = new Map<string, StackingRule>();
  const changed = new Set<string>();
  const faults: SimulationFault[] = [];
  for (const document of new Set(found.map((change) => change.document))) {
    const literals = found.filter(
      (each) => each.document === document && each.found.target.kind === 'literal',
    );
    const read = withLiterals(document, literals, book);
    if (!read.ok) faults.push(...read.error);
    else for (const measure of read.value) measures.set(measure.id, measure);
    for (const { measure } of literals) changed.add(measure);
  }
  for (const change of found) {
    const { kind } = change.found.target;
    const old = measures.get(change.measure);
    if (kind === 'validity' && old !== undefined) {
      const validity = validityWith(change, old.validity);
      if (!validity.ok) faults.push(validity.error);
      else measures.set(old.id, { ...old, validity: validity.value });
      changed.add(change.measure);
    }
    if (kind === 'stacking') {
      const rule = stackingOf(change);
      if (rule.ok) stacking.set(change.document.id, rule.value);
      else faults.push(rule.error);
    }
  }
  if (faults.length > 0) return fail(faults);
  const restacked = new Map<PolicyDocument, PolicyDocument>();
  const documentOf = new Map(
    [...book.content.documentOf].map(([id, document]) => {
      const rule = stacking.get(document.id);
      const now =
        restacked.get(document) ??
        (rule === undefined ? document : { ...document, stacking: rule });
      restacked.set(document, now);
      return [id, now];
    }),
  );
  const content = { ...book.content, measures, documentOf };
  return ok({
    content,
    changed: [...changed],
    stackingChanged: [...stacking.keys()],
    regrouped: found.some((change) => change.found.target.kind !== 'literal'),
    unaltered: found.every((change) => change.value === change.found.value),
  });
}

/**
 * Makes changes to rules: numbers are replaced in the text of the policy file and the clause is read again; days in force and stacking are
 * set. All faults at once: a measure or parameter that is not there, a value that cannot be read or has another unit, a rule that breaks.
 */
export function applyChanges(
  changes: readonly Change[],
  book: RuleBook,
): Result<ChangedRules, readonly SimulationFault[]> {
  const found: FoundChange[] = [];
  const faults: SimulationFault[] = [];
  for (const change of changes) {
    const one = findChange(change, book);
    if (one.ok) found.push(one.value);
    else faults.push(one.error);
  }
  return faults.length > 0 ? fail(faults) : joined(found, book);
}
