import { AutoComplete, Button, Input } from 'antd';
import { useState } from 'react';
import { DateInput } from '../../components/date-input.tsx';
import { useJournalTexts } from '../../i18n/use-journal-texts.ts';
import { usePageParameters } from '../../state/page-parameters.ts';
import styles from './journal.module.css';
import { useActionNames } from './use-action-names.ts';

/** By whom, what, about what, and when. */
export function JournalSearch() {
  const texts = useJournalTexts();
  const [read, change] = usePageParameters();
  const [words, setWords] = useState({
    actor: read('actor'),
    action: read('action'),
    subject: read('subject'),
  });
  const actions = Object.entries(useActionNames());
  const field = (key: 'actor' | 'subject', label: string) => (
    <label>
      {label}
      <Input
        allowClear
        maxLength={300}
        value={words[key]}
        onChange={({ currentTarget }) => setWords({ ...words, [key]: currentTarget.value })}
      />
    </label>
  );
  return (
    <search>
      <form
        className={styles.search}
        onSubmit={(event) => {
          event.preventDefault();
          const { actor, action, subject } = words;
          change(
            { actor: actor.trim(), action: action.trim(), subject: subject.trim(), before: '' },
            'new',
          );
        }}
      >
        {field('actor', texts.who)}
        <div className={styles.field}>
          <label htmlFor="journal-action">{texts.what}</label>
          <AutoComplete
            id="journal-action"
            allowClear
            placeholder={texts.whatHint}
            value={words.action}
            options={actions.map(([value, name]) => ({ value, label: `${name} ${value}` }))}
            showSearch={{
              filterOption: (part, option) =>
                option?.label.toLowerCase().includes(part.toLowerCase()) ?? false,
            }}
            popupMatchSelectWidth={false}
            onChange={(action: string | undefined) => setWords({ ...words, action: action ?? '' })}
          />
        </div>
        {field('subject', texts.subject)}
        <div>
          <label htmlFor="journal-from">{texts.from}</label>
          <DateInput
            id="journal-from"
            mayBeEmpty
            value={read('from')}
            onChange={(from) => change({ from, before: '' })}
          />
        </div>
        <div>
          <label htmlFor="journal-until">{texts.until}</label>
          <DateInput
            id="journal-until"
            mayBeEmpty
            value={read('until')}
            onChange={(until) => change({ until, before: '' })}
          />
        </div>
        <Button type="primary" htmlType="submit">
          {texts.search}
        </Button>
      </form>
    </search>
  );
}
