import { Descriptions } from 'antd';
import type { ImportedDocument } from '@luodi/server/contract';
import { useImportTexts } from '../../i18n/use-import-texts.ts';
import type { ImportTexts } from '../../i18n/import-zh.ts';
import { usePageState } from '../../state/page-state.ts';

type StatedText = ImportedDocument['number'];
type StatedDay = ImportedDocument['effective'];

/** What the text says, where it says so, and whether it is only inferred. */
function Stated({ stated, texts }: { readonly stated: StatedText; readonly texts: ImportTexts }) {
  if (stated === null) return <span className="quiet">{texts.none}</span>;
  const { value, line, inferred } = stated;
  return (
    <span>
      <span lang="zh-CN">{value}</span>{' '}
      <span className="quiet">
        {texts.line(line)}
        {inferred && ` · ${texts.inferred}`}
      </span>
    </span>
  );
}

function Day({ day, texts }: { readonly day: StatedDay; readonly texts: ImportTexts }) {
  const { language } = usePageState();
  if (day === null) return <span className="quiet">{texts.none}</span>;
  const { date, words, line, basis, reading, readingEn } = day;
  const how = language === 'zh' ? reading : readingEn;
  return (
    <span>
      <strong className="figure">{date ?? '—'}</strong> {texts.basis[basis]}{' '}
      <span className="quiet" lang="zh-CN">
        {texts.words(words, line)}
      </span>
      {how !== '' && <span className="quiet"> · {how}</span>}
    </span>
  );
}

function NamedDocuments({
  document,
  texts,
}: {
  readonly document: ImportedDocument;
  readonly texts: ImportTexts;
}) {
  return (
    <ul style={{ margin: 0, paddingLeft: 18 }}>
      {document.named.map(({ kind, title, number, line }) => (
        <li key={`${kind}-${title}-${line}`}>
          {texts.relation[kind]}{' '}
          <span lang="zh-CN">
            《{title}》{number}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The facts of a document, each with the words or the line that it rests on. */
export function DocumentFacts({ document }: { readonly document: ImportedDocument }) {
  const texts = useImportTexts();
  const {
    number,
    issuer,
    issued,
    addressees,
    effective,
    until,
    lead,
    funding,
    bestOfMatter,
    annexes,
    named,
  } = document;
  const item = (key: string, label: string, children: React.ReactNode) => ({
    key,
    label,
    children,
  });
  return (
    <Descriptions
      size="small"
      column={{ xs: 1, lg: 2 }}
      items={[
        item('effective', texts.effective, <Day day={effective} texts={texts} />),
        item('until', texts.until, <Day day={until} texts={texts} />),
        item('number', texts.number, <Stated stated={number} texts={texts} />),
        item('issuer', texts.issuer, <Stated stated={issuer} texts={texts} />),
        item('issued', texts.issued, <Stated stated={issued} texts={texts} />),
        item('lead', texts.lead, <Stated stated={lead} texts={texts} />),
        ...(addressees === null
          ? []
          : [
              item(
                'addressees',
                texts.addressees,
                <span lang="zh-CN">{addressees.value.join('；')}</span>,
              ),
            ]),
        ...(bestOfMatter === null
          ? []
          : [
              item(
                'stacking',
                texts.stacking,
                <span>
                  {texts.bestOfMatter}{' '}
                  <span className="quiet" lang="zh-CN">
                    {texts.words(bestOfMatter.words, bestOfMatter.line)}
                  </span>
                </span>,
              ),
            ]),
        ...(funding === null
          ? []
          : [item('funding', texts.funding, <Stated stated={funding} texts={texts} />)]),
        ...(annexes.length === 0
          ? []
          : [
              item(
                'annexes',
                texts.annexes,
                <span lang="zh-CN">{annexes.map((each) => each?.value).join('；')}</span>,
              ),
            ]),
        ...(named.length === 0
          ? []
          : [item('named', texts.rests, <NamedDocuments document={document} texts={texts} />)]),
      ]}
    />
  );
}
