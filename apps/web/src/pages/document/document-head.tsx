import { Alert, Descriptions } from 'antd';
import type { Content, PolicyDocument } from '@luodi/language';
import { useTexts } from '../../i18n/use-texts.ts';
import { usePageState } from '../../state/page-state.ts';
import { Relations } from './relations.tsx';

/** What the front matter says; what the source lacks is said to be lacking. */
export function DocumentHead({
  document,
  content,
}: {
  readonly document: PolicyDocument;
  readonly content: Content;
}) {
  const texts = useTexts();
  const { language } = usePageState();
  const { source, copies } = document;
  const place = (lines: typeof source): string =>
    `${lines.file} ${texts.card.lines(lines.from, lines.to)}`;
  return (
    <header>
      <h1 lang={language === 'zh' ? 'zh-CN' : 'en'}>
        {language === 'zh' ? document.title : document.titleEn}
      </h1>
      {language === 'en' && <p lang="zh-CN">{document.title}</p>}
      <p className="quiet">
        {document.number === '' ? texts.document.noNumber : document.number}
        {document.titleInferred && ` · ${texts.document.inferredTitle}`}
        {document.issuer !== '' && (
          <>
            {' '}
            · {texts.document.issuer}: <span lang="zh-CN">{document.issuer}</span>
          </>
        )}
      </p>
      {document.status !== 'final' && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={texts.documentHead.statuses[document.status]}
          description={texts.documentHead.notBinding}
        />
      )}
      <Descriptions
        size="small"
        column={{ xs: 1, md: 2 }}
        items={[
          {
            key: 'validity',
            label: texts.library.validity,
            children: `${document.validity.from.toString()} — ${document.validity.until?.toString() ?? texts.card.noEnd}${texts.documentHead.validityBases[document.validityBasis]}`,
          },
          {
            key: 'lead',
            label: texts.library.lead,
            children: <span lang="zh-CN">{document.lead}</span>,
          },
          {
            key: 'stacking',
            label: texts.document.stacking,
            children: texts.document.stackingRules[document.stacking],
          },
          {
            key: 'funding',
            label: texts.document.funding,
            children: <span lang="zh-CN">{document.funding}</span>,
          },
          { key: 'source', label: texts.card.source, children: place(source) },
          ...(copies.length === 0
            ? []
            : [
                {
                  key: 'copies',
                  label: texts.document.copies,
                  children: copies.map(place).join('; '),
                },
              ]),
          ...(document.relations.length === 0
            ? []
            : [
                {
                  key: 'relations',
                  label: texts.documentHead.relations,
                  children: <Relations relations={document.relations} content={content} />,
                },
              ]),
        ]}
      />
      {document.openReadings.map((reading) => (
        <p key={reading.words}>
          <strong>{texts.card.openReading}</strong>{' '}
          <span lang="zh-CN">
            {texts.card.openReadingText(reading.words, reading.reading, reading.reason)}
          </span>
        </p>
      ))}
    </header>
  );
}
