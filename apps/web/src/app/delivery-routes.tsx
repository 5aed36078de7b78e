import { lazy } from 'react';
import { Route } from 'react-router';

const SignInPage = lazy(async () => ({
  default: (await import('../pages/sign-in/sign-in-page.tsx')).SignInPage,
}));
const AccountPage = lazy(async () => ({
  default: (await import('../pages/account/account-page.tsx')).AccountPage,
}));

/** The pages that depend on who is signed in, and 公示. */
export function deliveryRoutes() {
  return (
    <>
      <Route path="/sign-in" element={<SignInPage />} />
      <Route path="/account" element={<AccountPage />} />
    </>
  );
}
