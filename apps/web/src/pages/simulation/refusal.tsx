import { Alert } from 'antd';
import { useLibraryTexts } from '../../i18n/use-library-texts.ts';
import { useSimulationTexts } from '../../i18n/use-simulation-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import { StatedRefusal } from './use-answer.ts';

/** Why the server did not answer, and what to do. */
export function Refusal({ error }: { readonly error: Error }) {
  const { refused } = useSimulationTexts();
  const { loading } = useLibraryTexts();
  const { language } = usePageState();
  if (!(error instanceof StatedRefusal))
    return <Alert type="error" showIcon title={loading.failed} description={loading.hint} />;
  const { message, messageEn, hint, hintEn, details } = error.stated;
  const zh = language === 'zh';
  return (
    <Alert
      type="error"
      showIcon
      title={`${refused}${zh ? '：' : ': '}${zh ? message : messageEn}`}
      description={
        <>
          {zh ? hint : hintEn}
          <ul>
            {details.map((detail) => (
              <li key={`${detail.key} ${detail.code}`}>
                {zh ? detail.message : detail.messageEn} — {zh ? detail.hint : detail.hintEn}
              </li>
            ))}
          </ul>
        </>
      }
    />
  );
}
