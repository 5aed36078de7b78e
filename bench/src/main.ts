/** Prints what each engine does on the same rule in the same run: agreement first, then rates and ratios. */
import { applicants } from './applicant.ts';
import { checkAgreement } from './agreement.ts';
import { applicantAgainstAll } from './applicant-against-all.ts';
import { rate, rateAsync } from './measure-rate.ts';
import { explained, toFacts, traced, untraced } from './ours.ts';
import { backendLimits, cityRate, citySizes, missingBackends } from './city.ts';
import type { CityRate } from './city.ts';
import { jsonLogicCompiled } from './peers/json-logic.ts';
import { jsonRules } from './peers/json-rules.ts';
import { plain } from './peers/plain.ts';
import { publicodes } from './peers/publicodes.ts';
import { zen } from './peers/zen.ts';
import { readContent } from './read-folder.ts';

const content = readContent('../rule');
const inputs = applicants(1000);
const facts = inputs.map((input) => toFacts(input, content));
const fast = untraced(content);
const slots = facts.map(fast.encode);
const withTrace = traced(content);
const withWords = explained(content);
const zenPeer = zen();
const rules = jsonRules();
const logic = jsonLogicCompiled();
const codes = publicodes();

const at = <T>(list: readonly T[], index: number): T => {
  const item = list[index];
  if (item === undefined) throw new RangeError(`no input ${index}`);
  return item;
};

await checkAgreement(
  inputs,
  plain,
  new Map([
    ['luodi untraced', (_: unknown, index: number) => fast.run(at(slots, index))],
    ['luodi traced', (_: unknown, index: number) => withTrace(at(facts, index))],
    ['luodi explained', (_: unknown, index: number) => withWords(at(facts, index))],
    ['json-logic-engine', logic],
    ['zen-engine', zenPeer.evaluate],
    ['json-rules-engine', rules],
    ['publicodes', codes],
  ]),
);
console.log(`all engines agree on ${inputs.length} applicants`);

const rows: readonly (readonly [string, number])[] = [
  ['plain JavaScript', rate(inputs, plain)],
  ['luodi, untraced', rate(slots, fast.run)],
  ['json-logic-engine, compiled', rate(inputs, logic)],
  ['luodi, traced', rate(facts, withTrace)],
  ['luodi, traced and put into words (zh, en)', rate(facts, withWords)],
  ['zen-engine', await rateAsync(inputs, zenPeer.evaluate)],
  ['zen-engine, traced', await rateAsync(inputs, zenPeer.traced)],
  ['json-rules-engine', await rateAsync(inputs, rules)],
  ['publicodes', rate(inputs.slice(0, 100), codes)],
];
const [, ours = 1] = rows[1] ?? [];
console.log(
  `\n${'engine'.padEnd(44)}${'evaluations/s'.padStart(16)}${'luodi untraced is'.padStart(22)}`,
);
for (const [name, perSecond] of rows)
  console.log(
    `${name.padEnd(44)}${Math.round(perSecond).toLocaleString('en').padStart(16)}${`${(ours / perSecond).toPrecision(3)} ×`.padStart(22)}`,
  );

const all = applicantAgainstAll();
console.log(
  `\none applicant against all ${all.measures} measures, with reasons, best combination and next questions: ${all.milliseconds.toFixed(2)} ms (${all.traced.toFixed(2)} ms with every trace in two languages)`,
);

const args = process.argv.slice(2);
const cities: CityRate[] = [];
for (const size of citySizes(args))
  cities.push(await cityRate(readContent('../../content/hangzhou'), size, backendLimits(args)));

const seconds = (value: number | undefined): string =>
  value === undefined ? '?' : `${value.toFixed(1)} s`;
const whole = (value: number): string => Math.round(value).toLocaleString('en');

console.log(
  `\n${'a synthetic city, luodi batch'.padEnd(32)}${'rules'.padStart(8)}${'generated'.padStart(12)}${'answered'.padStart(12)}${'answers/s/core'.padStart(18)}`,
);
for (const city of cities)
  console.log(
    `${whole(city.enterprises).padEnd(32)}${String(city.rules).padStart(8)}${seconds(city.generatedIn).padStart(12)}${seconds(city.answeredIn).padStart(12)}${whole(city.answersPerCore).padStart(18)}`,
  );

console.log(
  `\n${'the rules as SQL, counts and sums'.padEnd(36)}${'enterprises'.padStart(12)}${'rules'.padStart(8)}${'wall'.padStart(10)}${'processor'.padStart(12)}${'answers/s/core'.padStart(18)}`,
);
for (const rate of cities.flatMap(({ backends }) => backends))
  console.log(
    `${rate.backend.padEnd(36)}${whole(rate.enterprises).padStart(12)}${String(rate.rules).padStart(8)}${seconds(rate.wallSeconds).padStart(10)}${seconds(rate.processorSeconds).padStart(12)}${whole(rate.answersPerCore).padStart(18)}`,
  );
for (const line of missingBackends()) console.log(line);
console.log('the databases agree on every count and sum');
