import { fail, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import type { PlannedFact } from './population-plan.ts';
import type { ProfileFault } from './shape-faults.ts';

/** The facts that must be drawn before one. */
export function needsOf({ distribution: { spec } }: PlannedFact): readonly string[] {
  return [...(spec.须 ?? []), ...(spec.非 ?? [])];
}

/** The facts of one entity so that each stands after those that it depends on (须, 非). All faults at once. */
export function orderByNeed(
  facts: readonly PlannedFact[],
): Result<readonly PlannedFact[], readonly ProfileFault[]> {
  const byName = new Map(facts.map((planned) => [planned.fact.name, planned]));
  const faults: ProfileFault[] = [];
  const ordered = new Set<PlannedFact>();
  const visit = (planned: PlannedFact, path: readonly string[]): void => {
    const { name } = planned.fact;
    if (path.includes(name)) {
      faults.push({
        path: ['事实', name],
        zh: `“须”和“非”成环：${[...path, name].join(' → ')}`,
        en: `须 and 非 run in a circle: ${[...path, name].join(' → ')}`,
        mend: { zh: '请去掉其中一处', en: 'remove one of them' },
      });
      return;
    }
    if (ordered.has(planned)) return;
    for (const need of needsOf(planned)) {
      const needed = byName.get(need);
      if (needed?.distribution.kind === 'truth') visit(needed, [...path, name]);
      else
        faults.push({
          path: ['事实', name],
          zh: `“须”或“非”里的“${need}”不是同一对象的是否事实`,
          en: `“${need}” in 须 or 非 is no yes-or-no fact of the same entity that is generated`,
          mend: {
            zh: '请用同一对象、不由推算得出的是否事实',
            en: 'name a yes-or-no fact of the same entity that is not derived',
          },
        });
    }
    ordered.add(planned);
  };
  for (const planned of facts) visit(planned, []);
  return faults.length > 0 ? fail(faults) : ok([...ordered]);
}
