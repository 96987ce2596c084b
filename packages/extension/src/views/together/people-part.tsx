import { type RecordId, type StoredRecord, writtenDate } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { Button, ButtonGroup } from '../../components/button.js';
import { ErrorMessage } from '../../components/error-message.js';
import { Select } from '../../components/select.js';
import { t } from '../../locales/late.js';
import { useRecords } from '../use-records.js';

interface PeoplePartProps {
  id: string;
  error: string | undefined;
  chosen: readonly StoredRecord<'subject'>[];
  onChosen: (ids: readonly RecordId[]) => void;
}

/** Who was there, one after the other. */
export function PeoplePart({ id, error, chosen, onChosen }: PeoplePartProps) {
  const subjects = (useRecords('subject') ?? []).toSorted((a, b) =>
    a.value.name.localeCompare(b.value.name, 'en-GB'),
  );
  const next = useSignal('');
  const ids = chosen.map((each) => each.id);
  const rest = subjects.filter((each) => !ids.includes(each.id));
  const add = (): void => {
    const found = rest.find((each) => each.id === next.value);
    if (found) onChosen([...ids, found.id]);
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
            <li key={subject.id}>
              {subject.value.name}{' '}
              <Button
                kind="link"
                about={subject.value.name}
                onPress={() => onChosen(ids.filter((each) => each !== subject.id))}
              >
                {t('together.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Select
        id={id}
        label={t(chosen.length > 0 ? 'together.add-another' : 'together.add-first')}
        choices={rest.map((subject) => ({
          value: subject.id,
          label: subject.value.bornOn
            ? `${subject.value.name} (${writtenDate(subject.value.bornOn)})`
            : subject.value.name,
        }))}
        value={next.value}
        onValue={(value) => {
          next.value = value;
        }}
      />
      <ButtonGroup>
        <Button kind="secondary" onPress={add}>
          {t('together.add')}
        </Button>
      </ButtonGroup>
    </section>
  );
}
