import { duckdbSource } from '../support/backends/duckdb.ts';
import { describeExamples } from './examples.ts';

await describeExamples(duckdbSource);
