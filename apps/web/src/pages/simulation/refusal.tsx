import { Alert } from 'antd';
import { useLibraryTexts } from '../../i18n/use-library-texts.ts';
import { useSimulationTexts } from '../../i18n/use-simulation-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import { StatedRefusal } from './ask-server.ts';

/** Where in a draft a fault is: its key is the line and column there. */
function placeOf(key: string, say: (line: string, column: string) => string): string {
  const [, line, column] = /^(\d+):(\d+)$/.exec(key) ?? [];
  return line === undefined || column === undefined ? '' : say(line, column);
}

/** Why the server did not answer, and what to do. */
export function Refusal({ error }: { readonly error: Error }) {
  const { refused, draft } = useSimulationTexts();
  const { loading } = useLibraryTexts();
  const { language } = usePageState();
  if (!(error instanceof StatedRefusal))
    return <Alert type="error" showIcon title={loading.failed} description={loading.hint} />;
  const { code, message, messageEn, hint, hintEn, details } = error.stated;
  const zh = language === 'zh';
  return (
    <Alert
      type="error"
      showIcon
      title={`${refused}${zh ? '：' : ': '}${zh ? message : messageEn}`}
      description={
        <>
          {code === 'draft_faulty' ? draft.mend : zh ? hint : hintEn}
          <ul>
            {details.map((detail) => (
              <li key={`${detail.key} ${detail.code} ${detail.message}`}>
                {placeOf(detail.key, draft.place)}
                {zh ? detail.message : detail.messageEn} — {zh ? detail.hint : detail.hintEn}
              </li>
            ))}
          </ul>
        </>
      }
    />
  );
}
