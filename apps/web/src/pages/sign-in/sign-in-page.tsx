import { Navigate } from 'react-router';
import { Skeleton } from 'antd';
import { useSessionTexts } from '../../i18n/use-session-texts.ts';
import { nameIn } from '../../session/office-name.ts';
import { useSession } from '../../session/use-session.ts';
import { usePageState } from '../../state/page-state.ts';
import { DemoIdentities } from './demo-identities.tsx';
import { PasswordForm } from './password-form.tsx';
import { useAfterSignIn } from './use-after-sign-in.ts';

/** Signing in: by one click as somebody of the demonstration, else by an account. */
export function SignInPage() {
  const { page } = useSessionTexts();
  const { language } = usePageState();
  const { data } = useSession();
  const after = useAfterSignIn();
  if (data === undefined) return <Skeleton active />;
  if (data.mode === 'demo')
    return (
      <>
        <h1>{page.demoTitle}</h1>
        <p className="quiet">
          {page.demoIntro}
          {data.kind === 'signed_in' && ` ${page.already(nameIn(data.user, language))}`}
        </p>
        <DemoIdentities />
      </>
    );
  if (data.kind === 'signed_in') return <Navigate to={after(data)} replace />;
  return (
    <>
      <h1>{page.title}</h1>
      <PasswordForm />
    </>
  );
}
