import type { SeenPerson as Person, SeenAnswer, Sides } from '@cyber-prevent/core';
import { writtenDate } from '@cyber-prevent/core';
import { useApp, useOpenVault } from '../../../../app/app.js';
import { Tag } from '../../../../components/tag.js';
import { t } from '../../../../locales/late.js';
import { useTwinWords } from '../../../case/use-twin-words.js';
import { withBirth } from '../../../desk/told-apart.js';
import { ClosedCase } from './closed-case.js';
import { originWords, reasonWords, valueWords, withBirthMeant } from './seen-words.js';

export interface SeenPersonProps {
  person: Person;
  answer: SeenAnswer;
}

/** A stored person who may be the person of the draft: the reasons for and against, both sides of each. */
export function SeenPerson({ person, answer }: SeenPersonProps) {
  const { officer } = useOpenVault();
  const twinWords = useTwinWords();
  const { reasons, against, strength, earlier, births } = person;
  return (
    <div class="cp-seen__person">
      <h3 class="govuk-heading-s">{twinWords(person.person, withBirth(person))}</h3>
      <Tag colour={strength === 'strong' ? 'blue' : 'grey'}>{t(`seen.strength.${strength}`)}</Tag>
      <ClosedCase subject={person.person} />
      {earlier && (
        <p class="govuk-body-s">
          {t(earlierKey(earlier, officer.id), {
            date: writtenDate(earlier.comparedOn),
            name: otherWords(earlier.other, answer, twinWords),
          })}
        </p>
      )}
      <h4 class="cp-seen__part">{t('seen.for')}</h4>
      <ul class="cp-seen__reasons">
        {reasons.map((reason) => (
          <li key={reason.kind + reason.said[0]?.held.text}>
            <strong>{withBirthMeant(reasonWords(reason), reason.said, births)}</strong>
            <Said said={reason.said} answer={answer} />
          </li>
        ))}
      </ul>
      {against.length > 0 && (
        <>
          <h4 class="cp-seen__part">{t('seen.against')}</h4>
          <ul class="cp-seen__reasons cp-seen__reasons--against">
            {against.map(({ kind, said }) => (
              <li key={kind + said.held.text}>
                <strong>{withBirthMeant(t(`seen.against.${kind}`), [said], births)}</strong>
                <Said said={[said]} answer={answer} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Said({ said, answer }: { said: readonly Sides[]; answer: SeenAnswer }) {
  const { lists } = useApp().services;
  return (
    <>
      {said.map(({ found, held }) => (
        <div class="cp-seen__sides" key={held.kind + held.text}>
          <span>
            {t('seen.held', { value: valueWords(held, lists) })}
            <span class="cp-seen__from">{originWords(held, answer.origins)}</span>
          </span>
          <span>{t('seen.found', { value: valueWords(found, lists) })}</span>
        </div>
      ))}
    </>
  );
}

/** The other person of an earlier answer, in the same words. */
export function otherWords(
  id: Person['person'],
  { people, apart }: SeenAnswer,
  twinWords: ReturnType<typeof useTwinWords>,
): string {
  const other = [...people, ...apart].find(({ person }) => person === id);
  return other ? twinWords(id, withBirth(other)) : '';
}

function earlierKey({ answer, by }: NonNullable<Person['earlier']>, officer: string) {
  const isOwn = by === officer;
  if (answer === 'not-same')
    return isOwn ? 'seen.earlier.not-same.you' : 'seen.earlier.not-same.other';
  return isOwn ? 'seen.earlier.you' : 'seen.earlier.other';
}
