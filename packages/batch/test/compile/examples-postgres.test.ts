import { postgresSource } from '../support/backends/postgres.ts';
import { describeExamples } from './examples.ts';

await describeExamples(postgresSource);
