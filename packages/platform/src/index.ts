/** What touches the machine: files now, the database, journal and identity as they come. */
export { readContentFolder } from './content-folder.ts';
