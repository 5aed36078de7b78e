import type { Migration } from './migration.ts';

/** Notices by mail: where to, and which went out to whom. Only the server's own job sees the latter. */
export const mail: Migration = {
  name: '0011-mail',
  statements: [
    `alter table app_user add column email text, add column mail_wanted boolean not null default true`,
    `grant select (email, mail_wanted), update (email, mail_wanted) on app_user to luodi_app`,
    // When mails were made of it, one a person; also set where nobody wants any.
    `alter table notification add column mailed_at timestamptz`,
    `create index notification_unmailed_idx on notification (id) where mailed_at is null`,
    `create table notice_mail (
      notification bigint not null references notification on delete cascade,
      app_user text not null references app_user,
      attempts integer not null default 0,
      next_at timestamptz not null,
      sent_at timestamptz,
      given_up_at timestamptz,
      primary key (notification, app_user)
    )`,
    `create index notice_mail_due_idx on notice_mail (next_at) where sent_at is null and given_up_at is null`,
    `alter table notice_mail enable row level security`,
  ],
};
