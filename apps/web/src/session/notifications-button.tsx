import { BellOutlined } from '@ant-design/icons';
import { Badge, Button, Drawer } from 'antd';
import { notificationsResponse, readNotificationsResponse } from '@luodi/server/contract';
import type { NotificationsResponse } from '@luodi/server/contract';
import { useState } from 'react';
import { Link } from 'react-router';
import { useSessionTexts } from '../i18n/use-session-texts.ts';
import { sayInstant } from '../components/instant.ts';
import { useKeptSearch, usePageState } from '../state/page-state.ts';
import { FaultNotice } from './fault-notice.tsx';
import styles from './notifications-button.module.css';
import { useCommand } from './use-command.ts';
import { useHeld } from './use-held.ts';
import { useSignedIn } from './use-session.ts';

type Notice = NotificationsResponse['notifications'][number];

function Item({ notice, onFollow }: { readonly notice: Notice; readonly onFollow: () => void }) {
  const { language } = usePageState();
  const kept = useKeptSearch();
  const { words, kind, subject, at, read } = notice;
  const said = words[language];
  return (
    <li className={read ? undefined : styles.unread}>
      {kind.startsWith('case.') ? (
        <Link to={`/cases/${encodeURIComponent(subject)}${kept}`} onClick={onFollow}>
          {said}
        </Link>
      ) : (
        said
      )}
      <div className="figure quiet">{sayInstant(at)}</div>
    </li>
  );
}

function Notices({
  data,
  onFollow,
}: {
  readonly data: NotificationsResponse;
  readonly onFollow: () => void;
}) {
  const { notifications: texts } = useSessionTexts();
  const { run, isRunning, fault } = useCommand(readNotificationsResponse);
  const { notifications, unread } = data;
  const [newest] = notifications;
  if (newest === undefined) return <p>{texts.none}</p>;
  return (
    <>
      {unread > 0 && (
        <Button
          loading={isRunning}
          onClick={() => void run('/api/notifications/read', { upTo: newest.id })}
        >
          {texts.readAll}
        </Button>
      )}
      <FaultNotice fault={fault} />
      <ul className={styles.list}>
        {notifications.map((notice) => (
          <Item key={notice.id} notice={notice} onFollow={onFollow} />
        ))}
      </ul>
    </>
  );
}

/** What one's organisation is told, in the top bar: how many unread, and each with the way to its case. */
export function NotificationsButton() {
  const { notifications: texts } = useSessionTexts();
  const me = useSignedIn();
  const [open, setOpen] = useState(false);
  const { data } = useHeld(
    me === undefined ? undefined : '/api/notifications',
    notificationsResponse,
  );
  if (me === undefined || data === undefined) return null;
  return (
    <>
      <Badge count={data.unread} size="small" color="var(--accent)">
        <Button
          icon={<BellOutlined />}
          aria-label={texts.open(data.unread)}
          onClick={() => setOpen(true)}
        />
      </Badge>
      <Drawer title={texts.title} open={open} onClose={() => setOpen(false)} size={420}>
        <Notices data={data} onFollow={() => setOpen(false)} />
      </Drawer>
    </>
  );
}
