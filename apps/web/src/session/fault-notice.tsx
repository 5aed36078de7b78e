import { Alert } from 'antd';
import { useSessionTexts } from '../i18n/use-session-texts.ts';
import { usePageState } from '../state/page-state.ts';
import type { CommandFault } from './send-command.ts';

/** Why something was not done, and how to mend it, in the server's own words. */
export function FaultNotice({ fault }: { readonly fault: CommandFault | undefined }) {
  const { command } = useSessionTexts();
  const { language } = usePageState();
  if (fault === undefined) return null;
  if (fault.kind === 'offline')
    return (
      <Alert
        role="alert"
        type="warning"
        showIcon
        title={command.offline}
        description={command.offlineHint}
      />
    );
  const { error } = fault;
  const zh = language === 'zh';
  return (
    <Alert
      role="alert"
      type="error"
      showIcon
      title={zh ? error.message : error.messageEn}
      description={
        <>
          <span>{zh ? error.hint : error.hintEn}</span>
          {error.details.length > 0 && (
            <ul style={{ margin: '4px 0 0', paddingLeft: 18 }}>
              {error.details.map((detail, index) => (
                // Several details may have one key.
                <li key={index}>
                  {zh ? detail.message : detail.messageEn}
                  {detail.hint !== '' && (
                    <span className="quiet"> {zh ? detail.hint : detail.hintEn}</span>
                  )}
                </li>
              ))}
            </ul>
          )}
        </>
      }
    />
  );
}
