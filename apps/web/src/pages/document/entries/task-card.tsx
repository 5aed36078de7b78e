import { Link } from 'react-router';
import type { Task } from '@luodi/language';
import { useTexts } from '../../../i18n/use-texts.ts';
import { useKeptSearch } from '../../../state/page-state.ts';
import { EntryCard, Fields, listField, wordsField } from './entry.tsx';
import { sayMoment } from './figure-words.ts';

function AssignedBy({ document, words }: { document: string; words: string }) {
  const kept = useKeptSearch();
  return (
    <>
      <Link to={`/documents/${document}${kept}`}>{document}</Link> <span lang="zh-CN">{words}</span>
    </>
  );
}

/** What somebody is told to do: by whom, by when, and what shows that it is done. */
export function TaskCard({ task }: { readonly task: Task }) {
  const { entries } = useTexts();
  const { assignedBy, due, cycle } = task;
  return (
    <EntryCard entry={task} kind={entries.tasks} number={task.number}>
      <Fields
        fields={[
          ...wordsField(entries.content, task.words === task.quote.text ? undefined : task.words),
          ...wordsField(entries.category, task.categories.join(' › ')),
          ...listField(entries.lead, task.leads),
          ...listField(entries.departments, task.departments),
          ...(due === undefined ? [] : [{ label: entries.due, value: sayMoment(due) }]),
          ...(cycle === undefined ? [] : [{ label: entries.cycle, value: entries.cycles[cycle] }]),
          ...wordsField(entries.outcome, task.outcome),
          ...(assignedBy === undefined
            ? []
            : [{ label: entries.assignedBy, value: <AssignedBy {...assignedBy} /> }]),
        ]}
      />
    </EntryCard>
  );
}
