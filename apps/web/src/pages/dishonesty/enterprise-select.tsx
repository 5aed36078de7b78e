import { Select } from 'antd';
import { enterprisesResponse } from '@luodi/server/contract';
import { useId, useState } from 'react';
import { useRecoveryTexts } from '../../i18n/use-recovery-texts.ts';
import { nameIn } from '../../session/office-name.ts';
import { useHeld } from '../../session/use-held.ts';
import { usePageState } from '../../state/page-state.ts';
import styles from '../recoveries/recoveries.module.css';

export interface ChosenEnterprise {
  readonly id: string;
  readonly name: string;
}

/** An enterprise that the one who asks works with, found by a part of its name or its credit code. */
export function EnterpriseSelect({
  chosen,
  onChoose,
}: {
  readonly chosen: ChosenEnterprise | undefined;
  readonly onChoose: (enterprise: ChosenEnterprise | undefined) => void;
}) {
  const { dishonesty: texts } = useRecoveryTexts();
  const { language } = usePageState();
  const id = useId();
  const [words, setWords] = useState('');
  const query = useHeld(
    `/api/enterprises?search=${encodeURIComponent(words)}`,
    enterprisesResponse,
  );
  const found = (query.data?.enterprises ?? []).map((each) => ({
    value: each.id,
    label: nameIn(each, language),
  }));
  const known = found.some(({ value }) => value === chosen?.id);
  const options =
    chosen === undefined || known ? found : [{ value: chosen.id, label: chosen.name }, ...found];
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{texts.enterprise}</label>
      <Select
        id={id}
        placeholder={texts.enterpriseHint}
        allowClear
        value={chosen?.id ?? null}
        options={options}
        showSearch={{ filterOption: false, onSearch: setWords }}
        onChange={(value: string | null | undefined) => {
          const option = options.find((each) => each.value === value);
          onChoose(option === undefined ? undefined : { id: option.value, name: option.label });
        }}
      />
    </div>
  );
}
