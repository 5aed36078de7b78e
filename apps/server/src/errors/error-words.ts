import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** A refusal's HTTP status and what a person is told. */
export interface ErrorWords {
  readonly status: ContentfulStatusCode;
  readonly zh: string;
  readonly en: string;
  readonly hintZh: string;
  readonly hintEn: string;
}
