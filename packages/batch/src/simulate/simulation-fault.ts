import type { Bilingual } from '@luodi/evaluation';

export type SimulationFaultCode =
  | 'unknown_measure'
  | 'unknown_parameter'
  | 'bad_value'
  | 'rule_broken'
  | 'unknown_document'
  | 'not_a_population'
  | 'not_covered';

/** Why a question cannot be simulated: where, what is wrong, and what to do. */
export interface SimulationFault {
  readonly code: SimulationFaultCode;
  readonly place: string;
  readonly message: Bilingual;
  readonly hint: Bilingual;
}

export function unknownDocument(id: string): SimulationFault {
  return {
    code: 'unknown_document',
    place: id,
    message: { zh: `没有文件“${id}”`, en: `there is no document “${id}”` },
    hint: { zh: '请用文件的编号', en: 'give the id of a document' },
  };
}

export function notCovered(measure: string): SimulationFault {
  return {
    code: 'not_covered',
    place: measure,
    message: {
      zh: '这条规则不能整体计算',
      en: 'this rule cannot be worked out for all at once',
    },
    hint: { zh: '请换一项措施', en: 'take another measure' },
  };
}
