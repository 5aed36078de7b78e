import { answersFor, nameOfHeld, shownValue } from '@luodi/delivery';
import type { EnterpriseFile, FactDispute, FactRules, HeldFact, HeldValue } from '@luodi/delivery';
import type { Actor } from '@luodi/platform';
import type {
  DisputeJson,
  EnterpriseFileResponse,
  HeldFactJson,
  HeldValueJson,
} from '../contract/index.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** A source by its id, in words; one that the content no longer names by its id. */
export function sourceName({ sources }: FactRules, id: string): Words {
  const name = sources.sources.get(id)?.name;
  return name === undefined ? { zh: id, en: id } : { zh: name.zh, en: name.en };
}

/** A fact or an entity by its id, in words. */
export function labelOf({ vocabulary }: FactRules, id: string): Words {
  const name = nameOfHeld(id, vocabulary) ?? id;
  const en = vocabulary.facts.get(name)?.nameEn ?? vocabulary.entities.get(name)?.nameEn ?? name;
  return { zh: name, en };
}

function valueJson(value: HeldValue, rules: FactRules, file: EnterpriseFile): HeldValueJson {
  const { record, fact, source, asOf = null, recordedAt, broughtFor, disputed } = value;
  const body = broughtFor === undefined ? undefined : file.bodies.get(broughtFor);
  return {
    record: record?.toString() ?? null,
    shown: { ...shownValue(value.value, fact, rules.vocabulary) },
    source,
    sourceName: sourceName(rules, source),
    asOf,
    recordedAt: recordedAt?.toISOString() ?? null,
    broughtFor: body === undefined ? null : { ...body },
    disputed,
    selfReported: rules.sources.sources.get(source)?.selfReported ?? false,
  };
}

function factJson(held: HeldFact, rules: FactRules, file: EnterpriseFile): HeldFactJson {
  const fact = rules.vocabulary.factsById.get(held.fact);
  const members =
    fact?.type.kind === 'choice' ? rules.vocabulary.lists.get(fact.type.list)?.members : undefined;
  return {
    fact: held.fact,
    label: labelOf(rules, held.fact),
    unit: fact?.unit ?? null,
    kind: fact?.type.kind ?? 'items',
    choices: (members ?? []).map(({ name, nameEn }) => ({ zh: name, en: nameEn })),
    year: held.year ?? null,
    because: held.because,
    values: [held.prevailing, ...held.others].map((value) => valueJson(value, rules, file)),
  };
}

/** Whether an actor may settle a dispute. */
function mayAnswer({ source, broughtFor }: FactDispute, { sources }: FactRules, actor: Actor) {
  const found = sources.sources.get(source);
  return (
    actor.role === 'officer' &&
    found !== undefined &&
    answersFor(found, broughtFor, actor.organisation)
  );
}

/** A dispute as it is shown to an actor. */
export function disputeJson(dispute: FactDispute, rules: FactRules, actor: Actor): DisputeJson {
  const { id, record, enterprise, enterpriseName, fact, source, claimed, settlement } = dispute;
  const { vocabulary } = rules;
  return {
    id,
    record: record.toString(),
    enterprise,
    enterpriseName,
    label: labelOf(rules, fact),
    year: dispute.year ?? null,
    held: { ...shownValue(dispute.value, fact, vocabulary) },
    claimed: claimed === undefined ? null : { ...shownValue(claimed, fact, vocabulary) },
    source,
    sourceName: sourceName(rules, source),
    words: dispute.words,
    at: dispute.at.toISOString(),
    settlement:
      settlement === undefined ? null : { ...settlement, at: settlement.at.toISOString() },
    yours: mayAnswer(dispute, rules, actor),
  };
}

/** Everything held about an enterprise; facts in the order of their labels, the newest year first. */
export function fileJson(
  file: EnterpriseFile,
  rules: FactRules,
  actor: Actor,
): EnterpriseFileResponse {
  const { enterprise: id, name, nameEn, creditCode = null, district = null } = file;
  const facts = file.held.map((held) => factJson(held, rules, file));
  return {
    enterprise: { id, name, nameEn, creditCode, district },
    facts: facts.sort(
      (a, b) => a.label.zh.localeCompare(b.label.zh, 'zh') || (b.year ?? 0) - (a.year ?? 0),
    ),
    disputes: file.disputes.map((dispute) => disputeJson(dispute, rules, actor)),
  };
}
