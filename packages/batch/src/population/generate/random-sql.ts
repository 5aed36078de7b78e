import { createHash } from 'node:crypto';

/** Column that holds the key of a row: a number that only the seed and the row's own identity decide. */
export const rowKey = 'row_key';

/** A constant of 64 bits that a text stands for, as DuckDB writes it. */
function constantOf(text: string): string {
  const digits = createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 16);
  return `${BigInt(`0x${digits}`)}::UBIGINT`;
}

/** The key of an enterprise: the same for the same seed and number, whatever thread or chunk makes it. */
export function enterpriseKey(seed: string, number: string): string {
  return `hash(xor((${number})::UBIGINT, ${constantOf(`seed/${seed}`)}))`;
}

/** The key of the n-th thing that belongs to a row. */
export function keyWithin(key: string, kind: string, number: string): string {
  return `hash(hash(xor(${key}, ${constantOf(kind)})) + (${number})::UBIGINT)`;
}

/**
 * A number of 64 bits for one purpose of a row. DuckDB's hash of one number mixes every bit, so numbers for two purposes
 * have nothing to do with each other; its hash of two numbers would not do, as it joins them without mixing.
 */
function bits(purpose: string): string {
  return `hash(xor(${rowKey}, ${constantOf(purpose)}))`;
}

/** A double in [0, 1), from the upper half of the bits. */
export function uniform(purpose: string): string {
  return `((${bits(purpose)} >> 32)::DOUBLE / 4294967296.0)`;
}

/** A second one of the same purpose, from the lower half. */
export function secondUniform(purpose: string): string {
  return `((${bits(purpose)} & 4294967295::UBIGINT)::DOUBLE / 4294967296.0)`;
}

/** A double of the standard normal distribution (Box and Muller 1958). */
export function normal(purpose: string): string {
  return `(sqrt(-2 * ln(1 - ${uniform(purpose)})) * cos(6.283185307179586 * ${secondUniform(purpose)}))`;
}
