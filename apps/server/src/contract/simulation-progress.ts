import { z } from 'zod';
import { errorResponse } from './error.ts';
import { simulationCompareResponse, simulationDraftResponse } from './simulation.ts';

const progress = z
  .strictObject({
    kind: z.literal('progress'),
    stage: z.enum(['reading', 'waiting', 'answering']).meta({
      description: 'A draft is read; questions before it are answered; it is answered',
    }),
    done: z.int().meta({ description: 'Steps of answering done so far' }),
    steps: z.int().meta({ description: 'Steps that answering takes; 0: not known yet' }),
  })
  .meta({ id: 'SimulationProgress' });
export type SimulationProgress = z.infer<typeof progress>;

const refusal = errorResponse
  .extend({ kind: z.literal('refusal') })
  .meta({ id: 'SimulationRefusal' });

function lineWith<S extends z.ZodType>(answer: S) {
  return z.discriminatedUnion('kind', [
    progress,
    refusal,
    z.strictObject({ kind: z.literal('answer'), answer }),
  ]);
}

/** A line of `POST /api/simulation/compare` where lines are accepted. The last one is the answer, or says why there is none. */
export const simulationCompareLine = lineWith(simulationCompareResponse).meta({
  id: 'SimulationComparisonLine',
});

/** A line of `POST /api/simulation/draft` where lines are accepted. */
export const simulationDraftLine = lineWith(simulationDraftResponse).meta({
  id: 'SimulationOfDraftLine',
});
