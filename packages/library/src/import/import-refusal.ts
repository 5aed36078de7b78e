/** Words for a person, in both languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export const refusalCodes = [
  'empty',
  'no_text',
  'encrypted',
  'damaged',
  'too_large',
  'zip_bomb',
  'too_slow',
  'cancelled',
  'not_a_document',
  'unknown_encoding',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** Why a file is not imported, and what its owner can do about it. */
export interface ImportRefusal {
  readonly code: RefusalCode;
  readonly message: Words;
  readonly mend: Words;
}

function words(zh: string, en: string): Words {
  return { zh, en };
}

/** What is wrong, then how to mend it. */
const usual: Readonly<Record<RefusalCode, readonly [message: Words, mend: Words]>> = {
  empty: [
    words('文件是空的', 'the file is empty'),
    words('换一个有文字的文件', 'choose a file that has text in it'),
  ],
  no_text: [
    words('文件里没有文字，很可能是扫描件', 'the file holds no text; most likely it is a scan'),
    words(
      '先用文字识别软件转成有文字的 PDF 或 Word，再导入',
      'run it through text recognition to get a PDF or Word file with text, then import that',
    ),
  ],
  encrypted: [
    words('文件有密码', 'the file is protected by a password'),
    words('打开文件，去掉密码另存后再导入', 'open it, save it without the password, import that'),
  ],
  damaged: [
    words('文件已损坏，读不完整', 'the file is damaged and cannot be read in full'),
    words(
      '重新下载，或用原来的软件打开后另存，再导入',
      'download it again, or open and save it with the program that made it, then import that',
    ),
  ],
  too_large: [
    words('文件太大', 'the file is too large'),
    words('拆成几个较小的文件，分别导入', 'split it into smaller files and import each'),
  ],
  zip_bomb: [
    words('文件解压后大得反常，不予打开', 'the file unpacks to an abnormal size and is not opened'),
    words(
      '确认来源可信，用 Word 打开后另存，再导入',
      'make sure of its origin, open and save it with Word, then import that',
    ),
  ],
  too_slow: [
    words('文件读了太久，已经停下', 'reading the file took too long and was stopped'),
    words(
      '拆成几个较小的文件，或另存为文本再导入',
      'split it into smaller files, or save it as plain text',
    ),
  ],
  cancelled: [
    words('已取消', 'cancelled'),
    words('需要时重新导入', 'import it again when you want to'),
  ],
  not_a_document: [
    words('这不是可以导入的文件', 'this is no file that can be imported'),
    words(
      '可导入：docx、有文字的 pdf、html、txt',
      'docx, pdf with text, html and txt can be imported',
    ),
  ],
  unknown_encoding: [
    words('认不出文字的编码', 'the encoding of the text is not recognised'),
    words('另存为 UTF-8 编码的文本，再导入', 'save it as UTF-8 text, then import that'),
  ],
};

/** A refusal in its usual words, or in closer ones. */
export function importRefusal(
  code: RefusalCode,
  closer: { readonly message?: Words; readonly mend?: Words } = {},
): ImportRefusal {
  const [message, mend] = usual[code];
  return { code, message: closer.message ?? message, mend: closer.mend ?? mend };
}
