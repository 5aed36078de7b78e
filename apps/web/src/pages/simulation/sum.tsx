import { exactMoney } from '../../components/money.ts';
import { useSimulationTexts } from '../../i18n/use-simulation-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import { citySum, signedSum } from './city-sum.ts';

/** A sum rounded for reading; to the fen on hover. */
export function Sum({ fen }: { readonly fen: number }) {
  const { language } = usePageState();
  return (
    <span className="figure" title={exactMoney(BigInt(fen), language)}>
      {citySum(fen, language)}
    </span>
  );
}

/** A difference with its sign and in words: +1.2亿元 多花. */
export function CostChange({ fen }: { readonly fen: number }) {
  const { answer } = useSimulationTexts();
  const { language } = usePageState();
  if (fen === 0) return <span className="quiet">{answer.same}</span>;
  return (
    <span title={exactMoney(BigInt(Math.abs(fen)), language)}>
      <span className="figure">{signedSum(fen, language)}</span>{' '}
      <span className="quiet">{fen > 0 ? answer.moreWord : answer.lessWord}</span>
    </span>
  );
}
