import {
  type OrganisationCandidate,
  organisationLikeness,
  type RecordId,
} from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { Button } from '../../../components/button.js';
import { t } from '../../../locales/late.js';
import {
  apartWords,
  type OrganisationRow,
  useOrganisations,
} from '../../desk/list/use-organisations.js';
import { chosenId, chosenValue } from './chosen-organisation.js';
import { statedWords } from './stated-words.js';

const MOST = 4;
/** Fewest characters from which organisations are suggested. */
const FEWEST = 3;

export interface SuggestOrganisationProps {
  /** The words as typed. */
  words: string;
  /** The choice as the form keeps it: see {@link chosenValue}. */
  chosen: unknown;
  /** Fills in the words, with the choice; an empty choice leaves the words. */
  onChoose: (words: string, chosen: string) => void;
}

/**
 * Organisations on record with a name like the words. Choosing one fills in its name, and joins the words to it when the
 * form is saved.
 */
export function SuggestOrganisation({ words, chosen, onChoose }: SuggestOrganisationProps) {
  const known = useOrganisations();
  const likeness = useMemo(
    () => organisationLikeness((known?.rows ?? []).map(asOrganisation)),
    [known],
  );
  const id = chosenId(chosen, words);
  const now = id === undefined ? undefined : known?.now(id);
  if (now)
    return (
      <p class="govuk-hint" role="status">
        {t('organisation.suggest.chosen', { name: now.words })}{' '}
        <Button kind="link" onPress={() => onChoose(words, '')}>
          {t('organisation.suggest.drop')}
        </Button>
      </p>
    );
  const found: readonly OrganisationCandidate<ReturnType<typeof asOrganisation>>[] =
    words.trim().length < FEWEST ? [] : likeness({ words }).slice(0, MOST);
  if (found.length === 0) return null;
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body-s">{t('organisation.suggest')}</p>
      <ul class="govuk-list">
        {found.map(({ organisation: { id: own, row } }) => (
          <li key={own}>
            <Button kind="link" onPress={() => onChoose(row.name, chosenValue(own, row.name))}>
              {t('organisation.suggest.use', {
                name: statedWords(apartWords(row), row, known?.now(own)?.words),
              })}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The parts of a row that words are likened to. */
function asOrganisation(row: OrganisationRow) {
  const { id, name, kind, town, identifiers, emailDomains, earlierNames } = row;
  const value = {
    id,
    name,
    kind,
    identifiers,
    emailDomains,
    earlierNames: earlierNames.map((each) => ({ name: each, until: '' })),
    ...(town === undefined ? {} : { town }),
  };
  return { id: id as RecordId, row, value } as {
    readonly id: RecordId;
    readonly row: OrganisationRow;
    readonly value: Parameters<typeof organisationLikeness>[0][number]['value'];
  };
}
