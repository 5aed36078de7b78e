import { bindingMeasures } from '@luodi/language';
import type { Content, Measure } from '@luodi/language';
import { isInForce } from '@luodi/evaluation';
import { isMoneyKind } from '@luodi/entitlement';
import type { PlainDate } from '@luodi/kernel';
import { compileRule } from '../compile/index.ts';
import type { CompiledRule, PopulationTables } from '../compile/index.ts';

/** A rule that answers everybody alike: the population says nothing that it reads. */
export interface ConstantRule {
  readonly measure: Measure;
  readonly status: string;
}

/** The rules of a run, by how they are answered. */
export interface RunRules {
  readonly queries: readonly CompiledRule[];
  readonly constants: readonly ConstantRule[];
  /** Rules that SQL cannot carry exactly, and why. */
  readonly leftOut: readonly { readonly measure: Measure; readonly reason: string }[];
  readonly notInForce: readonly Measure[];
}

/** The status if it is the same in every row. */
function constantStatus({ judgement, items }: CompiledRule): string | undefined {
  const { status } = judgement;
  return status.kind === 'text' && items === undefined ? status.value : undefined;
}

/** Whether the sums of a measure are money for the applicant. */
export function isMoneyMeasure({ kind }: Measure): boolean {
  return isMoneyKind(kind);
}

/** Compiles all measures that bind on a date for a population, in the order of the content. */
export function rulesFor(
  content: Content,
  date: PlainDate,
  population: PopulationTables,
): RunRules {
  const queries: CompiledRule[] = [];
  const constants: ConstantRule[] = [];
  const leftOut: { measure: Measure; reason: string }[] = [];
  const notInForce: Measure[] = [];
  for (const measure of bindingMeasures(content)) {
    if (!isInForce(measure, date)) {
      notInForce.push(measure);
      continue;
    }
    const compiled = compileRule(measure, content.vocabulary, date, population);
    if (!compiled.ok) {
      leftOut.push({ measure, reason: compiled.error.reason });
      continue;
    }
    const status = constantStatus(compiled.value);
    // A grant that everybody has is weighed against others applicant by applicant.
    if (status === undefined || (status === 'entitled' && isMoneyMeasure(measure)))
      queries.push(compiled.value);
    else constants.push({ measure, status });
  }
  return { queries, constants, leftOut, notInForce };
}
