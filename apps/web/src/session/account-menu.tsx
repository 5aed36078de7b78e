import { CheckOutlined, DownOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { MenuProps } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useSessionTexts } from '../i18n/use-session-texts.ts';
import { addressOf } from '../state/page-parameters.ts';
import { useKeptSearch, usePageState } from '../state/page-state.ts';
import styles from './account-menu.module.css';
import { nameIn, organisationIn } from './office-name.ts';
import { useSignInAddress } from './role-gate.tsx';
import { useChooseOffice } from './use-choose-office.ts';
import { useSession } from './use-session.ts';
import type { SignedIn } from './use-session.ts';
import { useSignOut } from './use-sign-out.ts';

function useItems(me: SignedIn): NonNullable<MenuProps['items']> {
  const texts = useSessionTexts();
  const { language } = usePageState();
  const kept = useKeptSearch();
  const navigate = useNavigate();
  const signIn = useSignInAddress();
  const { choose } = useChooseOffice();
  const signOut = useSignOut();
  const { office, offices, mode } = me;
  const isNow = (each: SignedIn['office']) =>
    each.organisation === office.organisation && each.role === office.role;
  return [
    {
      key: 'offices',
      type: 'group',
      label: texts.actingAs,
      children: offices.map((each) => ({
        key: `${each.organisation} ${each.role}`,
        icon: isNow(each) ? <CheckOutlined /> : <span className={styles.noIcon} />,
        label: `${organisationIn(each, language)} · ${texts.roles[each.role]}`,
        onClick: () => void choose(each),
      })),
    },
    { key: 'line', type: 'divider' },
    {
      key: 'account',
      label: texts.accountPage,
      onClick: () => void navigate(addressOf('/account', kept)),
    },
    ...(mode === 'demo'
      ? [
          {
            key: 'another',
            label: texts.page.demoTitle,
            onClick: () => void navigate(signIn),
          },
        ]
      : []),
    {
      key: 'out',
      label: texts.signOut,
      onClick: () => void signOut().then(() => navigate(`/${kept}`)),
    },
  ];
}

function Account({ me }: { readonly me: SignedIn }) {
  const texts = useSessionTexts();
  const { language } = usePageState();
  const items = useItems(me);
  const where = organisationIn(me.office, language);
  const role = texts.roles[me.office.role];
  // The name holds what is shown, for those who speak to the page.
  const name = `${texts.account(nameIn(me.user, language))} ${where} ${role}`;
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button icon={<UserOutlined />} aria-label={name}>
        <span className={styles.name} title={where}>
          {where}
        </span>{' '}
        <span className={styles.role}>{role}</span>
        <DownOutlined className={styles.arrow} />
      </Button>
    </Dropdown>
  );
}

/** Who one is, in the top bar: offices to switch between and the way out, or the way in. */
export function AccountMenu() {
  const texts = useSessionTexts();
  const { data } = useSession();
  const signIn = useSignInAddress();
  if (data === undefined) return null;
  if (data.kind === 'signed_in') return <Account me={data} />;
  return (
    <Link className={styles.enter} to={signIn}>
      {texts.signIn}
    </Link>
  );
}
