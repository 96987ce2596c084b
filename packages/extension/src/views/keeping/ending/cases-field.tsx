import { useMemo } from 'preact/hooks';
import { Checkboxes } from '../../../components/checkboxes.js';
import { t } from '../../../locales/late.js';
import { useSubjectFinder } from '../../case/choose/use-subject-finder.js';

export interface CasesFieldProps {
  id: string;
  error: string | undefined;
  chosen: readonly string[];
  /** Those selected in a list: nobody else is offered. */
  only: readonly string[] | undefined;
  onChosen: (cases: readonly string[]) => void;
}

/** Cases that a colleague is asked about, unless the request began on the page of one. */
export function CasesField({ id, error, chosen, only, onChosen }: CasesFieldProps) {
  const { box, choices, rows } = useSubjectFinder(only ?? chosen);
  const selected = useMemo(() => only && new Set<string>(only), [only]);
  const offered = selected ? choices.filter(({ value }) => selected.has(value)) : choices;
  const missing = selected && rows ? selected.size - offered.length : 0;
  return (
    <>
      {!selected && box}
      {missing > 0 && <p class="govuk-body">{t('people.fewer', { count: missing })}</p>}
      <Checkboxes
        id={id}
        label={t('ending.ask.cases')}
        error={error}
        choices={offered}
        value={chosen}
        onValue={onChosen}
      />
    </>
  );
}
