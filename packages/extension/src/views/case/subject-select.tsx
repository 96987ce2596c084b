import { Radios } from '../../components/radios.js';
import { Select } from '../../components/select.js';
import { useSubjectFinder } from './use-subject-finder.js';

export interface SubjectSelectProps {
  label: string;
  /** Empty while nobody is chosen. */
  value: string;
  onValue: (subject: string) => void;
  /** Left out of the list: who is chosen already, or whom something is moved away from. */
  without?: readonly string[] | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  id?: string | undefined;
  /** One must be chosen: a few stand side by side. */
  isNeeded?: boolean | undefined;
}

const MOST_RADIOS = 7;

/** Chooses among the subjects held; where they are many, one looks for them first. */
export function SubjectSelect({ without, isNeeded, ...props }: SubjectSelectProps) {
  const { box, choices, rows } = useSubjectFinder([props.value], without);
  const isFew = isNeeded && rows !== undefined && rows.length <= MOST_RADIOS;
  const Control = isFew ? Radios : Select;
  return (
    <>
      {box}
      <Control {...props} choices={choices} />
    </>
  );
}
