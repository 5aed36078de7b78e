import { clickhouseSource } from '../support/backends/clickhouse.ts';
import { describeExamples } from './examples.ts';

await describeExamples(clickhouseSource, ' ENGINE = Memory');
