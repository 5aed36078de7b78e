import { Button, Result, Skeleton } from 'antd';
import type { Role } from '@luodi/server/contract';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useSessionTexts } from '../i18n/use-session-texts.ts';
import { addressOf } from '../state/page-parameters.ts';
import { useKeptSearch } from '../state/page-state.ts';
import { OfficeButtons } from './office-buttons.tsx';
import { useSession } from './use-session.ts';
import type { SignedIn } from './use-session.ts';

/** Where to sign in and come back to the page that is open. */
export function useSignInAddress(): string {
  const { pathname } = useLocation();
  return addressOf('/sign-in', useKeptSearch(), { next: pathname });
}

/** Shows a page to those whose role it is for; others are told what to do. */
export function RoleGate({
  roles,
  children,
}: {
  readonly roles: readonly Role[];
  readonly children: (me: SignedIn) => ReactNode;
}) {
  const texts = useSessionTexts();
  const { data } = useSession();
  const signIn = useSignInAddress();
  const kept = useKeptSearch();
  if (data === undefined) return <Skeleton active paragraph={{ rows: 8 }} />;
  if (data.kind === 'anonymous')
    return (
      <Result
        status="info"
        title={texts.gate.signIn}
        subTitle={texts.gate.signInHint}
        extra={
          <Link to={signIn}>
            <Button type="primary" tabIndex={-1}>
              {texts.signIn}
            </Button>
          </Link>
        }
      />
    );
  if (data.mustChangePassword)
    return (
      <Result
        status="info"
        title={texts.gate.changePassword}
        extra={<Link to={`/account${kept}`}>{texts.password.title}</Link>}
      />
    );
  if (!roles.includes(data.office.role)) {
    const names = roles.map((role) => texts.roles[role]).join(texts.gate.separator);
    const fitting = data.offices.filter(({ role }) => roles.includes(role));
    return (
      <Result
        status="info"
        title={texts.gate.notAllowed}
        subTitle={texts.gate.notAllowedHint(names)}
        extra={
          fitting.length > 0 ? (
            <OfficeButtons offices={fitting} />
          ) : (
            <Link to={signIn}>{texts.switchOffice}</Link>
          )
        }
      />
    );
  }
  return children(data);
}
