import { createEvaluator } from '@luodi/evaluation';
import type { Evaluator } from '@luodi/evaluation';
import { Temporal } from '@luodi/kernel';
import { loadContent } from '@luodi/language';
import { findContent, readAs, systemActor } from '@luodi/platform';
import { beforeAll, expect, test } from 'vitest';
import { answerCase } from '../../src/domain/decision.ts';
import { factsOfCase } from '../../src/store/case-facts.ts';
import { receivedFacts } from '../../src/store/received-facts.ts';
import { CorridorRound } from '../corrections/corridor-round.ts';
import { onEveryDatabase } from '../support/every-database.ts';
import { enterprises } from '../support/town.ts';

const [first] = enterprises;
const rulesFile = 'documents/hz-chengxi-corridor-fund-2022.policy.md';

onEveryDatabase('rules that dropped a matter', ({ database }) => {
  let round: CorridorRound;
  /** Without the document that somebody was paid by, and the matter with it. */
  let later: Evaluator;
  const within = <Answer>(work: Parameters<typeof readAs<Answer>>[2]): Promise<Answer> =>
    readAs(database().queries, systemActor('test'), work);

  beforeAll(async () => {
    round = await CorridorRound.begun(database());
    await round.claim(first);
    const matters = await within((transaction) =>
      transaction.selectFrom('programme').select(['matter', 'content_version']).execute(),
    );
    const { matter = '', content_version: version = '' } = matters[0] ?? {};
    const [content] = await findContent(database().queries, version ?? '');
    const files = [...(content?.files ?? [])].flatMap(([path, text]): [string, string][] =>
      path === rulesFile ? [] : [[path, text.replaceAll(matter, `${matter}（新）`)]],
    );
    later = createEvaluator(loadContent(new Map(files), 'everything', 'f'.repeat(64)).content);
    expect(later.content.vocabulary.matters.has(matter)).toBe(false);
  }, 120_000);

  test('answer for who was paid on it', async () => {
    const about = { id: 'another case', enterprise: first, answers: {} };
    const { received, facts } = await within(async (transaction) => ({
      received: await receivedFacts(transaction, [first]),
      facts: await factsOfCase(
        transaction,
        round.context,
        later,
        about,
        new Date('2024-03-06T02:00:00Z'),
      ),
    }));
    expect(Object.keys(received.get(first) ?? {})).toHaveLength(1);
    const [measure = ''] = later.content.measures.keys();
    expect(answerCase(later, measure, facts, Temporal.PlainDate.from('2024-03-06'))).toMatchObject({
      ok: true,
    });
  });
});
