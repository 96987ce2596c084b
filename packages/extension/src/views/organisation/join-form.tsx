import {
  candidatesFor,
  organisationApart,
  organisationCourse,
  type StoredRecord,
  type WordsAlike,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { Checkboxes } from '../../components/checkboxes.js';
import { choicesOf } from '../../components/choice.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { Form } from '../../components/form.js';
import { Radios } from '../../components/radios.js';
import { Select } from '../../components/select.js';
import { TextInput } from '../../components/text-input.js';
import { t } from '../../locales/late.js';
import { statedWords } from '../case/organisation/stated-words.js';
import { placeWords, reasonOfSome } from './place-words.js';
import { NEW, OTHER, reasonsFor, useJoin } from './use-join.js';
import type { OwnerWords } from './use-owner-words.js';

export interface JoinFormProps {
  shown: WordsAlike;
  organisations: readonly StoredRecord<'organisation'>[];
  ownerOf: OwnerWords;
  /** The button that left the words before is gone: these words then take the focus. */
  hasLeft: { current: boolean };
  onLeave: () => void;
}

/** The same words in one or several places: which are meant, and by which organisation. */
export function JoinForm({ shown, organisations, ownerOf, hasLeft, onLeave }: JoinFormProps) {
  const { services } = useApp();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (hasLeft.current) heading.current?.focus();
    hasLeft.current = false;
  }, [hasLeft]);
  const candidates = useMemo(
    () => candidatesFor(shown.places, organisations),
    [shown, organisations],
  );
  const only = shown.places.length === 1 ? ['0'] : [];
  const ticked = useSignal<readonly string[]>(only);
  const which = useSignal('');
  const other = useSignal('');
  const made = useSignal({ name: shown.words, kind: '', town: '' });
  const reasons = useMemo(
    () => shown.places.map((place) => reasonsFor(place, organisations)),
    [shown, organisations],
  );
  const { errors, isBusy, join } = useJoin({ shown, organisations });
  const errorAt = (at: string) => errors.find((each) => each.at === at)?.message;
  const offered = new Set(candidates.map(({ organisation }) => organisation.id));
  const rest = organisations
    .filter((each) => !offered.has(each.id))
    .map((each) => ({ value: each.id as string, label: wordsOf(each, organisations) }))
    .toSorted((one, next) => one.label.localeCompare(next.label, 'en-GB'));
  const text = (name: 'name' | 'town', label: string) => (
    <TextInput
      id={`${id}-${name}`}
      label={label}
      value={made.value[name]}
      error={errorAt(name)}
      onValue={(to) => {
        made.value = { ...made.value, [name]: to };
      }}
    />
  );
  return (
    <Form
      label={t('organisation.join.title')}
      onSubmit={() =>
        void join({
          ticked: ticked.value.map(Number),
          which: which.value === OTHER ? other.value : which.value,
          made: made.value,
        })
      }
    >
      <ErrorSummary
        check={errors}
        errors={errors.map(({ message, at }) => ({ message, fieldId: `${id}-${at ?? 'which'}` }))}
      />
      <h2 ref={heading} class="govuk-heading-m" dir="auto" tabIndex={-1}>
        {t('organisation.join.words', { words: shown.words })}
      </h2>
      <Checkboxes
        id={`${id}-places`}
        label={t('organisation.join.places')}
        hint={t('organisation.join.places.hint')}
        error={errorAt('places')}
        choices={shown.places.map(({ kind, record, path, words, isChanged }, nth) => {
          const who = ownerOf(record);
          const place = placeWords(kind, path);
          return {
            value: String(nth),
            label:
              who === undefined
                ? t('organisation.join.place', { words, place })
                : t('organisation.join.place.of', { words, place, who }),
            hint: isChanged ? t('organisation.join.place.changed') : undefined,
          };
        })}
        value={ticked.value}
        onValue={(to) => {
          ticked.value = to;
        }}
      />
      <Radios
        id={`${id}-which`}
        label={t('organisation.join.which')}
        error={errorAt('which')}
        choices={[
          ...candidates.map(({ organisation }) => ({
            value: organisation.id as string,
            label: wordsOf(organisation, organisations),
            hint: t('organisation.join.reasons', {
              reasons: reasonOfSome(
                reasons.map((each) => each.get(organisation.id) ?? []),
                services.lists,
              ),
            }),
          })),
          ...(rest.length > 0 ? [{ value: OTHER, label: t('organisation.join.other') }] : []),
          { value: NEW, label: t('organisation.join.new') },
        ]}
        value={which.value}
        onValue={(to) => {
          which.value = to;
        }}
        under={{
          [OTHER]: (
            <Select
              id={`${id}-other`}
              label={t('organisation.join.other.which')}
              choices={rest}
              inFull
              value={other.value}
              onValue={(to) => {
                other.value = to;
              }}
            />
          ),
          [NEW]: (
            <>
              {text('name', t('organisation.join.new.name'))}
              <Select
                id={`${id}-kind`}
                label={t('organisation.kind')}
                error={errorAt('kind')}
                choices={choicesOf(services.lists, 'organisation-kind', services.today())}
                value={made.value.kind}
                onValue={(kind) => {
                  made.value = { ...made.value, kind };
                }}
              />
              {text('town', t('field.optional', { label: t('organisation.town') }))}
            </>
          ),
        }}
      />
      <ButtonGroup>
        <Button type="submit" busy={isBusy}>
          {t('organisation.join.save')}
        </Button>
        <Button kind="secondary" onPress={onLeave}>
          {t('organisation.join.leave')}
        </Button>
      </ButtonGroup>
    </Form>
  );
}

function wordsOf(
  organisation: StoredRecord<'organisation'>,
  all: readonly StoredRecord<'organisation'>[],
): string {
  const course = organisationCourse(organisation.id, (id) => all.find((each) => each.id === id));
  const now = course.at(-1);
  return statedWords(
    organisationApart(organisation.value),
    organisation.value,
    now && organisationApart(now.value),
  );
}
