import { readMarker } from './numbering.ts';

/** Words without any white space. */
export function withoutBlanks(text: string): string {
  return text.replaceAll(/[\s\u3000]+/gu, '');
}

const bracketedYear = '[〔［\\[【（(﹝]\\s*\\d{4}\\s*[〕］\\]】）)﹞]';
const numberWords = `[\\p{Script=Han}]{1,14}\\s*${bracketedYear}\\s*(?:第\\s*)?\\d{1,5}\\s*号`;
const orderNumber =
  '(?:[\\p{Script=Han}]{2,30}(?:令|公告))?\\s*(?:\\d{4}\\s*年\\s*)?第\\s*\\d{1,4}\\s*号';

/** A document number standing alone on a line: 杭政函〔2020〕127号, 第722号. */
export function readNumberLine(text: string): string | undefined {
  const alone = new RegExp(
    `^[（(]?\\s*(?:文\\s*号|发文字号)?[:：]?\\s*(${numberWords}|${orderNumber})\\s*[）)]?(?:\\s*签发人.*)?$`,
    'u',
  );
  const found = alone.exec(text)?.[1];
  return found === undefined ? undefined : withoutBlanks(found);
}

/** Document numbers anywhere in a text. */
export function findNumbers(text: string): readonly string[] {
  return [...text.matchAll(new RegExp(numberWords, 'gu'))].map(([words]) => withoutBlanks(words));
}

const body =
  '(?:人民政府|政府|市委|省委|区委|县委|党委|人大常委会|常务委员会|办公厅|办公室|委员会|管委会|总局|总署|局|厅|委|部|处|院|会|署|行|社|公司|集团|中心|领导小组|小组|专班|机构|部门|单位|企业|街道|乡镇|区|县|市|院校|学校)';
const organisation = new RegExp(
  `^[\\p{Script=Han}（）()“”、·\\s]{1,40}${body}(?:（[^）]{1,20}）)?$`,
  'u',
);

/** A name of an authority and nothing else, as in a signature; several may stand in one line. */
export function isOrganisation(text: string): boolean {
  if (text.length > 60 || text.length < 3 || readMarker(text) !== undefined) return false;
  if (/[的为与及在将]$|[，。；：]|关于|印发|附件/u.test(text)) return false;
  return text
    .split(/\s{1,}/u)
    .every(
      (part) => part.length >= 3 && organisation.test(part) && !/^(?:各|对|由|向|和)/u.test(part),
    );
}

const noAddressee =
  /如下|以下|包括|原则|目标|标准|条件|内容|情形|根据|按照|应当|要求|方式|流程|材料|时间|对象|职责|资格|原文|其中|主要|分别|是指|责任|负责|为了|一是|流程|步骤|。|；/u;
const mostAddressees = 700;

/** 各区、县（市）人民政府，市政府各部门： */
export function isAddressee(text: string): boolean {
  if (!/[:：]$/u.test(text) || text.length > mostAddressees || noAddressee.test(text)) return false;
  if (
    readMarker(text) !== undefined ||
    /^(?:抄送|主送|附件|附|联系|来源|发布|索引|文号|标题)/u.test(text)
  )
    return false;
  const parts = text
    .slice(0, -1)
    .split(/[，,、；;]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) return false;
  const named = parts.filter((part) =>
    new RegExp(`${body}(?:（[^）]{1,30}）|\\([^)]{1,30}\\))?$|^各`, 'u').test(part),
  );
  const first = parts[0] ?? '';
  return (
    named.length * 2 >= parts.length &&
    (named.includes(first) || text.startsWith('各')) &&
    first.length <= 40
  );
}

/** 某市人民政府文件 at the top of a first page. */
export function isLetterhead(text: string): boolean {
  const words = withoutBlanks(text);
  return (
    words.length <= 40 &&
    /^[\p{Script=Han}（）]+文件$/u.test(words) &&
    !/关于|《|下列|有关/u.test(words)
  );
}

export function isCopyLine(text: string): boolean {
  return /^(?:抄送|抄报|主送|分送|主题词)\s*[:：]/u.test(text);
}

/** 2020年12月18日印发, with or without the office in front. */
export function isPrintedLine(text: string): boolean {
  return text.length < 60 && /日\s*印\s*发[。]?$/u.test(text);
}

export function isPublicityLine(text: string): boolean {
  return /^[（(](?:此件|本件|此文)[^（）()]{0,20}[）)]$/u.test(text);
}

