import { fail, nearName, ok } from '@luodi/kernel';
import type { Result } from '@luodi/kernel';
import { bindingMeasures } from '@luodi/language';
import type { Content, Entity, Fact } from '@luodi/language';
import { attributes } from '../columns.ts';
import { factsToGenerate } from './facts-to-generate.ts';
import { distributionOf } from './fact-distribution.ts';
import { orderByNeed } from './order-by-need.ts';
import type { PlannedEntity, PlannedFact, PopulationPlan } from './population-plan.ts';
import { checkNames } from './profile-names.ts';
import type { ProfileNumbers } from './profile-shape.ts';
import type { PathInProfile, ProfileFault } from './shape-faults.ts';

function noSuch(path: PathInProfile, what: string, name: string, names: Iterable<string>) {
  const near = nearName(name, names);
  return {
    path,
    zh: `没有${what}“${name}”`,
    en: `there is no such name: “${name}”`,
    mend:
      near === undefined
        ? { zh: '请用词汇里的名称', en: 'use a name of the vocabulary' }
        : { zh: `是不是“${near}”？`, en: `did you mean “${near}”?` },
  };
}

/** The facts in play: what rules read, and what the profile names besides. */
function factsInPlay(profile: ProfileNumbers, content: Content, faults: ProfileFault[]): Fact[] {
  const { facts } = content.vocabulary;
  const chosen = new Set(factsToGenerate(content));
  for (const name of Object.keys(profile.事实)) {
    const fact = facts.get(name);
    if (fact === undefined) faults.push(noSuch(['事实', name], '事实', name, facts.keys()));
    else chosen.add(fact);
  }
  // A fact that has the column of an attribute is stated by it already.
  return [...facts.values()].filter((fact) => chosen.has(fact) && !isAttribute(fact.id));
}

function isAttribute(column: string): boolean {
  return attributes.some((name) => name === column);
}

function isApplicant(entity: Entity | undefined): boolean {
  return entity?.belongsTo === undefined;
}

/** Applies a profile to a content: which columns there are and how each is distributed. All faults at once. */
export function planPopulation(
  profile: ProfileNumbers,
  digest: string,
  content: Content,
): Result<PopulationPlan, readonly ProfileFault[]> {
  const { vocabulary } = content;
  const faults: ProfileFault[] = [...checkNames(profile, content)];
  const planned = new Map<string, PlannedFact[]>();
  for (const fact of factsInPlay(profile, content, faults)) {
    const applicant = isApplicant(vocabulary.entities.get(fact.entity));
    const defaults = applicant ? profile.默认 : profile.对象默认;
    const distribution = distributionOf(fact, profile.事实[fact.name], defaults, vocabulary);
    if (!distribution.ok) faults.push(...distribution.error);
    else if (distribution.value !== undefined)
      planned.set(fact.entity, [
        ...(planned.get(fact.entity) ?? []),
        { fact, distribution: distribution.value },
      ]);
  }
  const entities: PlannedEntity[] = [];
  const enterpriseFacts: PlannedFact[] = [];
  for (const [name, facts] of planned) {
    const entity = vocabulary.entities.get(name);
    const ordered = orderByNeed(facts);
    if (!ordered.ok) faults.push(...ordered.error);
    else if (entity === undefined || isApplicant(entity)) enterpriseFacts.push(...ordered.value);
    else
      entities.push({
        entity,
        items: profile.对象[name] ?? profile.对象缺省,
        facts: ordered.value,
      });
  }
  for (const name of Object.keys(profile.对象))
    if (!planned.has(name))
      faults.push(noSuch(['对象', name], '有事实的对象', name, planned.keys()));
  if (faults.length > 0) return fail(faults);
  const topics = bindingMeasures(content)
    .filter(
      ({ kind, subject }) => kind === 'grant' && isApplicant(vocabulary.entities.get(subject)),
    )
    .map(({ name, matter }) => ({ measure: name, matter }));
  const contentVersion = content.version;
  return ok({ profile, digest, contentVersion, enterpriseFacts, entities, topics });
}
