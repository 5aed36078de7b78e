import { Input, Switch } from 'antd';
import {
  departmentsResponse,
  documentsResponse,
  mattersResponse,
  passageKinds,
} from '@luodi/server/contract';
import { useState } from 'react';
import { Choice } from '../../components/choice.tsx';
import { useLibraryTexts } from '../../i18n/use-library-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { useServer } from '../../server/use-server.ts';
import { usePageParameters } from '../../state/page-parameters.ts';
import { usePageState } from '../../state/page-state.ts';

function Least({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { search: texts } = useLibraryTexts();
  const [draft, setDraft] = useState<string>();
  const settle = () => {
    const written = (draft ?? value).trim();
    setDraft(undefined);
    onChange(/^[\d.,]+$/.test(written) ? `${written}万元` : written);
  };
  return (
    <Input
      style={{ width: 190 }}
      aria-label={texts.least}
      prefix={<span className="quiet">{texts.least}</span>}
      placeholder={texts.leastHint}
      value={draft ?? value}
      onChange={({ currentTarget }) => setDraft(currentTarget.value)}
      onBlur={settle}
      onPressEnter={settle}
    />
  );
}

/** What hits must be besides having the words. */
export function SearchFilters() {
  const { search: texts } = useLibraryTexts();
  const { documentHead } = useTexts();
  const { language } = usePageState();
  const [read, change] = usePageParameters();
  const documents = useServer('/api/documents', documentsResponse).data ?? [];
  const departments = useServer('/api/departments', departmentsResponse).data ?? [];
  const matters = useServer('/api/matters', mattersResponse).data ?? [];
  const set = (key: string) => (value: string) => change({ [key]: value, page: '' }, 'new');
  return (
    <>
      <Choice
        label={texts.document}
        width={220}
        value={read('document')}
        options={documents.map(({ id, title, titleEn }) => ({
          value: id,
          label: language === 'zh' ? title : titleEn,
        }))}
        onChange={set('document')}
      />
      <Choice
        label={texts.department}
        value={read('department')}
        options={departments.map(({ name }) => ({ value: name, label: name }))}
        onChange={set('department')}
      />
      <Choice
        label={texts.matter}
        value={read('matter')}
        options={matters.map(({ name, nameEn }) => ({
          value: name,
          label: language === 'zh' ? name : nameEn,
        }))}
        onChange={set('matter')}
      />
      <Choice
        label={texts.kind}
        width={110}
        value={read('kind')}
        options={passageKinds.map((value) => ({ value, label: texts.kinds[value] }))}
        onChange={set('kind')}
      />
      <Choice
        label={texts.status}
        width={120}
        value={read('status')}
        options={(['final', 'draft', 'commentary'] as const).map((value) => ({
          value,
          label: documentHead.statuses[value],
        }))}
        onChange={set('status')}
      />
      <Least value={read('least')} onChange={set('least')} />
      <label>
        <Switch
          size="small"
          checked={read('force') === '1'}
          onChange={(on) => set('force')(on ? '1' : '')}
        />{' '}
        {texts.inForce}
      </label>
    </>
  );
}
