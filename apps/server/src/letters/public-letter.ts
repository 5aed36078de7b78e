import type { PublicCase } from '@luodi/delivery';
import { formatMoneyZh, rational } from '@luodi/kernel';
import type { PlainDate } from '@luodi/kernel';
import type { LetterJson, LetterPart } from '../contract/index.ts';
import { numbered } from './letter-writing.ts';
import { dayWords, heading, paragraph, table } from './letter-words.ts';

function listOf(title: string, cases: readonly PublicCase[]): readonly LetterPart[] {
  const rows = cases.map(({ enterpriseName, district, fen, until }, index) => [
    String(index + 1),
    enterpriseName,
    district,
    fen === null ? '' : formatMoneyZh(rational(fen)),
    until ?? '',
  ]);
  return [heading(title), table(['序号', '企业', '所在区', '拟兑现金额', '公示截至'], rows)];
}

/** 公示: all that is public on a day, programme by programme. */
export function publicLetter(cases: readonly PublicCase[], day: PlainDate): LetterJson {
  const titles = [...new Set(cases.map(({ title }) => title))];
  const owners = [...new Set(cases.map(({ ownerName }) => ownerName))];
  const parts: readonly LetterPart[] =
    cases.length === 0
      ? [paragraph(`截至${dayWords(day)}，没有正在公示的事项。`)]
      : [
          paragraph('以下企业和金额经审核，现予公示：'),
          ...titles.flatMap((title) =>
            listOf(
              title,
              cases.filter((each) => each.title === title),
            ),
          ),
          heading('异议'),
          paragraph(
            '对公示内容有异议的，请在公示截至日前登录，在“公示”页面提出并说明理由；提出后该事项停止办理，待答复后再继续。',
          ),
        ];
  return {
    title: '惠企政策兑现公示',
    number: '',
    addressee: '',
    parts: numbered(parts),
    signature: owners,
    date: day.toString(),
  };
}
