import { adminSettingsResponse } from '@luodi/server/contract';
import { useAdminTexts } from '../../i18n/use-admin-texts.ts';
import { ServerGate } from '../../server/server-gate.tsx';
import { useHeld } from '../../session/use-held.ts';
import styles from '../cases/cases.module.css';

/** What the server was set to; no secret is in it. */
export function SettingsPart() {
  const { settings: texts, parts } = useAdminTexts();
  const query = useHeld('/api/admin/settings', adminSettingsResponse);
  return (
    <section className={styles.panel} aria-labelledby="settings">
      <h2 id="settings">{parts.settings}</h2>
      <p className="quiet">{texts.intro}</p>
      <ServerGate query={query}>
        {({ mode, database, external, webhook, mail, journal }) => (
          <dl className={styles.pairs}>
            {(
              [
                [texts.mode, texts.modes[mode]],
                [texts.database, texts.databases[database]],
                [texts.external, external ?? texts.off],
                [texts.mail, mail === null ? texts.off : texts.mailBy(mail.host, mail.from)],
                [texts.webhook, webhook ?? texts.off],
                [
                  texts.journal,
                  journal === null ? texts.noHead : texts.head(journal.day, journal.sequence),
                ],
                ...(journal === null ? [] : [['SHA-256', journal.hash] as const]),
              ] as const
            ).map(([label, value]) => (
              <div key={label}>
                <dt className="quiet">{label}</dt>
                <dd className="figure">{value}</dd>
              </div>
            ))}
          </dl>
        )}
      </ServerGate>
    </section>
  );
}
