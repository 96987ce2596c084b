import type { RecordId } from '@cyber-prevent/core';
import type { Signal } from '@preact/signals';
import { Button, ButtonGroup } from '../../../components/button.js';
import { ErrorMessage } from '../../../components/error-message.js';
import { t } from '../../../locales/late.js';
import { SubjectSelect } from '../../case/choose/subject-select.js';
import { useSubjectNames } from '../../case/use-subject-names.js';
import type { Attendee } from './use-attendees.js';

interface PeoplePartProps {
  id: string;
  error: string | undefined;
  chosen: readonly Attendee[];
  /** The person whose page it was opened from: the line above names them, so they are not removed. */
  always: RecordId | undefined;
  /** Person in the box who is not added yet. */
  next: Signal<RecordId | ''>;
  onChosen: (ids: readonly RecordId[]) => void;
}

/** People who were there, added one after the other. */
export function PeoplePart({ id, error, chosen, always, next, onChosen }: PeoplePartProps) {
  const name = useSubjectNames().get(next.value as RecordId);
  const ids = chosen.map((each) => each.id);
  const add = (): void => {
    if (next.value) onChosen([...ids, next.value]);
    next.value = '';
  };
  return (
    <section aria-labelledby="cp-together-people">
      <h2 class="govuk-heading-m" id="cp-together-people">
        {t('together.people')}
      </h2>
      {error && <ErrorMessage id={`${id}-missing`}>{error}</ErrorMessage>}
      {chosen.length > 0 && (
        <ul class="govuk-list">
          {chosen.map((subject) => (
            <li key={subject.id} class="cp-detail__acts">
              <span dir="auto">{subject.known}</span>
              {subject.id === always ? (
                <span class="govuk-hint">{t('together.always')}</span>
              ) : (
                <Button
                  kind="link"
                  about={subject.known}
                  onPress={() => onChosen(ids.filter((each) => each !== subject.id))}
                >
                  {t('together.remove')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <SubjectSelect
        // The box is empty again for the next person.
        key={ids.join(' ')}
        id={id}
        label={t(chosen.length > 0 ? 'together.add-another' : 'together.add-first')}
        without={ids}
        value={next.value}
        onValue={(value) => {
          next.value = value as RecordId | '';
        }}
      />
      <ButtonGroup>
        <Button kind="secondary" onPress={add}>
          {name === undefined ? t('together.add') : t('together.add.of', { name })}
        </Button>
      </ButtonGroup>
    </section>
  );
}
