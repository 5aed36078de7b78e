import { Button } from 'antd';
import { useSessionTexts } from '../i18n/use-session-texts.ts';
import { usePageState } from '../state/page-state.ts';

/** Downloads a list as an Excel workbook in the language of the page. */
export function WorkbookButton({
  path,
  parameters = {},
}: {
  readonly path: string;
  /** What the list is narrowed by; empty values are left out. */
  readonly parameters?: Readonly<Record<string, string>>;
}) {
  const { exportExcel } = useSessionTexts();
  const { language } = usePageState();
  const search = new URLSearchParams({ lang: language });
  for (const [key, value] of Object.entries(parameters)) if (value !== '') search.set(key, value);
  return (
    <Button className="no-print" href={`${path}?${search.toString()}`} download>
      {exportExcel}
    </Button>
  );
}
