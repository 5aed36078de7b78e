import type { MailSettings, StoragePlace, WebhookSettings } from '@luodi/platform';

/** What the server was set to beside identity, without secrets. */
export interface ServerSettings {
  readonly database: StoragePlace['kind'];
  /** Host that notifications are sent to. */
  readonly webhook: string | undefined;
  /** Host that takes mail, and who it is from. */
  readonly mail: { readonly host: string; readonly from: string } | undefined;
}

/** As it is where nothing is set. */
export const nothingSet: ServerSettings = {
  database: 'memory',
  webhook: undefined,
  mail: undefined,
};

export function settingsOf({
  storage,
  webhook,
  mail,
}: {
  readonly storage: StoragePlace;
  readonly webhook?: WebhookSettings | undefined;
  readonly mail?: MailSettings | undefined;
}): ServerSettings {
  return {
    database: storage.kind,
    // Paths and what stands before the host can hold secrets.
    webhook: webhook?.address.host,
    mail: mail && { host: mail.server.host, from: mail.from },
  };
}
