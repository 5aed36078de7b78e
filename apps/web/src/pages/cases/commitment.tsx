import { Checkbox } from 'antd';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';

/** The words of a commitment in full, and the signature under them. */
export function Commitment({
  words,
  signed,
  onSign,
}: {
  readonly words: string;
  readonly signed: boolean;
  readonly onSign: (signed: boolean) => void;
}) {
  const { form } = useCaseTexts();
  return (
    <>
      <h3>{form.commitmentTitle}</h3>
      <blockquote className="law" lang="zh-CN">
        {words}
      </blockquote>
      <Checkbox
        style={{ marginTop: 8 }}
        checked={signed}
        onChange={({ target }) => onSign(target.checked)}
      >
        {form.sign}
      </Checkbox>
    </>
  );
}
