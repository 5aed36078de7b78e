import { LogicEngine } from 'json-logic-engine';
import type { Answer, Applicant } from '../applicant.ts';

const v = (name: string) => ({ var: name });
const yuan10k = 1_000_000;

const rule = {
  if: [
    {
      and: [
        { or: [v('high_tech'), v('tech_based')] },
        v('registered'),
        { '>=': [v('employees'), 10] },
        { '!': [v('dishonest')] },
      ],
    },
    {
      '+': [
        {
          max: [
            {
              if: [
                { '>=': [v('rd'), 10_000 * yuan10k] },
                200 * yuan10k,
                { '>=': [v('rd_increase'), 200 * yuan10k] },
                { min: [{ '/': [{ '*': [v('rd_increase'), 5] }, 100] }, 200 * yuan10k] },
                0,
              ],
            },
            { min: [{ '/': [{ '*': [v('equipment'), 10] }, 100] }, 100 * yuan10k] },
          ],
        },
        { if: [v('first_time'), 30 * yuan10k, 0] },
      ],
    },
    0,
  ],
};

export function jsonLogicCompiled(): (a: Applicant) => Answer {
  const compiled = new LogicEngine().build(rule);
  return (a) => Number(compiled(a));
}