/** 附件, 附件1, 附件：… at the beginning of a line; `rest` is what follows. */
export function readAnnexMark(
  text: string,
): { readonly number: string; readonly rest: string; readonly colon: boolean } | undefined {
  const match =
    /^附\s*(?:件|表|录)?\s*([0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})?\s*(?:[-－—]\s*\d+)?\s*([:：.．、]?)\s*(.*)$/su.exec(
      text,
    );
  if (match === null) return undefined;
  const [, number = '', sign = '', rest = ''] = match;
  if (!/^附\s*[件表录]/u.test(text) && sign === '') return undefined;
  if (rest !== '' && number === '' && sign === '') return undefined;
  return { number, rest, colon: /[:：]/u.test(sign) };
}

const coming = '(?:施行|试行|实施|执行|实行|生效|起效)';
const closingPatterns: readonly RegExp[] = [
  new RegExp(`(?:自|从|于)[^。；]{2,40}(?:起|之日|日后|后|日)[^。；]{0,12}${coming}`, 'u'),
  new RegExp(`有效期(?:限)?(?:至|为|自|到|[一二三四五六七八九十\\d])`, 'u'),
  new RegExp(`本[\\p{Script=Han}]{1,8}(?:由|自)[^。]{2,60}(?:负责解释|${coming})`, 'u'),
  /^(?:特此(?:通知|公告|通告|函复|批复)|此复|此通知)[。！]?$/u,
  /执行至[^。；]{4,20}日/u,
];

/** Whether a paragraph says from when or until when its document holds: what follows belongs to its end. */
export function isClosing(text: string): boolean {
  if (text.length > 600) return false;
  if (
    !/(?:本|以上|上述)(?:通知|意见|办法|细则|方案|措施|政策|举措|计划|规定|条例|文件|决定|公告|规则|清单|若干|行动|指导|实施|制度|规划|纲要|指南|标准)|特此(?:通知|公告|通告|函复|批复)|此复/u.test(
      text,
    )
  )
    return /^(?:自|从)[^。；]{4,30}起(?:施行|实施|执行)/u.test(text);
  return closingPatterns.some((pattern) => pattern.test(text));
}

/** A first paragraph: why and on what basis the document was made. */
export function isOpening(text: string): boolean {
  if (text.length < 8) return false;
  if (
    /制定本|提出(?:如下|以下)|(?:通知|公告|通告|公布|批复|决定|规定|意见)如下|(?:现|并)(?:将|就)|现(?:印发|转发|予)|制定(?:如下|以下)|提出[^。]{0,20}意见[。：]/u.test(
      text.slice(0, 1200),
    )
  )
    return true;
  return (
    text.length >= 18 && /^(?:为|为了|根据|按照|依据|依照|经|现将|近年来|今年以来)/u.test(text)
  );
}

/** A line that ends a thought. */
export function endsSentence(text: string): boolean {
  return /[。；！？!?;…][”’』」）)】\]]*$|[:：]$|。\s*[（([][^（）()]*[）)\]]$/u.test(text);
}

/** `……组织实施。某市…若干政策`: the title of the next document stuck to the end of this one. */
export const gluedTitle = /^(.*(?:施行|实施|执行|解释)[^。]{0,60}。)([^。；，：]{8,60})$/su;

const furniture =
  /^(?:发布时间|发布日期|发文日期|成文日期|生成日期|索引号|文件编号|公开方式|公开日期|信息来源|来源|浏览次数|阅读次数|访问量|点击(?:数|次数|率)|字体(?:大小)?|字号|责任编辑|打印(?:本页)?|上一篇|下一篇|分享到?|扫一扫|当前位置|您(?:的|现在的?)?位置|首页[>＞]|版权所有|有效性|主题分类|发文机关|发布机构|组配分类|体裁分类)(?:[:：>＞【[]|关闭|收藏|分享|打印|$)|^[【[](?:打印|关闭|字体|大|中|小)|ICP备\d|^首页(?:$|[>＞»])|^[^>＞»]{1,12}(?:[>＞»][^>＞»]{1,16})+$|^文号[:：].{4,40}(?:有效性|主题|发布)/u;

/** What web pages put around a document: where it is filed, when it went online, buttons. */
export function isWebPageLine(text: string): boolean {
  return text.length < 160 && furniture.test(withoutBlanks(text));
}
