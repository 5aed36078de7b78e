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

const usual: Readonly<Record<RefusalCode, { readonly message: Words; readonly mend: Words }>> = {
  empty: {
    message: { zh: '文件是空的', en: 'the file is empty' },
    mend: { zh: '换一个有文字的文件', en: 'choose a file that has text in it' },
  },
  no_text: {
    message: {
      zh: '文件里没有文字，很可能是扫描件',
      en: 'the file holds no text; most likely it is a scan',
    },
    mend: {
      zh: '先用文字识别软件转成有文字的 PDF 或 Word，再导入',
      en: 'run it through text recognition to get a PDF or Word file with text, then import that',
    },
  },
  encrypted: {
    message: { zh: '文件有密码', en: 'the file is protected by a password' },
    mend: {
      zh: '打开文件，去掉密码另存后再导入',
      en: 'open it, save it without the password, import that',
    },
  },
  damaged: {
    message: { zh: '文件已损坏，读不完整', en: 'the file is damaged and cannot be read in full' },
    mend: {
      zh: '重新下载，或用原来的软件打开后另存，再导入',
      en: 'download it again, or open and save it with the program that made it, then import that',
    },
  },
  too_large: {
    message: { zh: '文件太大', en: 'the file is too large' },
    mend: { zh: '拆成几个较小的文件，分别导入', en: 'split it into smaller files and import each' },
  },
  zip_bomb: {
    message: {
      zh: '文件解压后大得反常，不予打开',
      en: 'the file unpacks to an abnormal size and is not opened',
    },
    mend: {
      zh: '确认来源可信，用 Word 打开后另存，再导入',
      en: 'make sure of its origin, open and save it with Word, then import that',
    },
  },
  too_slow: {
    message: { zh: '文件读了太久，已经停下', en: 'reading the file took too long and was stopped' },
    mend: {
      zh: '拆成几个较小的文件，或另存为文本再导入',
      en: 'split it into smaller files, or save it as plain text',
    },
  },
  cancelled: {
    message: { zh: '已取消', en: 'cancelled' },
    mend: { zh: '需要时重新导入', en: 'import it again when you want to' },
  },
  not_a_document: {
    message: { zh: '这不是可以导入的文件', en: 'this is no file that can be imported' },
    mend: {
      zh: '可导入：docx、有文字的 pdf、html、txt',
      en: 'docx, pdf with text, html and txt can be imported',
    },
  },
  unknown_encoding: {
    message: { zh: '认不出文字的编码', en: 'the encoding of the text is not recognised' },
    mend: { zh: '另存为 UTF-8 编码的文本，再导入', en: 'save it as UTF-8 text, then import that' },
  },
};

/** A refusal in its usual words, or in closer ones. */
export function importRefusal(
  code: RefusalCode,
  closer: { readonly message?: Words; readonly mend?: Words } = {},
): ImportRefusal {
  const { message, mend } = usual[code];
  return { code, message: closer.message ?? message, mend: closer.mend ?? mend };
}
