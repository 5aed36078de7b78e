import type { PopulationPlan } from '../profile/population-plan.ts';
import type { TableContext } from './fact-sql.ts';

/** What columns are made from, for a plan. */
export function contextOf({ profile, enterpriseFacts, entities }: PopulationPlan): TableContext {
  const facts = [...enterpriseFacts, ...entities.flatMap((entity) => entity.facts)];
  const ids = new Map(facts.map(({ fact }) => [fact.name, fact.id]));
  return {
    profile,
    idOf(name) {
      const id = ids.get(name);
      if (id === undefined) throw new TypeError(`a fact that is not planned: ${name}`);
      return id;
    },
  };
}
