import { Radio } from 'antd';
import type { CaseDetail } from '@luodi/server/contract';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { usePageState } from '../../state/page-state.ts';

/** Which condition of the rule failed: one of its own, or another that the reasons name. */
export function ConditionChoice({
  detail,
  label,
  chosen,
  onChoose,
}: {
  readonly detail: CaseDetail;
  readonly label: string;
  readonly chosen: string;
  readonly onChoose: (condition: string) => void;
}) {
  const { decide } = useCaseTexts();
  const { language } = usePageState();
  const conditions = detail.standing?.conditions ?? [];
  const options = [
    ...conditions.map(({ text, says, saysEn }) => ({
      value: text.slice(0, 200),
      label: language === 'zh' ? says : saysEn,
    })),
    { value: '其他', label: decide.failedOther },
  ];
  return (
    <fieldset style={{ margin: '8px 0', padding: 0, border: 0 }}>
      <legend>{label}</legend>
      <Radio.Group
        vertical
        value={chosen}
        options={options}
        onChange={({ target }) => {
          const value: unknown = target.value;
          if (typeof value === 'string') onChoose(value);
        }}
      />
    </fieldset>
  );
}
