import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { except } from 'hono/combine';
import { compress } from 'hono/compress';
import type { FactSources } from '@luodi/delivery';
import type { PlainDate } from '@luodi/kernel';
import type { Database, YearOfHolidays } from '@luodi/platform';
import { addApplicantEndpoints } from './api/applicant-endpoints.ts';
import { addContentEndpoints } from './api/content-endpoints.ts';
import { addCaseEndpoints } from './api/case-endpoints.ts';
import { addComparisonEndpoints } from './api/comparison-endpoints.ts';
import { addCorrectionEndpoints } from './api/correction-endpoints.ts';
import { addDecisionSampleEndpoints } from './api/decision-sample-endpoints.ts';
import { addDecisionEndpoints } from './api/decision-endpoints.ts';
import { addDemoEndpoints } from './api/demo-endpoints.ts';
import { addBodyNameEndpoint } from './api/body-name-endpoint.ts';
import { addDepartmentEndpoints } from './api/department-endpoints.ts';
import { addDishonestyEndpoints } from './api/dishonesty-endpoints.ts';
import { addDocumentation } from './api/documentation-endpoints.ts';
import { addExportEndpoint } from './api/export-endpoint.ts';
import { addFactImportEndpoints, factImportPaths } from './api/fact-import-endpoints.ts';
import { addFactsHeldEndpoints } from './api/facts-held-endpoints.ts';
import { addAdminEndpoints } from './api/admin-endpoints.ts';
import { addOwnMailEndpoints } from './api/own-mail-endpoints.ts';
import { addExternalEndpoints } from './api/external-endpoints.ts';
import { addImportEndpoint, importPath } from './api/import-endpoint.ts';
import { keptAddress } from './api/kept-text.ts';
import { addJournalEndpoints } from './api/journal-endpoints.ts';
import { addLetterEndpoints } from './api/letter-endpoints.ts';
import { addLibraryEndpoints } from './api/library-endpoints.ts';
import { addMatterEndpoints } from './api/matter-endpoints.ts';
import { addNotificationEndpoints } from './api/notification-endpoints.ts';
import { safetyHeaders } from './api/safety-headers.ts';
import { readSession } from './api/session.ts';
import { addSessionEndpoints } from './api/session-endpoints.ts';
import { addCaseMoneyEndpoints } from './api/case-money-endpoints.ts';
import { addPublicObjectionEndpoint } from './api/public-objection-endpoint.ts';
import { addMoneyEndpoints } from './api/money-endpoints.ts';
import { addMoneyReportEndpoints } from './api/money-report-endpoints.ts';
import { addWithdrawalEndpoints } from './api/withdrawal-endpoints.ts';
import { addPaperEndpoints, paperPath } from './api/paper-endpoints.ts';
import { addPaymentEndpoints, receiptsPath } from './api/payment-endpoints.ts';
import { addProgrammeEndpoints } from './api/programme-endpoints.ts';
import { addRecoveryEndpoints } from './api/recovery-endpoints.ts';
import { addSearchEndpoint } from './api/search-endpoint.ts';
import { addSimulationEndpoints } from './api/simulation-endpoints.ts';
import { addUnanswered } from './api/unanswered.ts';
import { uploadRoom } from './api/upload-room.ts';
import { addUserEndpoints } from './api/user-endpoints.ts';
import { addVoucherEndpoints } from './api/voucher-endpoints.ts';
import { addVoucherSettlementEndpoints } from './api/voucher-settlement-endpoints.ts';
import type { CityContent } from './content/city-content.ts';
import { ServedVersions } from './content/served-versions.ts';
import type { ContentArchive } from './content/served-versions.ts';
import type { IdentitySettings } from './identity/identity-settings.ts';
import type { SampleEnterprise } from './contract/index.ts';
import { deliveryContext } from './delivery/delivery-context.ts';
import { logText } from './errors/log-text.ts';
import { codeOf } from './errors/unforeseen.ts';
import { refusal, refuse } from './errors/refusal.ts';
import type { ServerSettings } from './server-settings.ts';
import type { PassageSearch } from './search/passage-search.ts';
import type { CitySimulation } from './simulation/city-simulation.ts';
import { addWorkbookEndpoints } from './api/workbook-endpoints.ts';
import { addWebApp } from './static/web-app.ts';

