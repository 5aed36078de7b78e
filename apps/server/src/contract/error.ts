import { z } from 'zod';
import { correctionErrorCodes } from './correction-errors.ts';
import { deliveryErrorCodes } from './delivery-errors.ts';
import { moneyErrorCodes } from './money-errors.ts';
import { recoveryErrorCodes } from './recovery-errors.ts';

/** Every way in which a request can be refused. */
export const errorCodes = [
  'bad_json',
  'duplicate_key',
  'invalid_request',
  'invalid_query',
  'invalid_facts',
  'invalid_date',
  'unknown_measure',
  'ambiguous_measure',
  'unknown_document',
  'unknown_department',
  'unknown_matter',
  'unknown_content_version',
  'not_found',
  'method_not_allowed',
  'unsupported_media_type',
  'body_too_large',
  'no_file',
  'file_too_large',
  'uploads_full',
  'file_not_imported',
  'archive_damaged',
  'rules_unloadable',
  'database_unavailable',
  'search_unavailable',
  'simulation_not_ready',
  'simulation_superseded',
  'invalid_change',
  'draft_faulty',
  'draft_too_heavy',
  'simulation_busy',
  'not_signed_in',
  'not_allowed',
  'cross_site_refused',
  'sign_in_refused',
  'too_many_attempts',
  'passwords_busy',
  'no_office',
  'not_your_office',
  'password_change_needed',
  'wrong_password',
  'password_too_short',
  'password_too_plain',
  'no_idempotency_key',
  'key_reused',
  'busy',
  'storage_full',
  'unknown_user',
  'unknown_organisation',
  'login_taken',
  'already_member',
  'not_a_member',
  'last_administrator',
  'external_unavailable',
  'external_refused',
  'unknown_identity',
  'unknown_enterprise',
  'unknown_source',
  'not_your_source',
  'mapping_problems',
  'nothing_to_import',
  'unknown_import',
  'undone_already',
  'replaced_since',
  'decided_on',
  'unknown_record',
  'withdrawn_already',
  'disputed_already',
  'own_statement',
  'claim_unreadable',
  'claim_of_list',
  'unknown_dispute',
  'settled_already',
  ...deliveryErrorCodes,
  ...moneyErrorCodes,
  ...recoveryErrorCodes,
  ...correctionErrorCodes,
  'internal',
] as const;

export const errorCode = z.enum(errorCodes);
export type ErrorCode = z.infer<typeof errorCode>;

/** One thing that is wrong: where, what, how to mend it. */
export const errorDetail = z
  .object({
    key: z.string().meta({ description: 'Where: the field or fact as sent; empty for the whole' }),
    code: z.string(),
    message: z.string(),
    messageEn: z.string(),
    hint: z.string(),
    hintEn: z.string(),
  })
  .meta({ id: 'ErrorDetail' });
export type ErrorDetail = z.infer<typeof errorDetail>;

/** The one shape of every error answer. */
export const errorResponse = z
  .object({
    error: z.object({
      code: errorCode,
      message: z.string(),
      messageEn: z.string(),
      hint: z.string(),
      hintEn: z.string(),
      details: z.array(errorDetail),
    }),
  })
  .meta({
    id: 'Error',
    example: {
      error: {
        code: 'invalid_facts',
        message: '有事实读不懂',
        messageEn: 'some facts cannot be read',
        hint: '逐条改正 details 里列出的事实',
        hintEn: 'mend the facts listed in details',
        details: [
          {
            key: '高新技术企',
            code: 'unknown_fact',
            message: '没有事实“高新技术企”',
            messageEn: 'no fact is called “高新技术企”',
            hint: '是不是“高新技术企业”？',
            hintEn: 'did you mean “高新技术企业”?',
          },
        ],
      },
    },
  });
export type ErrorResponse = z.infer<typeof errorResponse>;
