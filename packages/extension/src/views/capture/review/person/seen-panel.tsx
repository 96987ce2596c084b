import { type SeenAnswer, writtenDate } from '@cyber-prevent/core';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useOpenVault } from '../../../../app/app.js';
import { Details } from '../../../../components/details.js';
import { Radios } from '../../../../components/radios.js';
import { TextInput } from '../../../../components/text-input.js';
import { t } from '../../../../locales/late.js';
import { birthDates } from '../../../act/either-of.js';
import { useTwinWords } from '../../../case/use-twin-words.js';
import { withBirth } from '../../../desk/told-apart.js';
import { otherWords, SeenPerson } from './seen-person.js';

export interface SeenPanelProps {
  answer: SeenAnswer;
  /** `new`, `not-sure`, the id of a subject, or empty if nothing is chosen. */
  chosen: string;
  onChoose: (chosen: string) => void;
  why: string;
  onWhy: (why: string) => void;
  error?: string | undefined;
  /** Id of the first choice, for an error summary. */
  choiceId: string;
  /** Differences from the record of the chosen person. */
  conflicts?: ComponentChildren;
}

/**
 * Asks about stored people who resemble the person of the draft. Appears at the save; the focus goes to the question.
 */
export function SeenPanel(props: SeenPanelProps) {
  const { answer, chosen, onChoose, why, onWhy, error, choiceId, conflicts } = props;
  const { officer } = useOpenVault();
  const twinWords = useTwinWords();
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const reason = (
    <TextInput label={t('seen.why')} hint={t('seen.why.hint')} value={why} onValue={onWhy} />
  );
  return (
    <section class="cp-seen" aria-labelledby={headingId}>
      <h2 ref={heading} id={headingId} class="govuk-heading-m" tabIndex={-1}>
        {t('seen.title')}
      </h2>
      <p class="govuk-body-s">{t('seen.intro')}</p>
      {answer.people.map((person) => (
        <SeenPerson key={person.person} person={person} answer={answer} />
      ))}
      {answer.moreCount > 0 && (
        <p class="govuk-body-s">{t('seen.more', { count: answer.moreCount })}</p>
      )}
      {answer.apart.length > 0 && (
        <Details summary={t('seen.apart', { count: answer.apart.length })}>
          <ul class="govuk-list">
            {answer.apart.map((person) => (
              <li key={person.person}>
                {person.earlier &&
                  t(person.earlier.by === officer.id ? 'seen.apart.you' : 'seen.apart.other', {
                    person: twinWords(person.person, withBirth(person)),
                    date: writtenDate(person.earlier.comparedOn),
                    name: otherWords(person.earlier.other, answer, twinWords),
                  })}
              </li>
            ))}
          </ul>
        </Details>
      )}
      <Radios
        id={choiceId}
        label={t('seen.answer')}
        legendSize="s"
        error={error}
        choices={[
          { value: 'new', label: t('seen.new'), hint: t('seen.new.hint') },
          ...answer.people.map(({ person, name, bornOn, births }) => ({
            value: person,
            label: t('seen.same', { name }),
            hint: twinWords(
              person,
              births
                ? t('seen.same.hint-several', { dates: birthDates(births) })
                : bornOn
                  ? t('seen.same.hint', { date: writtenDate(bornOn) })
                  : t('seen.same.hint-none'),
            ),
          })),
          { value: 'not-sure', label: t('seen.not-sure'), hint: t('seen.not-sure.hint') },
        ]}
        value={chosen}
        onValue={onChoose}
        under={{
          new: reason,
          'not-sure': reason,
          ...Object.fromEntries(answer.people.map(({ person }) => [person, conflicts])),
        }}
      />
    </section>
  );
}
