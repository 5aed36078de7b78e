/** A population in tables: a synthetic one is made, one that is given is described, checked and read. */
export type { PopulationFault } from './population-fault.ts';
export type { PopulationPlan } from './profile/population-plan.ts';
export { readProfile } from './profile/read-profile.ts';
export type { GenerationOptions } from './generate/generate-population.ts';
export { generatePopulation } from './generate/generate-population.ts';
export type { GroupNames } from './group-names.ts';
export { englishName, manifestOf } from './group-names.ts';
export type { PopulationManifest } from './generate/population-manifest.ts';
export type { Population } from './read/describe-population.ts';
export { describePopulation } from './read/describe-population.ts';
export { attachPopulation } from './read/attach-population.ts';
export { readApplicants } from './read/read-applicants.ts';
export { validatePopulation } from './read/validate-population.ts';
export { copyFromPostgres, forgetCopy } from './read/copy-from-postgres.ts';
export { statedApplicant } from './read/stated-applicant.ts';
export { populationTables } from './read/population-tables.ts';
export { populationOfFacts } from './tabulate/population-of-facts.ts';
