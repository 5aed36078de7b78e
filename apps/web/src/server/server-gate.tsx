import { Alert, Button, Result, Skeleton } from 'antd';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLibraryTexts } from '../i18n/use-library-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { ServerRefusal } from './use-server.ts';

const notFound = 404;
const forbidden = 403;

/** Shows the frame of an answer until it is there, and what to do when it does not come. */
export function ServerGate<T>({
  query,
  elsewhere,
  children,
}: {
  readonly query: UseQueryResult<T>;
  /** Where to go when there is no such thing. */
  readonly elsewhere?: ReactNode;
  readonly children: (answer: T) => ReactNode;
}) {
  const { loading } = useLibraryTexts();
  const texts = useTexts();
  if (query.data !== undefined) return children(query.data);
  if (!query.isError) return <Skeleton active paragraph={{ rows: 8 }} />;
  if (query.error instanceof ServerRefusal && query.error.status === notFound)
    return (
      <Result
        status="info"
        title={loading.noneSuch}
        subTitle={loading.noneSuchHint}
        extra={elsewhere}
      />
    );
  if (query.error instanceof ServerRefusal && query.error.status === forbidden)
    return (
      <Result
        status="info"
        title={loading.notYours}
        subTitle={loading.notYoursHint}
        extra={elsewhere}
      />
    );
  return (
    <Alert
      type="error"
      showIcon
      title={loading.failed}
      description={loading.hint}
      action={<Button onClick={() => void query.refetch()}>{texts.errors.retry}</Button>}
    />
  );
}
