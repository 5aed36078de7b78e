import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import type { MailOutcome, OutgoingMail } from './mail.ts';
import { wordsShape } from './notifications.ts';

const minute = 60_000;
const atOnce = 50;
/** Doubled with each attempt from a minute on, six hours at most: after the last, two days have passed. */
const mostAttempts = 16;
const longestPause = 6 * 60 * minute;
/** What was told before mail was set up is in the list of notices; it does not go out all at once. */
const oldest = 2 * 24 * 60 * minute;
/** As long as a mail is being sent nobody else sends it. */
const lease = 10 * minute;

/** One mail for each person who acts for the organisation, has an address and wants mail. */
async function makeMails(queries: Kysely<Schema>, now: Date): Promise<void> {
  const since = new Date(now.getTime() - oldest);
  await sql`with fresh as (
      update notification set mailed_at = ${now} where mailed_at is null returning id, organisation, at
    )
    insert into notice_mail (notification, app_user, next_at)
    select distinct fresh.id, u.id, ${now}::timestamptz
    from fresh join membership m on m.organisation = fresh.organisation join app_user u on u.id = m.app_user
    where fresh.at >= ${since} and u.email is not null and u.mail_wanted and u.disabled_at is null
    on conflict do nothing`.execute(queries);
}

/** Takes the next mails that are due; nobody else takes them for a while. */
async function takeMails(queries: Kysely<Schema>, now: Date) {
  const leased = new Date(now.getTime() + lease);
  const { rows } = await sql<{
    notification: bigint;
    user: string;
    name: string;
    address: string | null;
    words: unknown;
    at: Date;
    attempts: number;
  }>`with due as (
      select notification, app_user from notice_mail
      where sent_at is null and given_up_at is null and next_at <= ${now}
      order by next_at, notification, app_user limit ${atOnce} for update skip locked
    ), taken as (
      update notice_mail m set next_at = ${leased}, attempts = attempts + 1 from due
      where m.notification = due.notification and m.app_user = due.app_user
      returning m.notification, m.app_user, m.attempts
    )
    select n.id as notification, u.id as user, u.name, case when u.mail_wanted and u.disabled_at is null then u.email end
      as address, n.words, n.at, taken.attempts
    from taken join notification n on n.id = taken.notification join app_user u on u.id = taken.app_user
    order by n.id, u.id`.execute(queries);
  return rows;
}

function pauseAfter(attempts: number): number {
  return Math.min(minute * 2 ** (attempts - 1), longestPause);
}

/**
 * Sends what is due to everybody who wants mail, oldest first; `send` says what became of each. What is not taken comes again,
 * later each time, and is given up after some two days; what is refused for good is not sent again. A mail can come twice,
 * after a crash between its sending and the note of it: its Message-ID tells. Answers how many were taken.
 */
export async function mailNotices(
  queries: Kysely<Schema>,
  send: (mail: OutgoingMail) => Promise<MailOutcome>,
  now: () => Date,
): Promise<number> {
  await makeMails(queries, now());
  for (let taken = 0; ; ) {
    const mails = await takeMails(queries, now());
    for (const { address, words, attempts, ...mail } of mails) {
      const outcome =
        address === null
          ? 'refused'
          : await send({ ...mail, address, words: wordsShape.parse(words) });
      const gone = outcome === 'refused' || (outcome === 'away' && attempts >= mostAttempts);
      await queries
        .updateTable('notice_mail')
        .set({
          sent_at: outcome === 'taken' ? now() : null,
          given_up_at: gone ? now() : null,
          next_at: new Date(now().getTime() + pauseAfter(attempts)),
        })
        .where('notification', '=', mail.notification)
        .where('app_user', '=', mail.user)
        .execute();
      taken += outcome === 'taken' ? 1 : 0;
    }
    if (mails.length < atOnce) return taken;
  }
}
