import { Button } from 'antd';
import type { OfficeJson } from '@luodi/server/contract';
import { useSessionTexts } from '../i18n/use-session-texts.ts';
import { usePageState } from '../state/page-state.ts';
import { organisationIn } from './office-name.ts';
import { useChooseOffice } from './use-choose-office.ts';

/** Offices to act in, one click each. */
export function OfficeButtons({ offices }: { readonly offices: readonly OfficeJson[] }) {
  const texts = useSessionTexts();
  const { language } = usePageState();
  const { choose } = useChooseOffice();
  return offices.map((office) => (
    <Button key={`${office.organisation} ${office.role}`} onClick={() => void choose(office)}>
      {organisationIn(office, language)} · {texts.roles[office.role]}
    </Button>
  ));
}
