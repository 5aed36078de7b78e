import { duckdbSource } from '../support/backends/duckdb.ts';
import { describeAgreement } from './agreement.ts';

await describeAgreement(duckdbSource, { perSeed: 30, oneIn: 1, part: 0 });
