import { postgresSource } from '../support/backends/postgres.ts';
import { describeAgreement } from './agreement.ts';

await describeAgreement(postgresSource, { perSeed: 30, oneIn: 1, part: 0 });
