import type { RecordId, StoredRecord } from '@cyber-prevent/core';
import { useApp } from '../../app/app.js';
import { LateSubjectSelect } from '../late-subject-select.js';

export interface SubjectChoiceProps {
  label: string;
  value: RecordId | undefined;
  onValue: (subject: StoredRecord<'subject'> | undefined) => void;
  /** Left out of the list: the subject that something is moved away from. */
  without?: RecordId | undefined;
  /** Words for choosing none, where that may be chosen. */
  none?: string | undefined;
  error?: string | undefined;
  id?: string | undefined;
}

/** Chooses among the subjects held, and gives the record of the one who was chosen. */
export function SubjectChoice({ value, onValue, none, without, ...props }: SubjectChoiceProps) {
  const { store } = useApp().services;
  return (
    <LateSubjectSelect
      {...props}
      hint={none}
      without={without && [without]}
      value={value ?? ''}
      onValue={(chosen) => {
        if (chosen === '') return onValue(undefined);
        void store.get('subject', chosen as RecordId).then(onValue, () => onValue(undefined));
      }}
    />
  );
}
