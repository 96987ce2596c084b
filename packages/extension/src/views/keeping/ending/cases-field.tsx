import { Checkboxes } from '../../../components/checkboxes.js';
import { t } from '../../../locales/late.js';
import { useSubjectFinder } from '../../case/choose/use-subject-finder.js';

export interface CasesFieldProps {
  id: string;
  error: string | undefined;
  chosen: readonly string[];
  onChosen: (cases: readonly string[]) => void;
}

/** Cases that a colleague is asked about, unless the request began on the page of one. */
export function CasesField({ id, error, chosen, onChosen }: CasesFieldProps) {
  const { box, choices } = useSubjectFinder(chosen);
  return (
    <>
      {box}
      <Checkboxes
        id={id}
        label={t('ending.ask.cases')}
        error={error}
        choices={choices}
        value={chosen}
        onValue={onChosen}
      />
    </>
  );
}
