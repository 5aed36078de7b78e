import type { CaseDetail } from '@luodi/server/contract';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';

type Refusal = NonNullable<NonNullable<CaseDetail['decision']>['refusal']>;

/** By which conditions nothing is granted, and what the facts say of each. */
export function DecisionRefusal({ refusal }: { readonly refusal: Refusal }) {
  const { decision: texts } = useCaseTexts();
  const { failed, because, clause } = refusal;
  return (
    <>
      <h3>{texts.failed}</h3>
      <ul style={{ margin: 0, paddingLeft: 18 }}>
        {failed.map(({ condition, byFacts }) => (
          <li key={condition}>
            <span lang="zh-CN">{condition}</span>{' '}
            <span className="quiet">{texts.byFacts[byFacts]}</span>
          </li>
        ))}
      </ul>
      <p>
        {texts.because}: <span lang="zh-CN">{because}</span>
        <br />
        {texts.clause}: <span lang="zh-CN">{clause}</span>
      </p>
    </>
  );
}
