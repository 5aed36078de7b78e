import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expireDueVouchers, moveDueCases } from '@luodi/delivery';
import type { DeliveryContext, FactSources } from '@luodi/delivery';
import { Temporal, fail, formatDiagnostic, ok, zoneOfDocuments } from '@luodi/kernel';
import type { PlainDate, Result } from '@luodi/kernel';
import {
  archiveContent,
  deliverNotices,
  findContent,
  mailNotices,
  openDatabase,
  sendByMail,
  sendToWebhook,
  writeJournalHeads,
} from '@luodi/platform';
import type {
  Database,
  MailSettings,
  StoragePlace,
  WebhookSettings,
  YearOfHolidays,
} from '@luodi/platform';
import { readCity } from './content/city-content.ts';
import type { CityContent } from './content/city-content.ts';
import { readSamples } from './content/sample-folder.ts';
import type { SampleEnterprise } from './contract/index.ts';
import { createApp } from './create-app.ts';
import { readSourcesFile } from './facts/fact-sources-file.ts';
import { settingsOf } from './server-settings.ts';
import { DatabaseSearch } from './search/passage-search.ts';
import type { IdentitySettings } from './identity/identity-settings.ts';
import { keepIdentities } from './identity/keep-identities.ts';
import { repeatJob } from './jobs/repeated-job.ts';
import type { RepeatedJob } from './jobs/repeated-job.ts';
import { addressOf, listen, stopListening } from './listen.ts';
import { CitySimulation } from './simulation/city-simulation.ts';
import { keepDemoRounds } from './demo/keep-demo-rounds.ts';
import { readDemoRounds } from './demo/demo-rounds-file.ts';
import { readAnnouncedHolidays } from './delivery/announced-holidays.ts';
import { deliveryContext } from './delivery/delivery-context.ts';
import { ServedVersions } from './content/served-versions.ts';
import type { ContentArchive } from './content/served-versions.ts';
import { warmUp } from './warm-up.ts';
import { contentEmpty, contentUnreadable } from './start-fault.ts';
import type { StartFault } from './start-fault.ts';

export interface ServerOptions {
  readonly host: string;
  /** `undefined`: 8080, or the next port that is free. */
  readonly port: number | undefined;
  readonly storage: StoragePlace;
  readonly identity: IdentitySettings;
  /** Where notifications are sent besides; nowhere if left out. */
  readonly webhook?: WebhookSettings | undefined;
  /** How notifications go out by mail; they do not if left out. */
  readonly mail?: MailSettings | undefined;
  /** `content/<city>` */
  readonly contentFolder: string;
  /** Folder of the built web application. */
  readonly webDist: string;
  /** Sizes of the synthetic cities that simulations run on, one after the other; the usual ones if left out. */
  readonly simulationSizes?: readonly number[];
  /** To answer as fast in the first minute as later; it costs some seconds of the processor. */
  readonly warmUp?: boolean;
}

export interface RunningServer {
  readonly address: string;
  /** Ends cleanly: requests under way are answered, the database is closed. */
  close(): Promise<void>;
}

const tenMinutes = 10 * 60_000;
const hour = 60 * 60_000;
const halfMinute = 30_000;
const mostFaultsShown = 10;

interface Loaded {
  readonly content: CityContent;
  readonly samples: readonly SampleEnterprise[];
  readonly factSources: FactSources;
  readonly holidays: readonly YearOfHolidays[];
}

/** Faulty content is served without its faulty parts, but never silently. */
function warnOfFaults({ diagnostics }: CityContent): void {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  console.error(
    `内容有 ${errors.length} 处错误，有错的部分不生效（luodi check 逐条列出）· ${errors.length} error(s) in the content; faulty parts are left out`,
  );
  for (const error of errors.slice(0, mostFaultsShown)) console.error(formatDiagnostic(error));
}

async function load(folder: string): Promise<Result<Loaded, StartFault>> {
  try {
    const [content, samples, factSources, holidays] = await Promise.all([
      readCity(folder),
      readSamples(folder),
      readSourcesFile(folder),
      readAnnouncedHolidays(folder),
    ]);
    if (content.evaluator.content.measures.size === 0) return fail(contentEmpty(folder));
    warnOfFaults(content);
    return ok({ content, samples, factSources, holidays });
  } catch (error) {
    return fail(contentUnreadable(folder, error));
  }
}

async function archive({ queries }: Database, { city, files, evaluator }: CityContent) {
  const { version } = evaluator.content;
  await archiveContent(
    queries,
    { version, city, files },
    { at: new Date(), actor: 'server', reason: 'served from its start on' },
  );
}

