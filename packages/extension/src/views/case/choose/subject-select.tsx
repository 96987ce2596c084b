import type { Choice } from '../../../components/choice.js';
import { Radios } from '../../../components/radios.js';
import { Select } from '../../../components/select.js';
import { t } from '../../../locales/late.js';
import { type FinderOptions, useSubjectFinder } from './use-subject-finder.js';

export interface SubjectSelectProps extends Pick<FinderOptions, 'matches' | 'named' | 'insteadOf'> {
  label: string;
  /** Empty if nobody is chosen. */
  value: string;
  onValue: (subject: string) => void;
  /** Subjects left out of the list: those chosen already. */
  without?: readonly string[] | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  id?: string | undefined;
  /** True if one must be chosen: a few are then shown as radios. */
  isNeeded?: boolean | undefined;
  /** Words for nobody, where that is an answer: it is then in sight, and a person only after something is typed. */
  nobody?: string | undefined;
  /** Value of that answer; empty without it, and nobody is then chosen beforehand. */
  nobodyValue?: string | undefined;
}

const MOST_RADIOS = 7;

/** Chooses among the stored subjects, with a search first if there are many. */
export function SubjectSelect({
  without,
  isNeeded,
  nobody,
  nobodyValue = '',
  matches,
  named,
  insteadOf,
  ...props
}: SubjectSelectProps) {
  const { box, choices, rows } = useSubjectFinder(
    [props.value],
    nobody === undefined
      ? { without, insteadOf, matches, named }
      : { without, isTypedFirst: true, most: MOST_RADIOS, matches, named },
  );
  // People whom the form is about come before nobody.
  const isHeaded = nobodyValue !== '';
  const [ahead, after] = isHeaded ? [choices, []] : [[], choices];
  if (nobody !== undefined)
    return (
      <>
        {box}
        <Radios {...props} choices={[...ahead, { value: nobodyValue, label: nobody }, ...after]} />
      </>
    );
  const isFew = isNeeded && rows !== undefined && rows.length <= MOST_RADIOS;
  return (
    <>
      {box}
      {isFew ? (
        <Radios {...props} choices={choices} />
      ) : (
        <Select {...props} choices={choices.map(asOption)} inFull />
      )}
    </>
  );
}

/** An option has no hint of its own, so its words say the date of birth too. */
function asOption({ value, label, hint }: Choice): Choice {
  return { value, label: hint ? t('find.choice.with', { label, hint }) : label };
}
