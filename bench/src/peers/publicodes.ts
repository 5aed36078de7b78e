import Engine from 'publicodes';
import { parse } from 'yaml';
import type { Answer, Applicant } from '../applicant.ts';

const rules = `
high_tech:
  par défaut: non
tech_based:
  par défaut: non
registered:
  par défaut: non
dishonest:
  par défaut: non
first_time:
  par défaut: non
employees:
  par défaut: 0
rd:
  par défaut: 0
rd_increase:
  par défaut: 0
equipment:
  par défaut: 0
eligible:
  toutes ces conditions:
    - une de ces conditions:
        - high_tech
        - tech_based
    - registered
    - employees >= 10
    - dishonest = non
research:
  variations:
    - si: rd >= 10000000000
      alors: 200000000
    - si: rd_increase >= 200000000
      alors:
        valeur: rd_increase * 5 / 100
        plafond: 200000000
    - sinon: 0
machines:
  valeur: equipment * 10 / 100
  plafond: 100000000
top up:
  variations:
    - si: first_time
      alors: 30000000
    - sinon: 0
sum:
  variations:
    - si: eligible
      alors:
        somme:
          - le maximum de:
              - research
              - machines
          - top up
    - sinon: 0
`;

const yesNo = (value: boolean): string => (value ? 'oui' : 'non');

export function publicodes(): (a: Applicant) => Answer {
  const engine = new Engine(parse(rules));
  return (a) => {
    engine.setSituation({
      high_tech: yesNo(a.high_tech),
      tech_based: yesNo(a.tech_based),
      registered: yesNo(a.registered),
      dishonest: yesNo(a.dishonest),
      first_time: yesNo(a.first_time),
      employees: a.employees,
      rd: a.rd,
      rd_increase: a.rd_increase,
      equipment: a.equipment,
    });
    return Number(engine.evaluate('sum').nodeValue);
  };
}
