import type { ListedPerson, PeopleList } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button, ButtonGroup } from '../../../../components/button.js';
import { ErrorSummary } from '../../../../components/error-summary.js';
import { Form } from '../../../../components/form.js';
import { Radios } from '../../../../components/radios.js';
import { Select } from '../../../../components/select.js';
import { t } from '../../../../locales/late.js';

export interface PeoplePanelProps {
  list: PeopleList;
  /** Id of the question, where an error leads. */
  id: string;
  /** @param row - null: none of them */
  onChosen: (row: string | null) => void;
}

/** Above this many people, a select is quicker. */
const MOST_RADIOS = 7;
const LONG = 120;
/** Differs from every row of a list, because a row is JSON. */
const NONE = 'none';

/** Asks which person on a list the draft is about: two rows are never one person. */
export function PeoplePanel({ list: { people, chosen }, id, onChosen }: PeoplePanelProps) {
  const isAsking = useSignal(false);
  const value = useSignal(chosen === null ? NONE : (chosen ?? ''));
  const tried = useSignal(0);
  const count = people.length;
  const answer = useRef<HTMLDivElement>(null);
  const wasAsked = useRef(false);
  const isOpen = chosen === undefined || isAsking.value;
  useLayoutEffect(() => {
    // The focused button is gone, so the answer takes the focus and is read out.
    if (wasAsked.current && !isOpen) answer.current?.focus();
    wasAsked.current = isOpen;
    value.value = chosen === null ? NONE : (chosen ?? '');
  }, [isOpen, chosen]);
  if (!isOpen) {
    const person = people.find(({ row }) => row === chosen);
    return (
      <div ref={answer} tabIndex={-1} class="govuk-inset-text">
        <span dir="auto">
          {person
            ? t('review.people.chosen', { person: written(person, people), count })
            : t('review.people.chosen.none', { count })}
        </span>{' '}
        <Button
          kind="link"
          onPress={() => {
            isAsking.value = true;
          }}
        >
          {t('review.people.change')}
        </Button>
      </div>
    );
  }
  const error = tried.value > 0 && value.value === '' ? t('review.people.missing') : undefined;
  const choose = (): void => {
    tried.value += 1;
    if (value.value === '') return;
    isAsking.value = false;
    onChosen(value.value === NONE ? null : value.value);
  };
  const props = {
    id,
    label: t('review.people', { count }),
    hint: t('review.people.hint'),
    error,
    value: value.value,
    onValue: (next: string) => {
      value.value = next;
    },
    choices: [
      ...people.map((person) => ({ value: person.row, label: written(person, people) })),
      { value: NONE, label: t('review.people.none') },
    ],
  };
  return (
    <>
      {error && (
        <ErrorSummary errors={[{ message: error, fieldId: props.id }]} check={tried.value} />
      )}
      <Form label={props.label} onSubmit={choose}>
        {people.length > MOST_RADIOS ? (
          <Select {...props} inFull />
        ) : (
          <Radios {...props} legendSize="s" />
        )}
        <ButtonGroup>
          <Button type="submit">{t('review.people.choose')}</Button>
        </ButtonGroup>
      </Form>
    </>
  );
}

/** Cut where it is long, but never to words that another row begins with too. */
function written({ says, row }: ListedPerson, people: PeopleList['people']): string {
  const text = says.join(', ');
  const short = text.slice(0, LONG);
  const isOwn = people.every((each) => each.row === row || !each.says.join(', ').startsWith(short));
  return text.length > LONG && isOwn ? `${short}…` : text;
}
