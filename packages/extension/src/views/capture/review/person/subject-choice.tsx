import type { RecordId } from '@cyber-prevent/core';
import { LateSubjectSelect } from '../../../case/choose/late-subject-select.js';
import type { ChosenSubject } from './use-chosen-subject.js';

export interface SubjectChoiceProps {
  label: string;
  chosen: ChosenSubject;
  /** Called after each choice. */
  onChosen?: (() => void) | undefined;
  /** The one that something is moved away from: left out of the list, with everybody of that name at its head. */
  insteadOf?: RecordId | undefined;
  /** Words for choosing nobody, if that is allowed. */
  none?: string | undefined;
  /** People who match the draft, and the name in it: they head the list. */
  matches?: readonly RecordId[] | undefined;
  named?: string | undefined;
  error?: string | undefined;
  id?: string | undefined;
}

/** Chooses among the stored subjects. */
export function SubjectChoice({ chosen, onChosen, none, ...props }: SubjectChoiceProps) {
  return (
    <LateSubjectSelect
      {...props}
      hint={none}
      value={chosen.id}
      onValue={(id) => {
        chosen.choose(id);
        onChosen?.();
      }}
    />
  );
}
