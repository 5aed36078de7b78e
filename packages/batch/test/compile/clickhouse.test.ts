import { clickhouseSource } from '../support/backends/clickhouse.ts';
import { describeAgreement } from './agreement.ts';

await describeAgreement(clickhouseSource, { perSeed: 30, oneIn: 3, part: 1 }, ' ENGINE = Memory');
