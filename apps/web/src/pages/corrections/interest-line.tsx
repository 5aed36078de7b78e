import { money } from '../../components/money.ts';
import { useCorrectionTexts } from '../../i18n/use-correction-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import { usePageState } from '../../state/page-state.ts';
import type { ArisingInterest } from './use-arising-interest.ts';

/** What interest is asked for besides, and for which days, before anybody confirms it. */
export function InterestLine({ arising }: { readonly arising: ArisingInterest }) {
  const { interest: texts } = useCorrectionTexts();
  const { language } = usePageState();
  switch (arising.kind) {
    case 'none':
      return null;
    case 'reckoning':
      return <p className="quiet">{texts.reckoning}</p>;
    case 'failed':
      return <FaultNotice fault={arising.fault} />;
    case 'known': {
      const { principalFen, interestFen, from, until, days } = arising.interest;
      const [principal, interest] = [BigInt(principalFen), BigInt(interestFen)];
      const sum = (fen: bigint) => money(fen, language);
      return (
        <p aria-live="polite" data-interest>
          <strong>{texts.arises(sum(interest))}</strong>
          {texts.days(from, until, days)}
          {texts.together(sum(principal), sum(principal + interest))}
        </p>
      );
    }
  }
}
