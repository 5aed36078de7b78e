import type { AdjustableMeasure, SimulationParameter } from '@luodi/server/contract';

/** New values of parameters by parameter id. What stands as in the rule is not among them. */
export type Changes = ReadonlyMap<string, string>;

/** Reads the changes of a link: `rate-1:6%;until:2028-12-31`. What has no form of a change is left out. */
export function parseChanges(text: string): Changes {
  return new Map(
    text.split(';').flatMap((part): [string, string][] => {
      const at = part.indexOf(':');
      const value = part.slice(at + 1).trim();
      return at < 1 || value === '' ? [] : [[part.slice(0, at), value]];
    }),
  );
}

/** Writes changes as a link has them; no changes are an empty text. */
export function printChanges(changes: Changes): string {
  return [...changes].map(([id, value]) => `${id}:${value}`).join(';');
}

/** One change more or another; a value as in the rule takes the change back. */
export function withChange(
  changes: Changes,
  parameter: SimulationParameter,
  value: string,
): Changes {
  const after = new Map(changes);
  if (value === parameter.value) after.delete(parameter.id);
  else after.set(parameter.id, value);
  return after;
}

interface AskedChange {
  readonly measure: string;
  readonly parameter: string;
  readonly value: string;
}

/** What is asked of the server. Without changes: the rule as it is, so that what it costs now is answered. */
export function askedChanges(measure: AdjustableMeasure, changes: Changes): readonly AskedChange[] {
  const asked = measure.parameters.flatMap(({ id, value: original }) => {
    const value = changes.get(id);
    return value === undefined || value === original
      ? []
      : [{ measure: measure.measure, parameter: id, value }];
  });
  const [first] = measure.parameters;
  if (asked.length > 0 || first === undefined) return asked;
  return [{ measure: measure.measure, parameter: first.id, value: first.value }];
}

/** Changes that the measure knows, as shown: a link may name parameters of an older rule. */
export function knownChanges(measure: AdjustableMeasure, changes: Changes): Changes {
  return new Map(
    measure.parameters.flatMap(({ id, value: original }): [string, string][] => {
      const value = changes.get(id);
      return value === undefined || value === original ? [] : [[id, value]];
    }),
  );
}
