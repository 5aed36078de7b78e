import { fileURLToPath } from 'node:url';
import { match } from '@luodi/entitlement';
import { readFacts } from '@luodi/evaluation';
import { parseDate } from '@luodi/kernel';
import { expect, test } from 'vitest';
import { readCity } from '../src/content/city-content.ts';
import { readSamples } from '../src/content/sample-folder.ts';

const folder = fileURLToPath(new URL('../../../content/hangzhou', import.meta.url));
const [city, samples] = await Promise.all([readCity(folder), readSamples(folder)]);

test('there are five made-up enterprises', () => {
  expect(samples).toHaveLength(5);
});

for (const sample of samples)
  test(`${sample.name} can be read, is owed money, and leaves something to ask`, () => {
    const facts = readFacts(sample.facts, city.evaluator.content);
    if (!facts.ok) throw new Error(JSON.stringify(facts.error));
    const found = match(city.evaluator, facts.value, parseDate(sample.date ?? '')!);
    expect(found.best.chosen.length).toBeGreaterThan(0);
    expect(found.best.upperBoundFen).toBeGreaterThan(0n);
    expect(found.next.length).toBeGreaterThan(0);
  });
