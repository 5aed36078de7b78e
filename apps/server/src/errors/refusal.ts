import type { Context } from 'hono';
import type { ErrorCode, ErrorDetail, ErrorResponse } from '../contract/index.ts';
import { errorTable } from './error-table.ts';

/** Why a request is not answered. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly details: readonly ErrorDetail[];
}

export function refusal(code: ErrorCode, ...details: readonly ErrorDetail[]): Refusal {
  return { code, details };
}

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** One detail of a refusal; a detail without a code of its own has that of the refusal. */
export function detail(key: string, code: string, message: Words, hint?: Words): ErrorDetail {
  return {
    key,
    code,
    message: message.zh,
    messageEn: message.en,
    hint: hint?.zh ?? '',
    hintEn: hint?.en ?? '',
  };
}

/** “Did you mean …?”, or nothing when no name is near. */
export function didYouMean(near: string | undefined): Words {
  return near === undefined
    ? { zh: '', en: '' }
    : { zh: `是不是“${near}”？`, en: `did you mean “${near}”?` };
}

/** After how many seconds to try again what cannot be done now. */
const retryAfter: Readonly<Partial<Record<number, string>>> = { 429: '900', 503: '5' };

/** What is said of a refusal. */
export function refusalBody({ code, details }: Refusal): ErrorResponse {
  const { zh, en, hintZh, hintEn } = errorTable[code];
  return {
    error: {
      code,
      message: zh,
      messageEn: en,
      hint: hintZh,
      hintEn,
      details: [...details],
    },
  };
}

/** The refusal as an answer. */
export function refuse(c: Context, refused: Refusal): Response {
  const { status } = errorTable[refused.code];
  c.header('cache-control', 'no-store');
  const retry = retryAfter[status];
  if (retry !== undefined) c.header('retry-after', retry);
  return c.json(refusalBody(refused), status);
}
