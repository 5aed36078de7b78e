import { Alert } from 'antd';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { FaultNotice } from '../../session/fault-notice.tsx';
import type { DecisionCheck } from './use-decision-check.ts';

/** What reaching a decision again came to, in words. */
export function DecisionFinding({ check }: { readonly check: DecisionCheck | undefined }) {
  const { findings } = useCaseTexts();
  if (check === undefined) return null;
  if (check.kind === 'failed') return <FaultNotice fault={check.fault} />;
  const { kind, parts } = check.finding;
  return (
    <output>
      <Alert
        style={{ marginTop: 12 }}
        showIcon
        data-finding={kind}
        type={kind === 'confirmed' ? 'success' : kind === 'other_rules' ? 'warning' : 'error'}
        title={findings[kind]}
        description={parts.length > 0 ? `${findings.parts}: ${parts.join(', ')}` : undefined}
      />
    </output>
  );
}
