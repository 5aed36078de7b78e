import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ErrorCode } from '../contract/index.ts';

interface ErrorWords {
  readonly status: ContentfulStatusCode;
  readonly zh: string;
  readonly en: string;
  readonly hintZh: string;
  readonly hintEn: string;
}

/** Every refusal: its HTTP status and what a person is told. */
export const errorTable = {
  bad_json: {
    status: 400,
    zh: '请求正文不是有效的 JSON',
    en: 'the body is not valid JSON',
    hintZh: '请检查引号、逗号和括号',
    hintEn: 'check quotation marks, commas and brackets',
  },
  duplicate_key: {
    status: 400,
    zh: '同一个键写了两次',
    en: 'a key is stated twice',
    hintZh: '每个键只写一次',
    hintEn: 'state each key once',
  },
  invalid_request: {
    status: 400,
    zh: '请求正文的形状不对',
    en: 'the body does not have the expected shape',
    hintZh: '格式见 /api/docs',
    hintEn: 'see /api/docs for the shape',
  },
  invalid_query: {
    status: 400,
    zh: '查询参数不对',
    en: 'a query parameter is wrong',
    hintZh: '可用的参数见 /api/docs',
    hintEn: 'see /api/docs for the parameters',
  },
  invalid_facts: {
    status: 422,
    zh: '有事实读不懂',
    en: 'some facts cannot be read',
    hintZh: '逐条改正 details 里列出的事实；全部事实见 /api/facts',
    hintEn: 'mend the facts listed in details; /api/facts lists all facts',
  },
  invalid_date: {
    status: 422,
    zh: '日期不对',
    en: 'the date is wrong',
    hintZh: '请写存在的日期，格式 YYYY-MM-DD，如 2026-01-31',
    hintEn: 'give a date that exists as YYYY-MM-DD, e.g. 2026-01-31',
  },
  unknown_measure: {
    status: 404,
    zh: '没有这项措施',
    en: 'there is no such measure',
    hintZh: '全部措施见 /api/measures',
    hintEn: '/api/measures lists all measures',
  },
  ambiguous_measure: {
    status: 409,
    zh: '有几项措施都叫这个名字',
    en: 'several measures have this name',
    hintZh: '请写措施编号，如 details 所列',
    hintEn: 'give the id, one of those in details',
  },
  unknown_document: {
    status: 404,
    zh: '没有这份文件',
    en: 'there is no such document',
    hintZh: '全部文件见 /api/documents',
    hintEn: '/api/documents lists all documents',
  },
  unknown_content_version: {
    status: 404,
    zh: '没有存过这个内容版本',
    en: 'this content version was never served here',
    hintZh: '请写完整版本号或前 8 位以上；现行版本见 /api/health',
    hintEn: 'give the version or its first 8 characters or more; /api/health names the current one',
  },
  not_found: {
    status: 404,
    zh: '没有这个地址',
    en: 'there is nothing at this address',
    hintZh: '接口见 /api/docs',
    hintEn: 'see /api/docs',
  },
  method_not_allowed: {
    status: 405,
    zh: '这个地址不接受这种方法',
    en: 'this address does not take this method',
    hintZh: '可用的方法见 Allow 响应头',
    hintEn: 'the Allow header lists the methods',
  },
  unsupported_media_type: {
    status: 415,
    zh: '请求正文须为 JSON',
    en: 'the body must be JSON',
    hintZh: '请加请求头 content-type: application/json',
    hintEn: 'send the header content-type: application/json',
  },
  body_too_large: {
    status: 413,
    zh: '请求正文太大',
    en: 'the body is too large',
    hintZh: '请求正文最多 1 MB',
    hintEn: 'a body may have 1 MB at most',
  },
  archive_damaged: {
    status: 500,
    zh: '存档的内容与其版本号不符',
    en: 'the archived content does not match its version',
    hintZh: '请管理员从备份恢复数据库',
    hintEn: 'ask the administrator to restore the database from a backup',
  },
  database_unavailable: {
    status: 503,
    zh: '数据库暂时不可用',
    en: 'the database does not answer',
    hintZh: '请稍后再试',
    hintEn: 'try again later',
  },
  internal: {
    status: 500,
    zh: '服务器出错了',
    en: 'something went wrong in the server',
    hintZh: '请把出错的请求报告给管理员',
    hintEn: 'report the request to the administrator',
  },
} as const satisfies Record<ErrorCode, ErrorWords>;
