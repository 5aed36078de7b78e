/** What touches the machine: files, the database, the journal. */
export type { CalendarFault, YearOfHolidays } from './calendar/working-days.ts';
export { addWorkingDays, isWorkingDay, workingDaysBetween } from './calendar/working-days.ts';
export { readContentFolder, versionOfFiles } from './content-folder.ts';
export type { ArchivedContent, ArchiveOccasion } from './content/content-archive.ts';
export { archiveContent, findContent } from './content/content-archive.ts';
export type { Actor } from './command/actor.ts';
export { systemActor } from './command/actor.ts';
export type { CommandFault, CommandRequest, Done } from './command/run-command.ts';
export { readAs, runCommand } from './command/run-command.ts';
export { isDatabaseAway, isStorageFull } from './database/database-away.ts';
export type { Database } from './database/open-database.ts';
export type { Schema } from './database/schema.ts';
export type { OrganisationKind, Role } from './database/schema/identity.ts';
export type {
  CaseState,
  CorrectionKind,
  ProgrammeState,
  TaskState,
} from './database/schema/delivery.ts';
export type { AccountPurpose, PaymentState } from './database/schema/money.ts';
export { inspectDatabase, openDatabase } from './database/open-database.ts';
export type { StoragePlace } from './database/storage-place.ts';
export { storagePlace } from './database/storage-place.ts';
export type { StorageFault, StorageFaultCode } from './database/storage-fault.ts';
export { beginningOf } from './calendar/day-beginning.ts';
export { canonicalJson } from './journal/canonical-json.ts';
export type { JournalEntry } from './journal/journal.ts';
export type { JournalBreak, JournalFinding } from './journal/verify-journal.ts';
export { verifyJournal } from './journal/verify-journal.ts';
export type { DemoIdentity, OfferedIdentity } from './identity/demo-identities.ts';
export {
  holdsDemoData,
  keepDemoIdentities,
  offeredIdentities,
} from './identity/demo-identities.ts';
export type {
  FirstAdministrator,
  FirstAdministratorFault,
} from './identity/first-administrator.ts';
export { keepAdministrator } from './identity/first-administrator.ts';
export { AttemptLimit } from './identity/attempt-limit.ts';
export type { AttemptFault } from './identity/attempt-limit.ts';
export type { OrganisationRecord, SeedOccasion } from './identity/organisations.ts';
export { keepOrganisations } from './identity/organisations.ts';
export { isPasswordsBusy } from './identity/password-room.ts';
export type { OwnPasswordFault } from './identity/own-password.ts';
export { changeOwnPassword } from './identity/own-password.ts';
export type { NewSession, Office, OfficeFault, SignedIn } from './identity/session.ts';
export { chooseOffice, endSession, findSession, officesOf } from './identity/session.ts';
export type { SignInFault } from './identity/sign-in.ts';
export { signIn, signInToDemo } from './identity/sign-in.ts';
export type {
  AccountOutcome,
  AdministratorRequest,
  NewUser,
  UserFault,
} from './identity/users.ts';
export {
  addMembership,
  addUser,
  endSessionsOf,
  removeMembership,
  resetPassword,
  setUserDisabled,
} from './identity/users.ts';
export type { ListedOrganisation } from './identity/organisation-list.ts';
export { listOrganisations } from './identity/organisation-list.ts';
export type { UserRecord } from './identity/user-list.ts';
export { listUsers } from './identity/user-list.ts';
export type { JournalHead } from './journal/journal-heads.ts';
export { journalHeads, writeJournalHeads } from './journal/journal-heads.ts';
export type { JournalQuestion, NumberedEntry } from './journal/journal-search.ts';
export { searchJournal } from './journal/journal-search.ts';
export type { Notice, ReadableNotice } from './notifications/notifications.ts';
export {
  markNotificationsRead,
  notificationsOf,
  notify,
} from './notifications/notifications.ts';
export type {
  ExternalFault,
  ExternalSettings,
  ExternalSubject,
} from './identity/external-identity.ts';
export { ExternalIdentity, signInExternally } from './identity/external-identity.ts';
export type { OwnMail } from './identity/own-mail.ts';
export { changeOwnMail, ownMail } from './identity/own-mail.ts';
export { mailNotices } from './notifications/mail-notices.ts';
export type { MailOutcome, MailSettings, OutgoingMail } from './notifications/mail.ts';
export { sendByMail } from './notifications/mail.ts';
export { deliverNotices } from './notifications/deliver-notices.ts';
export type { WebhookSettings } from './notifications/webhook.ts';
export { sendToWebhook } from './notifications/webhook.ts';
export { beginThread, isOutOfMemory } from './threads/source-thread.ts';
