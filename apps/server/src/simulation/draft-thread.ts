/** The thread that reads drafts before the server does: whatever they do to the reader, they do it here. */
import { parentPort } from 'node:worker_threads';
import { compileRule, everyColumn, readDraft } from '@luodi/batch';
import { parseDate } from '@luodi/kernel';
import { loadContent, measuresOf } from '@luodi/language';
import type { Content } from '@luodi/language';
import type { DraftErrand, DraftTrial } from './draft-task.ts';
import { draftText } from './draft-text.ts';

/** The content that drafts are read with, kept from one draft to the next. */
let ground: { readonly version: string; readonly content: Content } | undefined;

function tryDraft({ files, version, ...task }: DraftErrand): DraftTrial {
  if (ground?.version !== version)
    ground = { version, content: loadContent(files, 'measures', version).content };
  const { content } = ground;
  const started = performance.now();
  const draft = readDraft(draftText(task), content);
  const date = parseDate(task.date);
  const measures = draft.ok ? measuresOf(draft.value.document) : [];
  if (draft.ok && date !== undefined) {
    const { vocabulary } = draft.value.content;
    const tables = everyColumn(vocabulary, date.year);
    for (const measure of measures) {
      const always = { ...measure, validity: { from: date, until: undefined } };
      compileRule(always, vocabulary, date, tables);
    }
  }
  return {
    diagnostics: draft.ok ? draft.value.warnings : draft.error,
    milliseconds: performance.now() - started,
    measures: measures.length,
  };
}

// What is thrown ends the thread and is told to who waits.
parentPort?.on('message', (errand: DraftErrand) => parentPort?.postMessage(tryDraft(errand)));
