/** From entitlement to money: facts held about enterprises, programmes and cases, decisions, the ledger and payments. */
export * from './facts/index.ts';
export * from './money/index.ts';
export type { Asked, DeliveryContext } from './context.ts';
export type { AllocationOutcome } from './commands/allocation.ts';
export { allocateRound } from './commands/allocation.ts';
export type { ApplicationForm } from './commands/application.ts';
export {
  claimCase,
  saveApplication,
  startApplication,
  submitApplication,
  withdrawCase,
} from './commands/application.ts';
export { answerAskedFact } from './commands/asked-fact.ts';
export type { AutomaticOutcome, AutomaticPreview } from './commands/automatic.ts';
export { beginAutomatic, previewAutomatic } from './commands/automatic.ts';
export type { CaseOutcome } from './commands/case-command.ts';
export type { CaseFault } from './commands/case-fault.ts';
export type { DueOutcome } from './commands/due-steps.ts';
export { moveDueCases } from './commands/due-steps.ts';
export { raiseObjection, settleObjection } from './commands/objections.ts';
export type { ProgrammeRefusal } from './commands/programmes.ts';
export { closeProgramme, publishProgramme, saveProgramme } from './commands/programmes.ts';
export type { Completion, TaskDecision } from './commands/tasks.ts';
export { completeCase, doTask } from './commands/tasks.ts';
export type { AutomaticStanding } from './domain/automatic-list.ts';
export type { DecisionFinding, DecisionRecord } from './sealed-decision.ts';
export { decisionSchema, verifyDecision } from './sealed-decision.ts';
export { fundingSchema } from './domain/funding.ts';
export type { ProgrammeDraft, ProgrammeFault } from './domain/programme.ts';
export { checkProgramme, programmeSchema } from './domain/programme.ts';
export type { Route, Step } from './domain/route.ts';
export { routeSchema } from './domain/route.ts';
export { answersSchema, payeeAccountSchema } from './store/cases.ts';
export type { CasePaper, DeliveryCase, PayeeAccount } from './store/cases.ts';
export type {
  CaseFilter,
  CountedProgramme,
  ListedCase,
  PublicCase,
  WaitingObjection,
  WaitingTask,
} from './queries/case-lists.ts';
export {
  countProgrammes,
  listCases,
  listPublic,
  listWaitingObjections,
  listWork,
} from './queries/case-lists.ts';
export type { CaseView } from './queries/case-view.ts';
export { viewCase } from './queries/case-view.ts';
export type { Programme } from './store/programmes.ts';
export type { CaseTask } from './store/tasks.ts';
export { hasTasks } from './domain/route.ts';
export type { AttachmentFault, AttachmentOutcome } from './commands/attachments.ts';
export { attachPaper, findPaper } from './commands/attachments.ts';
export type { LetterToNumber } from './commands/number-letters.ts';
export type { LetterNumber } from './store/letters.ts';
export { numberLetters } from './commands/number-letters.ts';
export { confirmNotice } from './commands/confirm-notice.ts';
export type { LetterRecords } from './queries/letter-records.ts';
export { letterRecords } from './queries/letter-records.ts';
export type { IssueFault, OpenPoolFault } from './commands/vouchers-by-rule.ts';
export { issueByRule, openPoolByRule } from './commands/vouchers-by-rule.ts';
export type { VoucherTerms, VoucherTermsFault } from './domain/voucher-terms.ts';
export { voucherTerms } from './domain/voucher-terms.ts';
export type { ListingFault } from './money/commands/dishonesty.ts';
export type { Listing } from './money/queries/dishonesty.ts';
export { listDishonesty, publicDishonesty } from './money/queries/dishonesty.ts';
export type { StatedInterest } from './money/domain/interest.ts';
export type { ListedRecovery } from './money/queries/recoveries.ts';
export { interestOn, listRecoveries, recoverableOf } from './money/queries/recoveries.ts';
export type {
  ListedPool,
  ListedProvider,
  ListedRedemption,
  ListedVoucher,
} from './money/queries/vouchers.ts';
export {
  findVoucher,
  listProviders,
  listRedemptions,
  listServiceProviders,
  listVoucherPools,
  listVouchers,
} from './money/queries/vouchers.ts';
export type { CorrectionInput, CorrectionOutcome } from './commands/correct-decision.ts';
export { correctDecision } from './commands/correct-decision.ts';
export type { InterestArising } from './queries/correction-interest.ts';
export { correctionInterest } from './queries/correction-interest.ts';
export type { CorrectionFault } from './commands/correction-fault.ts';
export type { ChangedFact } from './domain/corrected-facts.ts';
export type { ReachedAnswer, SumChange } from './domain/reached-again.ts';
export type {
  ChangedDecision,
  ChangedPage,
  CorrectionBasis,
  Reaching,
} from './queries/changed-decisions.ts';
export {
  changedDecisions,
  changedRule,
  everyChangedDecision,
} from './queries/changed-decisions.ts';
export type { ListedCorrection } from './store/corrections.ts';
export { listCorrections, readProgramme } from './queries/one-programme.ts';
export type { DecisionScope } from './store/standing-decisions.ts';
export type {
  DecisionSample,
  SampledDecision,
  SampleQuestion,
} from './queries/decision-sample.ts';
export { keptVersions, sampleDecisions } from './queries/decision-sample.ts';