/** What the server answers from. */
export interface Dependencies {
  readonly content: CityContent;
  readonly samples: readonly SampleEnterprise[];
  readonly archive: ContentArchive;
  readonly databaseAnswers: () => Promise<boolean>;
  readonly search: PassageSearch;
  readonly simulation: CitySimulation;
  /** The system of record. */
  readonly database: Database;
  readonly identity: IdentitySettings;
  /** What else the server was set to, for its administrators. */
  readonly settings: ServerSettings;
  /** Where facts about enterprises come from, and which source prevails. */
  readonly factSources: FactSources;
  /** Years of holidays that were announced after the calendar of the program was made. */
  readonly holidays: readonly YearOfHolidays[];
  readonly now: () => Date;
  /** The date for those who name none. */
  readonly today: () => PlainDate;
  /** Folder of the built web application. */
  readonly webDist: string;
}

const largestBody = 1024 * 1024;
/** Bodies of files that are larger: each, and all that are read at the same time. */
const largestFile = 32 * 1024 * 1024;
const roomForFiles = 4 * largestFile;
/** Below, compressing an answer costs the server more than sending it costs the line. */
const leastWorthCompressing = 8 * 1024;

/** From facts held about enterprises to payments. */
function addDelivery(
  app: OpenAPIHono,
  { content, database, factSources, holidays, identity }: Dependencies,
  versions: ServedVersions,
): void {
  const { vocabulary } = content.evaluator.content;
  const facts = {
    queries: database.queries,
    rules: { vocabulary, sources: factSources },
  };
  addFactsHeldEndpoints(app, facts);
  addFactImportEndpoints(app, facts);
  const delivering = {
    delivery: deliveryContext(database, versions, { factSources, holidays }, identity.mode),
    content: content.evaluator.content,
  };
  addProgrammeEndpoints(app, delivering);
  addLetterEndpoints(app, delivering);
  addWorkbookEndpoints(app, delivering, database);
  addCaseEndpoints(app, delivering);
  addPublicObjectionEndpoint(app, delivering, identity);
  addMoneyEndpoints(app, database);
  addMoneyReportEndpoints(app, database);
  addPaymentEndpoints(app, delivering);
  addWithdrawalEndpoints(app, database);
  addCaseMoneyEndpoints(app, delivering);
  addRecoveryEndpoints(app, database);
  addDishonestyEndpoints(app, database);
  addVoucherEndpoints(app, delivering);
  addVoucherSettlementEndpoints(app, database);
  addPaperEndpoints(app, delivering);
  addDecisionEndpoints(app, delivering);
  addCorrectionEndpoints(app, delivering);
  addDecisionSampleEndpoints(app, delivering);
  if (identity.mode === 'demo') addDemoEndpoints(app, delivering);
}

/** The whole HTTP interface; `app.request()` answers without a network. */
export function createApp(dependencies: Dependencies): OpenAPIHono {
  const { content, samples, archive, databaseAnswers, search, simulation, today, webDist } =
    dependencies;
  const { database, identity, settings, now } = dependencies;
  const app = new OpenAPIHono();
  app.onError((error, c) => {
    const code = codeOf(error);
    console.error(`${c.req.method} ${c.req.path}:`, logText(error));
    return refuse(c, refusal(code));
  });
  app.notFound((c) => refuse(c, refusal('not_found')));
  app.use(safetyHeaders);
  app.use('/api/*', compress({ encoding: 'gzip', threshold: leastWorthCompressing }));
  const small = bodyLimit({
    maxSize: largestBody,
    onError: (c) => refuse(c, refusal('body_too_large')),
  });
  const filePaths = [importPath, paperPath, receiptsPath, ...factImportPaths];
  app.use('/api/*', keptAddress);
  const room = uploadRoom(roomForFiles, largestFile);
  for (const each of filePaths) app.use(each, room);
  // A question has no body; to find that out would cost as much as to answer it.
  app.use('/api/*', except([...filePaths, ({ req }) => req.method === 'GET'], small));
  app.use('/api/*', readSession(database, now, identity));
  const versions = new ServedVersions(content, archive);
  const asked = { versions, today };
  addContentEndpoints(app, versions, samples, { databaseAnswers, search });
  addLibraryEndpoints(app, content);
  addComparisonEndpoints(app, content);
  addMatterEndpoints(app, content);
  addDepartmentEndpoints(app, content);
  addSearchEndpoint(app, content.evaluator.content, search);
  addApplicantEndpoints(app, asked);
  addExportEndpoint(app, asked);
  addImportEndpoint(app, content, today);
  addSimulationEndpoints(app, { content, simulation, today });
  addSessionEndpoints(app, { database, identity });
  addExternalEndpoints(app, { database, identity });
  addUserEndpoints(app, database);
  addOwnMailEndpoints(app, database, settings);
  addAdminEndpoints(app, { database, identity, settings });
  addBodyNameEndpoint(app, database);
  addJournalEndpoints(app, database);
  addNotificationEndpoints(app, database);
  addDelivery(app, dependencies, versions);
  addDocumentation(app);
  addUnanswered(app);
  addWebApp(app, webDist);
  return app;
}
