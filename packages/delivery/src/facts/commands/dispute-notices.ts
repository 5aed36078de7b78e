import type { Vocabulary } from '@luodi/language';
import { notify } from '@luodi/platform';
import type { Schema } from '@luodi/platform';
import type { Transaction } from 'kysely';
import { nameOfHeld } from '../domain/held-facts.ts';
import type { DisputedRecord } from '../store/disputes.ts';

function namesOf({ fact }: DisputedRecord, vocabulary: Vocabulary) {
  const zh = nameOfHeld(fact, vocabulary) ?? fact;
  return { zh, en: vocabulary.factsById.get(fact)?.nameEn ?? zh };
}

/** Tells the body that answers for a value that it is disputed, where that body is known. */
export async function tellDisputed(
  transaction: Transaction<Schema>,
  record: DisputedRecord,
  vocabulary: Vocabulary,
  at: Date,
): Promise<void> {
  const { broughtFor: organisation, enterprise } = record;
  if (organisation === undefined) return;
  const { zh, en } = namesOf(record, vocabulary);
  const words = {
    zh: `企业对“${zh}”提出异议，请核实答复`,
    en: `An enterprise disputes “${en}”: please verify and answer`,
  };
  await notify(
    transaction,
    [{ organisation, subject: enterprise, kind: 'fact_disputed', words }],
    at,
  );
}

/** Tells the enterprise how its dispute was settled. */
export async function tellSettled(
  transaction: Transaction<Schema>,
  record: DisputedRecord,
  upheld: boolean,
  vocabulary: Vocabulary,
  at: Date,
): Promise<void> {
  const { zh, en } = namesOf(record, vocabulary);
  const words = upheld
    ? {
        zh: `对“${zh}”的异议成立，已更正`,
        en: `Your dispute about “${en}” was upheld and the value corrected`,
      }
    : {
        zh: `对“${zh}”的异议不成立，答复见企业档案`,
        en: `Your dispute about “${en}” was not upheld: the answer is in the enterprise file`,
      };
  const { enterprise } = record;
  await notify(
    transaction,
    [{ organisation: enterprise, subject: enterprise, kind: 'dispute_settled', words }],
    at,
  );
}
