import type { RecordId } from '@cyber-prevent/core';
import { LateSubjectSelect } from '../../../case/late-subject-select.js';
import type { ChosenSubject } from './use-chosen-subject.js';

export interface SubjectChoiceProps {
  label: string;
  chosen: ChosenSubject;
  /** Told after each choice. */
  onChosen?: (() => void) | undefined;
  /** Left out of the list: the subject that something is moved away from. */
  without?: RecordId | undefined;
  /** Words for choosing none, where that may be chosen. */
  none?: string | undefined;
  error?: string | undefined;
  id?: string | undefined;
}

/** Chooses among the subjects held. */
export function SubjectChoice({ chosen, onChosen, none, without, ...props }: SubjectChoiceProps) {
  return (
    <LateSubjectSelect
      {...props}
      hint={none}
      without={without && [without]}
      value={chosen.id}
      onValue={(id) => {
        chosen.choose(id);
        onChosen?.();
      }}
    />
  );
}
