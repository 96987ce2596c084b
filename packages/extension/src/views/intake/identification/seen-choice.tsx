import { type SeenAnswer, writtenDate } from '@cyber-prevent/core';
import { InsetText } from '../../../components/inset-text.js';
import { Radios } from '../../../components/radios.js';
import { t } from '../../../locales/late.js';
import { SeenPerson } from '../../capture/review/person/seen-person.js';

export interface SeenChoiceProps {
  id: string;
  error: string | undefined;
  answer: SeenAnswer;
  /** Id of the person, `new`, or empty. */
  value: string;
  onValue: (chosen: string) => void;
}

/** Stored people who resemble the one to be recorded: the officer says if it is one of them. */
export function SeenChoice({ id, error, answer, value, onValue }: SeenChoiceProps) {
  return (
    <section aria-label={t('identify.seen')}>
      <h2 class="govuk-heading-m">{t('identify.seen')}</h2>
      <InsetText>{t('identify.seen.body')}</InsetText>
      {answer.people.map((person) => (
        <SeenPerson key={person.person} person={person} answer={answer} />
      ))}
      <Radios
        id={id}
        label={t('identify.who')}
        error={error}
        choices={[
          ...answer.people.map(({ person, name, bornOn }) => ({
            value: person as string,
            label: bornOn
              ? t('identify.seen.same-born', { name, date: writtenDate(bornOn) })
              : t('identify.seen.same', { name }),
          })),
          { value: 'new', label: t('identify.seen.new') },
        ]}
        value={value}
        onValue={onValue}
      />
    </section>
  );
}
