import { Alert, Button, Skeleton } from 'antd';
import { useContent } from './use-content.ts';
import type { LoadedContent } from './use-content.ts';
import { useTexts } from '../i18n/use-texts.ts';

/** Shows the frame of a page until the rules are there, and what to do when they are not. */
export function ContentGate({
  version,
  children,
}: {
  /** The beginning of a version; the rules in use if left out. */
  readonly version?: string | undefined;
  readonly children: (content: LoadedContent) => React.ReactNode;
}) {
  const texts = useTexts();
  const query = useContent(version);
  if (query.data !== undefined) {
    const errors = query.data.diagnostics.filter((each) => each.severity === 'error').length;
    return (
      <>
        {errors > 0 && (
          <Alert type="warning" showIcon banner title={texts.errors.diagnostics(errors)} />
        )}
        {children(query.data)}
      </>
    );
  }
  if (query.isError)
    return (
      <Alert
        type="error"
        showIcon
        title={texts.errors.content}
        description={texts.errors.contentHint}
        action={<Button onClick={() => void query.refetch()}>{texts.errors.retry}</Button>}
      />
    );
  return <Skeleton active paragraph={{ rows: 12 }} />;
}
