/** What the web application may know of the server: shapes of requests and answers, checked where they arrive. */
export type { ContentResponse, HealthResponse, SampleEnterprise } from './content.ts';
export { contentResponse, healthResponse, sampleEnterprise, samplesResponse } from './content.ts';
export type { ErrorCode, ErrorDetail, ErrorResponse } from './error.ts';
export { errorCode, errorCodes, errorDetail, errorResponse } from './error.ts';
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