/** Bodies, persons, and the rounds of a demonstration. A file of them that cannot be read is a fault of the content. */
async function keepRecords(
  database: Database,
  { contentFolder, identity }: ServerOptions,
  content: CityContent,
  delivery: DeliveryContext,
): Promise<Result<undefined, StartFault>> {
  try {
    const kept = await keepIdentities(database, contentFolder, content, identity);
    if (!kept.ok || identity.mode !== 'demo') return kept;
    const rounds = await readDemoRounds(contentFolder);
    if (rounds !== undefined)
      await keepDemoRounds(delivery, rounds, content.evaluator.content, new Date());
    return kept;
  } catch (error) {
    return fail(contentUnreadable(contentFolder, error));
  }
}

function simulationOf(
  { storage, contentFolder, simulationSizes }: ServerOptions,
  content: CityContent,
  today: () => PlainDate,
): CitySimulation {
  return new CitySimulation({
    content,
    profile: join(contentFolder, 'population/profile.yaml'),
    cache: storage.kind === 'folder' ? storage.path : join(tmpdir(), 'luodi'),
    today,
    ...(simulationSizes === undefined ? {} : { sizes: simulationSizes }),
  });
}

/** What the server does by itself as long as it runs. */
function startJobs({ queries }: Database, delivery: DeliveryContext): readonly RepeatedJob[] {
  return [
    // Publicity that is over, claims that nobody made, payments that arrived.
    repeatJob('due cases', tenMinutes, async () => {
      const { failed } = await moveDueCases(delivery, new Date());
      for (const { case: id, fault } of failed) console.error(`due case ${id}: ${fault.code}`);
    }),
    // Vouchers whose last day is past.
    repeatJob('voucher expiry', hour, async () => {
      const { failed } = await expireDueVouchers(queries, new Date());
      for (const { voucherPool, fault } of failed)
        console.error(`vouchers of ${voucherPool}: ${fault.code}`);
    }),
    // A day's head is written within the hour after its end, or when the server starts next.
    repeatJob('journal heads', hour, () => writeJournalHeads(queries, new Date())),
  ];
}

/** Notifications go where the environment says, if anywhere. */
function sendNotices(
  { queries }: Database,
  { webhook, mail }: ServerOptions,
): readonly RepeatedJob[] {
  const now = () => new Date();
  const jobs: RepeatedJob[] = [];
  if (webhook !== undefined) {
    const send = sendToWebhook.bind(undefined, webhook);
    jobs.push(repeatJob('notifications', halfMinute, () => deliverNotices(queries, send, now)));
  }
  if (mail !== undefined) {
    const send = sendByMail.bind(undefined, mail);
    jobs.push(repeatJob('mail', halfMinute, () => mailNotices(queries, send, now)));
  }
  return jobs;
}

function today(): PlainDate {
  return Temporal.Now.plainDateISO(zoneOfDocuments);
}

/** Reads the content, opens the database, keeps the content's version, listens. */
export async function startServer(
  options: ServerOptions,
): Promise<Result<RunningServer, StartFault>> {
  const { host, port, storage, identity, contentFolder, webDist } = options;
  const loaded = await load(contentFolder);
  if (!loaded.ok) return loaded;
  const { content } = loaded.value;
  const opened = await openDatabase(storage);
  if (!opened.ok) return opened;
  const database = opened.value;
  await archive(database, content);
  const stored: ContentArchive = {
    find: (beginning, through = database.queries) => findContent(through, beginning),
  };
  const versions = new ServedVersions(content, stored);
  const delivery = deliveryContext(database, versions, loaded.value, identity.mode);
  const kept = await keepRecords(database, options, content, delivery);
  if (!kept.ok) {
    await database.close();
    return kept;
  }
  const search = new DatabaseSearch(database, content.evaluator);
  const simulation = simulationOf(options, content, today);
  const app = createApp({
    ...loaded.value,
    archive: stored,
    databaseAnswers: () => database.answers(),
    search,
    simulation,
    database,
    identity,
    settings: settingsOf(options),
    now: () => new Date(),
    today,
    webDist,
  });
  const listening = await listen(
    (request, connection) => app.fetch(request, connection),
    host,
    port,
  );
  if (!listening.ok) {
    await database.close();
    return listening;
  }
  const server = listening.value;
  const warm = options.warmUp === true ? [warmUp(database, app.request)] : [];
  const jobs = [...startJobs(database, delivery), ...sendNotices(database, options), ...warm];
  // Said on the console and tried again with the next search; the rest of the server goes on.
  const indexed = search.prepare().catch(() => {});
  return ok({
    address: addressOf(server, host),
    async close() {
      await stopListening(server);
      await indexed;
      await simulation.close();
      await Promise.all(jobs.map((job) => job.stop()));
      await database.close();
    },
  });
}
