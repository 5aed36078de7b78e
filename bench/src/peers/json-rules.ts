import { Engine } from 'json-rules-engine';
import type { Answer, Applicant } from '../applicant.ts';
import { plain } from './plain.ts';

/**
 * json-rules-engine decides conditions only; the sum is reckoned in JavaScript by a dynamic fact, as its manual shows.
 * It is therefore measured on less work than the others.
 */
export function jsonRules(): (a: Applicant) => Promise<Answer> {
  const engine = new Engine([], { allowUndefinedFacts: false });
  engine.addRule({
    conditions: {
      all: [
        {
          any: [
            { fact: 'high_tech', operator: 'equal', value: true },
            { fact: 'tech_based', operator: 'equal', value: true },
          ],
        },
        { fact: 'registered', operator: 'equal', value: true },
        { fact: 'employees', operator: 'greaterThanInclusive', value: 10 },
        { fact: 'dishonest', operator: 'equal', value: false },
      ],
    },
    event: { type: 'entitled' },
  });
  return async (a) => {
    const { events } = await engine.run({ ...a });
    return events.length > 0 ? plain(a) : 0;
  };
}
