import { addWorkingDays, systemActor, workingDaysBetween } from '@luodi/platform';
import type { Actor, Database } from '@luodi/platform';
import type { DeliveryContext } from '../../src/context.ts';
import { townRules } from './town-rules.ts';
import type { TownRules } from './town-rules.ts';

/** The body whose rounds these are, and the two that review in the district. */
export const owner = 'city:市科技局';
export const districtBodies = ['科技局', '财政局'] as const;

/** A database with everything that commands are given on. */
export interface World {
  readonly database: Database;
  readonly context: DeliveryContext;
  readonly rules: TownRules;
}

export function worldIn(database: Database): World {
  const rules = townRules();
  const source = {
    id: 'statistics',
    name: { zh: '统计', en: 'Statistics' },
    departments: [],
    selfReported: false,
  };
  return {
    database,
    rules,
    context: {
      queries: database.queries,
      rulesOf: () => Promise.resolve(rules.evaluator),
      sources: {
        sources: new Map([[source.id, source]]),
        order: [source.id],
        orderOf: new Map(),
        register: undefined,
      },
      calendar: { addWorkingDays, workingDaysBetween },
    },
  };
}

export function officer(organisation: string): Actor {
  const district = organisation.startsWith('district:') ? organisation.split(':')[1] : undefined;
  return { user: `officer of ${organisation}`, organisation, role: 'officer', district };
}

export function applicant(organisation: string): Actor {
  return { user: organisation, organisation, role: 'enterprise', district: undefined };
}

export const machine = systemActor('seed');
