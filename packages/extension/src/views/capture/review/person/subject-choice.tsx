import type { RecordId } from '@cyber-prevent/core';
import { LateSubjectSelect } from '../../../case/choose/late-subject-select.js';
import type { ChosenSubject } from './use-chosen-subject.js';

export interface SubjectChoiceProps {
  label: string;
  chosen: ChosenSubject;
  /** Called after each choice. */
  onChosen?: (() => void) | undefined;
  /** Subject left out of the list: the one that something is moved away from. */
  without?: RecordId | undefined;
  /** Words for choosing nobody, if that is allowed. */
  none?: string | undefined;
  /** People who match the draft, and the name in it: they head the list. */
  matches?: readonly RecordId[] | undefined;
  named?: string | undefined;
  error?: string | undefined;
  id?: string | undefined;
}

/** Chooses among the stored subjects. */
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
