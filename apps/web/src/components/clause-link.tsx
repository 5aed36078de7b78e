import { Tag } from 'antd';
import { Link } from 'react-router';
import { useTexts } from '../i18n/use-texts.ts';
import { clauseAnchor } from '../pages/document/clause-anchor.ts';
import { addressOf } from '../state/page-parameters.ts';
import { useKeptSearch, usePageState } from '../state/page-state.ts';

interface Place {
  readonly document: string;
  readonly documentTitle: string;
  readonly documentTitleEn: string;
  readonly documentStatus: 'final' | 'draft' | 'commentary';
  readonly clause: string;
}

/** Where something stands: its document, unless that stands above, and the clause that the link opens. A draft says that it is one. */
export function ClauseLink({
  place,
  clauseOnly = false,
}: {
  readonly place: Place;
  readonly clauseOnly?: boolean;
}) {
  const texts = useTexts();
  const { language } = usePageState();
  const kept = useKeptSearch();
  const address = addressOf(`/documents/${place.document}`, kept, {}, clauseAnchor(place.clause));
  return (
    <>
      <Link to={address}>
        {!clauseOnly && `${language === 'zh' ? place.documentTitle : place.documentTitleEn} `}
        <span lang="zh-CN">{place.clause}</span>
      </Link>
      {!clauseOnly && place.documentStatus !== 'final' && (
        <>
          {' '}
          <Tag>{texts.documentHead.statuses[place.documentStatus]}</Tag>
        </>
      )}
    </>
  );
}
