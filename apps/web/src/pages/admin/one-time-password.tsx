import { Alert, Typography } from 'antd';
import { useAdminTexts } from '../../i18n/use-admin-texts.ts';

/** That something was done, and the password that came of it, if any: it is nowhere shown again. */
export function OneTimePassword({
  words,
  password,
}: {
  readonly words: string;
  readonly password: string | null;
}) {
  const { users: texts } = useAdminTexts();
  return (
    <Alert
      type="success"
      showIcon
      style={{ marginTop: 12 }}
      title={words}
      description={
        password === null ? undefined : (
          <>
            {texts.oneTime}:{' '}
            <Typography.Text code copyable data-password>
              {password}
            </Typography.Text>
          </>
        )
      }
    />
  );
}
