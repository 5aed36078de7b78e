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
  unknown_department: {
    status: 404,
    zh: '没有文件提到这个部门',
    en: 'no document names this department',
    hintZh: '全部部门见 /api/departments',
    hintEn: '/api/departments lists all departments',
  },
  unknown_matter: {
    status: 404,
    zh: '没有这个事项',
    en: 'there is no such matter',
    hintZh: '全部事项见 /api/matters',
    hintEn: '/api/matters lists all matters',
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
  no_file: {
    status: 400,
    zh: '请求里没有文件',
    en: 'the request holds no file',
    hintZh: '用表单的 file 字段，或把文件作为正文、文件名写在 ?name=',
    hintEn: 'send it in the field “file” of a form, or as the body with its name in ?name=',
  },
  file_too_large: {
    status: 413,
    zh: '文件太大',
    en: 'the file is too large',
    hintZh: '文件最多 30 MB；可以拆成几个较小的文件',
    hintEn: 'a file may have 30 MB at most; split it into smaller ones',
  },
  file_not_imported: {
    status: 422,
    zh: '这个文件不能导入',
    en: 'this file cannot be imported',
    hintZh: '原因和办法见 details',
    hintEn: 'details say why, and how to mend it',
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
  search_unavailable: {
    status: 503,
    zh: '搜索暂时不可用：索引没有建成',
    en: 'search is not available: its index could not be made',
    hintZh: '请稍后再试；原因见服务器日志',
    hintEn: 'try again later; the server’s log says why',
  },
  simulation_not_ready: {
    status: 503,
    zh: '推演用的合成企业还没有准备好',
    en: 'the synthetic enterprises to simulate on are not ready yet',
    hintZh: '进度见 /api/simulation，准备好后再试',
    hintEn: 'see /api/simulation for progress; try again when they are ready',
  },
  simulation_superseded: {
    status: 409,
    zh: '这次推演已由同一页面后来的一次代替',
    en: 'a later question of the same page took the place of this one',
    hintZh: '请看后来那一次的结果',
    hintEn: 'see the answer to the later one',
  },
  invalid_change: {
    status: 422,
    zh: '有改动不成立',
    en: 'a change cannot be made',
    hintZh: '逐条改正 details 里列出的改动；可以改的见 /api/simulation',
    hintEn: 'mend the changes listed in details; /api/simulation lists what can be changed',
  },
  internal: {
    status: 500,
    zh: '服务器出错了',
    en: 'something went wrong in the server',
    hintZh: '请把出错的请求报告给管理员',
    hintEn: 'report the request to the administrator',
  },
} as const satisfies Record<ErrorCode, ErrorWords>;
