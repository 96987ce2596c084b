import type { RecordId } from '@cyber-prevent/core';
import type { Signal } from '@preact/signals';
import { t } from '../../../../locales/late.js';
import { LateSubjectSelect } from '../../../case/choose/late-subject-select.js';
import { SubjectChoice } from './subject-choice.js';
import type { ChosenSubject } from './use-chosen-subject.js';

export interface NoteSubjectProps {
  id: string;
  chosen: ChosenSubject;
  onChosen: () => void;
  /** The page that the note is from; absent for a typed note. */
  page?: NotePage | undefined;
  /** True once the officer has said that the note is about nobody on record. */
  isNobody: Signal<boolean>;
  error: string | undefined;
}

export interface NotePage {
  /** The person whom the page names, in words. */
  readonly named: string | undefined;
  /** The name alone: everybody on record who has it is offered. */
  readonly name: string | undefined;
  /** People on record who may be that person. */
  readonly matches: readonly RecordId[];
}

/** Value of the answer that the note is about nobody on record. */
const NOBODY = 'nobody';

/**
 * Asks whom a note is about. The note of a page offers the people whom it may name, with date of birth and reference,
 * and a search for others; nobody is chosen beforehand.
 */
export function NoteSubject({ page, isNobody, chosen, onChosen, ...props }: NoteSubjectProps) {
  if (!page)
    return (
      <SubjectChoice
        {...props}
        label={t('note.subject')}
        none={t('note.subject.none')}
        chosen={chosen}
        onChosen={onChosen}
      />
    );
  return (
    <LateSubjectSelect
      {...props}
      label={t('note.subject.whose')}
      nobody={t('note.subject.nobody')}
      nobodyValue={NOBODY}
      matches={page.matches}
      named={page.name}
      value={isNobody.value ? NOBODY : chosen.id}
      onValue={(id) => {
        isNobody.value = id === NOBODY;
        chosen.choose(id === NOBODY ? '' : id);
        onChosen();
      }}
    />
  );
}
