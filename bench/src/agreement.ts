import type { Applicant } from './applicant.ts';

/** Every engine's answers compared with plain JavaScript's; the first difference is an error. */
export async function checkAgreement(
  inputs: readonly Applicant[],
  expected: (a: Applicant) => number,
  engines: ReadonlyMap<string, (a: Applicant, index: number) => number | Promise<number>>,
): Promise<void> {
  for (const [name, evaluate] of engines)
    for (const [index, input] of inputs.entries()) {
      const answer = await evaluate(input, index);
      if (answer !== expected(input))
        throw new Error(
          `${name} says ${answer}, plain JavaScript ${expected(input)} for ${JSON.stringify(input)}`,
        );
    }
}
