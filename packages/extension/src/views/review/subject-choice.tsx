import { type RecordId, type StoredRecord, writtenDate } from '@cyber-prevent/core';
import { Select } from '../../components/select.js';
import { useSubjects } from '../use-subjects.js';

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

/** Chooses among the subjects held, by name; told apart by date of birth where two share one. */
export function SubjectChoice({
  label,
  value,
  onValue,
  without,
  none,
  error,
  id,
}: SubjectChoiceProps) {
  const subjects = useSubjects();
  return (
    <Select
      id={id}
      label={label}
      error={error}
      hint={none}
      choices={subjects
        .filter((subject) => subject.id !== without)
        .map(({ id: subject, value: { name, bornOn } }) => ({
          value: subject,
          label: bornOn ? `${name} (${writtenDate(bornOn)})` : name,
        }))}
      value={value ?? ''}
      onValue={(chosen) => onValue(subjects.find((subject) => subject.id === chosen))}
    />
  );
}
