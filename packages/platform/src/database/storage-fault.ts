/** Why data cannot be used. */
export type StorageFaultCode =
  | 'folder_not_writable'
  | 'folder_locked'
  | 'folder_empty'
  | 'folder_full'
  | 'folder_damaged'
  | 'server_unreachable';

/** What is wrong, where, and how to mend it. */
export interface StorageFault {
  readonly code: StorageFaultCode;
  /** The folder, or the server's address without its password. */
  readonly place: string;
  readonly cause: string;
  readonly message: { readonly zh: string; readonly en: string };
}

type Words = (place: string, cause: string) => StorageFault['message'];

const words: Readonly<Record<StorageFaultCode, Words>> = {
  folder_not_writable: (place, cause) => ({
    zh: `数据文件夹 ${place} 不能写（${cause}）；请检查权限和磁盘，或用 LUODI_DATA 换一个文件夹`,
    en: `the data folder ${place} cannot be written (${cause}); check permissions and disk, or name another with LUODI_DATA`,
  }),
  folder_locked: (place, cause) => ({
    zh: `数据文件夹 ${place} 正被另一个 Luodi 使用（${cause}）；请先停掉它，或用 LUODI_DATA 换一个文件夹`,
    en: `the data folder ${place} is in use by another Luodi (${cause}); stop it first, or name another folder with LUODI_DATA`,
  }),
  folder_empty: (place, cause) => ({
    zh: `${place} 不是 Luodi 的数据文件夹（没有 ${cause}）；请写服务器的 LUODI_DATA`,
    en: `${place} is no data folder of Luodi (there is no ${cause}); name the server’s LUODI_DATA`,
  }),
  folder_full: (place, cause) => ({
    zh: `数据文件夹 ${place} 所在的磁盘没有空间了（${cause}）；请先腾出空间，再重新启动`,
    en: `the disk of the data folder ${place} has no room left (${cause}); make room, then start again`,
  }),
  folder_damaged: (place, cause) => ({
    zh: `数据文件夹 ${place} 打不开，可能已损坏（${cause}）；请从备份恢复，或把它移走后重新启动`,
    en: `the data folder ${place} cannot be opened and may be damaged (${cause}); restore it from a backup, or move it away and start again`,
  }),
  server_unreachable: (place, cause) => ({
    zh: `数据库 ${place} 用不了（${cause}）；请检查 DATABASE_URL、网络和权限`,
    en: `the database ${place} cannot be used (${cause}); check DATABASE_URL, the network and the permissions`,
  }),
};

function causeText(cause: unknown): string {
  if (typeof cause === 'string') return cause;
  if (!(cause instanceof Error)) return String(cause);
  // Node gathers several refused addresses into one error without a message.
  const { message } = cause;
  return message === '' && 'code' in cause ? String(cause.code) : message;
}

export function storageFault(code: StorageFaultCode, place: string, reason: unknown): StorageFault {
  const cause = causeText(reason);
  return { code, place, cause, message: words[code](place, cause) };
}
