import { ZenEngine } from '@gorules/zen-engine';
import type { Answer, Applicant } from '../applicant.ts';

const expression = `(high_tech or tech_based) and registered and employees >= 10 and not dishonest
  ? max([rd >= 10000000000 ? 200000000 : (rd_increase >= 200000000 ? min([rd_increase * 5 / 100, 200000000]) : 0), min([equipment * 10 / 100, 100000000])]) + (first_time ? 30000000 : 0)
  : 0`;

const model = {
  nodes: [
    { id: 'in', name: 'request', type: 'inputNode', position: { x: 0, y: 0 } },
    {
      id: 'rule',
      name: 'rule',
      type: 'expressionNode',
      position: { x: 1, y: 0 },
      content: { expressions: [{ id: 'e', key: 'sum', value: expression.replaceAll('\n', ' ') }] },
    },
    { id: 'out', name: 'response', type: 'outputNode', position: { x: 2, y: 0 } },
  ],
  edges: [
    { id: 'a', type: 'edge', sourceId: 'in', targetId: 'rule' },
    { id: 'b', type: 'edge', sourceId: 'rule', targetId: 'out' },
  ],
};

interface ZenPeer {
  readonly evaluate: (a: Applicant) => Promise<Answer>;
  readonly traced: (a: Applicant) => Promise<Answer>;
}

function sumOf(result: unknown): number {
  if (typeof result === 'object' && result !== null && 'sum' in result) return Number(result.sum);
  throw new TypeError('zen-engine gave no sum');
}

export function zen(): ZenPeer {
  const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(model)));
  return {
    evaluate: async (a) => sumOf((await decision.evaluate(a)).result),
    traced: async (a) => sumOf((await decision.evaluate(a, { trace: true })).result),
  };
}
