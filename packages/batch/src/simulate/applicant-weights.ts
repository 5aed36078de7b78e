import { doubleQuoted } from '../dialect/quoting.ts';
import { attributes } from '../population/columns.ts';
import { attributeTable } from './loaded-city.ts';

/** Applicants as units that stand for themselves. */
export const applicantWeights = `(SELECT enterprise_id AS unit, 1::BIGINT AS weight, ${attributes.map(doubleQuoted).join(', ')} FROM ${attributeTable})`;
