import { chdbSource } from '../support/backends/chdb.ts';
import { describeAgreement } from './agreement.ts';

await describeAgreement(chdbSource, { perSeed: 30, oneIn: 3, part: 2 }, ' ENGINE = Memory');
