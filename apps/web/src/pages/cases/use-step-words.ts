import type { StepJson } from '@luodi/server/contract';
import { useCaseTexts } from '../../i18n/use-case-texts.ts';
import { useBodyName } from '../../session/use-body-name.ts';
import { usePageState } from '../../state/page-state.ts';

/** A step of a route in words: its name, and who has how long for it. */
export function useStepWords(): {
  readonly nameOf: (step: StepJson) => string;
  readonly noteOf: (step: StepJson) => string;
} {
  const { steps, stepNotes, page } = useCaseTexts();
  const { language } = usePageState();
  const sayBody = useBodyName();
  const nameOf = (step: StepJson): string => {
    if ('name' in step) return language === 'zh' ? step.name : step.nameEn;
    return steps[step.kind];
  };
  const within = (days: number | null): readonly string[] =>
    days === null ? [] : [stepNotes.workingDays(days)];
  const partsOf = (step: StepJson): readonly string[] => {
    switch (step.kind) {
      case 'application':
        return [stepNotes.enterprise];
      case 'notice':
        return [stepNotes.enterprise, stepNotes.workingDays(step.workingDays)];
      case 'review':
        return [step.bodies.map(sayBody).join(page.separator), ...within(step.workingDays)];
      case 'scoring':
        return [
          sayBody(step.body),
          stepNotes.scoring(step.experts, step.passMark),
          ...within(step.workingDays),
        ];
      case 'meeting':
        return [sayBody(step.body)];
      case 'joint_document':
        return [step.bodies.map(sayBody).join(page.separator)];
      case 'publicity':
        return [stepNotes.everybody, stepNotes.workingDays(step.workingDays)];
      case 'claim':
        return step.until === null
          ? [stepNotes.enterprise, ...within(step.workingDays)]
          : [stepNotes.enterprise, stepNotes.until(step.until)];
      case 'payment':
        return [stepNotes.treasury];
    }
  };
  return { nameOf, noteOf: (step) => partsOf(step).join(' · ') };
}
