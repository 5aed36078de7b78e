/** Prints what each engine does on the same rule in the same run: agreement first, then rates and ratios. */
import { applicants } from './applicant.ts';
import { checkAgreement } from './agreement.ts';
import { applicantAgainstAll } from './applicant-against-all.ts';
import { rate, rateAsync } from './measure-rate.ts';
import { explained, toFacts, traced, untraced } from './ours.ts';
import { cityRate, citySizes } from './city.ts';
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

console.log(
  `\n${'a synthetic city, DuckDB'.padEnd(28)}${'rules'.padStart(8)}${'generated'.padStart(12)}${'answered'.padStart(12)}${'answers/s/core'.padStart(18)}`,
);
for (const size of citySizes(process.argv.slice(2))) {
  const city = await cityRate(readContent('../../content/hangzhou'), size);
  console.log(
    `${city.enterprises.toLocaleString('en').padEnd(28)}${String(city.rules).padStart(8)}${`${city.generatedIn.toFixed(1)} s`.padStart(12)}${`${city.answeredIn.toFixed(1)} s`.padStart(12)}${Math.round(city.answersPerCore).toLocaleString('en').padStart(18)}`,
  );
}
