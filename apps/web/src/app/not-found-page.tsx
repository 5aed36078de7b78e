import { Result } from 'antd';
import { Link } from 'react-router';
import { useTexts } from '../i18n/use-texts.ts';
import { useKeptSearch } from '../state/page-state.ts';

export function NotFoundPage() {
  const texts = useTexts();
  const kept = useKeptSearch();
  return (
    <Result
      status="info"
      title={texts.errors.pageNotFound}
      extra={<Link to={`/${kept}`}>{texts.errors.toFinder}</Link>}
    />
  );
}
