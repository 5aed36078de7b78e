import { pgliteSource } from '../support/backends/pglite.ts';
import { describeAgreement } from './agreement.ts';

await describeAgreement(pgliteSource, { perSeed: 30, oneIn: 3, part: 0 });
