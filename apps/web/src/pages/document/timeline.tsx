import type { Content, PolicyDocument, Validity } from '@luodi/language';
import { ValidityBars } from '../../components/validity-bars.tsx';
import { useTexts } from '../../i18n/use-texts.ts';
import { usePageState } from '../../state/page-state.ts';

function sameValidity(a: Validity, b: Validity): boolean {
  return (
    a.from.equals(b.from) &&
    (a.until === undefined
      ? b.until === undefined
      : b.until !== undefined && a.until.equals(b.until))
  );
}

/** When the document is in force, and the measures that have dates of their own. */
export function Timeline({
  document,
  content,
}: {
  readonly document: PolicyDocument;
  readonly content: Content;
}) {
  const texts = useTexts();
  const { language } = usePageState();
  const own = [...content.measures.values()].filter(
    (measure) =>
      content.documentOf.get(measure.id)?.id === document.id &&
      !sameValidity(measure.validity, document.validity),
  );
  return (
    <ValidityBars
      title={texts.document.timeline}
      rows={[
        {
          key: document.id,
          label: language === 'zh' ? document.title : document.titleEn,
          validity: document.validity,
        },
        ...own.map(({ id, name, nameEn, validity }) => ({
          key: id,
          label: language === 'zh' ? name : nameEn,
          validity,
        })),
      ]}
    />
  );
}
