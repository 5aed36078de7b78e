/** What touches the machine: files, the database, the journal. */
export { readContentFolder, versionOfFiles } from './content-folder.ts';
export type { ArchivedContent, ArchiveOccasion } from './content/content-archive.ts';
export { archiveContent, findContent } from './content/content-archive.ts';
export type { Actor } from './command/actor.ts';
export { systemActor } from './command/actor.ts';
export type { CommandFault, CommandRequest, Done } from './command/run-command.ts';
export { readAs, runCommand } from './command/run-command.ts';
export type { Database } from './database/open-database.ts';
export type { Schema } from './database/schema.ts';
export type { OrganisationKind, Role } from './database/schema/identity.ts';
export type { CaseState, ProgrammeState, TaskState } from './database/schema/delivery.ts';
export type { AccountPurpose, PaymentState } from './database/schema/money.ts';
export { openDatabase } from './database/open-database.ts';
export type { StoragePlace } from './database/storage-place.ts';
export { storagePlace } from './database/storage-place.ts';
export type { StorageFault, StorageFaultCode } from './database/storage-fault.ts';
export type { JournalEntry, JournalFinding } from './journal/journal.ts';
export { verifyJournal } from './journal/journal.ts';
