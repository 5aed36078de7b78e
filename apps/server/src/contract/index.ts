/** What the web application may know of the server: shapes of requests and answers, checked where they arrive. */
export type { ContentResponse, HealthResponse, SampleEnterprise } from './content.ts';
export { contentResponse, healthResponse, sampleEnterprise, samplesResponse } from './content.ts';
export type { ErrorCode, ErrorDetail, ErrorResponse } from './error.ts';
export { errorCode, errorCodes, errorDetail, errorResponse } from './error.ts';
export type { DocumentsResponse } from './library.ts';
export type { ImportedClause, ImportedDocument, ImportResponse } from './import.ts';
export { importResponse } from './import.ts';
export {
  documentResponse,
  documentsResponse,
  factsResponse,
  measureResponse,
  measuresResponse,
} from './library.ts';
export { askResponse, explainResponse, matchResponse } from './match.ts';
export type { MatchRequest } from './request.ts';
export { askRequest, explainRequest, exportRequest, matchRequest } from './request.ts';
export type { SearchHitJson } from './search.ts';
export { passageKind, passageKinds, searchResponse } from './search.ts';
export type {
  ClauseChangeJson,
  DifferencesResponse,
  EntryChangeJson,
  FieldChangeJson,
  WordRunJson,
} from './differences.ts';
export { differencesResponse } from './differences.ts';
export type { CoverageResponse, DocumentCoverageResponse } from './coverage.ts';
export { coverageResponse, documentCoverageResponse } from './coverage.ts';
export type { DepartmentResponse, DepartmentsResponse } from './department.ts';
export { departmentResponse, departmentsResponse } from './department.ts';
export type { MatterResponse, MattersResponse, MeasureInMatter } from './matter.ts';
export { matterResponse, mattersResponse } from './matter.ts';
export type {
  AdjustableMeasure,
  SimulatedGroup,
  SimulatedStanding,
  SimulationCompareRequest,
  SimulationCompareResponse,
  SimulationDraftResponse,
  SimulationParameter,
  SimulationPopulation,
  SimulationResponse,
  SimulationRunRequest,
  SimulationRunResponse,
} from './simulation.ts';
export {
  parameterKinds,
  simulationCompareRequest,
  simulationCompareResponse,
  simulationDraftRequest,
  simulationDraftResponse,
  simulationResponse,
  simulationRunRequest,
  simulationRunResponse,
} from './simulation.ts';
export type { SimulationProgress } from './simulation-progress.ts';
export { simulationCompareLine, simulationDraftLine } from './simulation-progress.ts';
export type {
  AccountResponse,
  DemoIdentitiesResponse,
  OfficeJson,
  OwnMailResponse,
  Role,
  SessionResponse,
  UsersResponse,
} from './identity.ts';
export {
  accountResponse,
  demoIdentitiesResponse,
  disableRequest,
  membershipRequest,
  newUserRequest,
  officeRequest,
  ownMailRequest,
  ownMailResponse,
  passwordRequest,
  role,
  roles,
  sessionResponse,
  signInRequest,
  usersResponse,
} from './identity.ts';
export type { JournalHeadsResponse, JournalResponse } from './journal.ts';
export { journalHeadsResponse, journalResponse } from './journal.ts';
export type { AdminSettingsResponse, OrganisationJson, OrganisationsResponse } from './admin.ts';
export { adminSettingsResponse, bodyNamesResponse, organisationsResponse } from './admin.ts';
export type { LetterJson, LetterKind, LetterPart, LettersResponse } from './letter.ts';
export { letterKind, letterQuery, lettersResponse } from './letter.ts';
export type { NotificationsResponse } from './notification.ts';
export {
  notificationsResponse,
  readNotificationsRequest,
  readNotificationsResponse,
} from './notification.ts';
export type {
  DisputeJson,
  DisputesResponse,
  EnterpriseFileResponse,
  EnterprisesResponse,
  FactSourcesResponse,
  HeldFactJson,
  HeldValueJson,
} from './facts-held.ts';
export {
  disputeRequest,
  disputeResponse,
  disputesResponse,
  enterpriseFileResponse,
  enterprisesQuery,
  enterprisesResponse,
  factSourcesResponse,
  settleDisputeRequest,
  settleDisputeResponse,
} from './facts-held.ts';
export type {
  ColumnMeaningJson,
  FactImportPreviewResponse,
  FactImportResponse,
  FactImportsResponse,
  ImportCountsJson,
  SheetMappingJson,
} from './fact-import.ts';
export {
  factImportForm,
  factImportPreviewResponse,
  factImportResponse,
  factImportsResponse,
  undoImportRequest,
  undoImportResponse,
} from './fact-import.ts';
export type {
  StepJson,
  ProgrammeRequest,
  CaseState,
  ProgrammeJson,
  ProgrammesResponse,
  ProgrammeCheckResponse,
  AutomaticPreviewResponse,
  CaseSummary,
  CasesResponse,
  AskedFact,
  TaskJson,
  CaseStanding,
  CaseDetail,
  CaseOutcome,
  TaskRequest,
  DecisionFindingJson,
  AttachmentResponse,
} from './delivery.ts';
export {
  stepJson,
  fundingJson,
  programmeRequest,
  caseState,
  programmeJson,
  programmesResponse,
  programmeOutcome,
  closeRequest,
  programmeCheckResponse,
  automaticStanding,
  automaticPreviewResponse,
  automaticOutcome,
  allocationOutcome,
  caseStep,
  caseSummary,
  casesResponse,
  casesQuery,
  askedFact,
  taskJson,
  caseStanding,
  caseDetail,
  caseOutcome,
  startRequest,
  startResponse,
  accountRequest,
  applicationRequest,
  submitRequest,
  claimRequest,
  withdrawRequest,
  answerRequest,
  objectionRequest,
  settleRequest,
  taskRequest,
  decisionFinding,
  advanceRequest,
  advanceResponse,
  attachmentResponse,
  confirmRequest,
} from './delivery.ts';
export type { PublicityResponse } from './publicity.ts';
export {
  publicityResponse,
  publicObjectionOutcome,
  publicObjectionRequest,
} from './publicity.ts';
export type { CaseMoneyResponse, ClauseJson, OwnMoneyResponse } from './case-money.ts';
export { caseMoneyResponse, newAccountRequest, ownMoneyResponse } from './case-money.ts';
export type {
  LinesResponse,
  MoneyResponse,
  PayerResponse,
  TrialBalanceResponse,
  MonthResponse,
} from './money.ts';
export {
  cancelRequest,
  cancelResponse,
  dissolveRequest,
  dissolveResponse,
  holdingsQuery,
  holdingsResponse,
  leftRequest,
  linesQuery,
  linesResponse,
  orderAgainRequest,
  orderAgainResponse,
  paymentState,
  moneyResponse,
  payerQuery,
  payerResponse,
  poolRequest,
  poolResponse,
  budgetRequest,
  movedResponse,
  batchRequest,
  batchResponse,
  sentRequest,
  sentResponse,
  receiptsResponse,
  settlementRequest,
  settlementResponse,
  trialBalanceResponse,
  monthQuery,
  monthResponse,
} from './money.ts';
export type { RecoveriesResponse, RecoverableResponse, RecoveryJson } from './recovery.ts';
export {
  outstandingOutcome,
  recoverableQuery,
  recoverableResponse,
  recoveriesQuery,
  recoveriesResponse,
  recoveryInterest,
  recoveryOutcome,
  recoveryReceiptRequest,
  recoveryRequest,
  recoveryState,
  writeOffRequest,
} from './recovery.ts';
export type { DishonestyResponse, PublicDishonestyResponse } from './dishonesty.ts';
export {
  dishonestyResponse,
  liftRequest,
  listingOutcome,
  listingRequest,
  publicDishonestyResponse,
} from './dishonesty.ts';
export type {
  RedemptionJson,
  VoucherJson,
  VoucherPoolJson,
  VouchersResponse,
  VoucherTermsResponse,
} from './voucher.ts';
export {
  expiryOutcome,
  expiryRequest,
  poolClosingRequest,
  providerSettlementOutcome,
  providerSettlementRequest,
  redemptionOutcome,
  redemptionRequest,
  voucherOutcome,
  voucherPoolOutcome,
  voucherPoolRequest,
  voucherPoolsResponse,
  voucherRequest,
  voucherResponse,
  vouchersQuery,
  vouchersResponse,
  voucherTermsQuery,
  voucherTermsResponse,
} from './voucher.ts';
export type {
  ChangedDecisionJson,
  ChangedDecisionsResponse,
  CorrectionInterestResponse,
  CorrectionsOutcome,
  CorrectionsResponse,
  KeptVersionsResponse,
} from './correction.ts';
export {
  changedDecisionsResponse,
  changedQuery,
  changedWorkbookQuery,
  correctionInterestRequest,
  correctionInterestResponse,
  correctionRequest,
  correctionsOutcome,
  correctionsResponse,
  keptVersionsResponse,
} from './correction.ts';
export type { SampleResponse } from './decision-sample.ts';
export { sampleQuery, sampleResponse, sampleWorkbookQuery } from './decision-sample.ts';
export type { WorkResponse } from './work.ts';
export { workResponse } from './work.ts';
