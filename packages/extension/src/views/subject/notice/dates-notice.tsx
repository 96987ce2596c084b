/** Contradictory dates of this person, shown until they are corrected, with links to correct each. */
import {
  canBeBehaviour,
  type DateContradiction,
  dateContradictions,
  dayOfBehaviour,
  type RecordId,
  writtenDate,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import type { Route } from '../../../app/route.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { standingInterventions } from '../standing-interventions.js';

export function DatesNotice({ page }: { page: SubjectPage }) {
  const { subject, all } = page;
  const found = dateContradictions({
    subject,
    referrals: all('referral'),
    interventions: standingInterventions(page),
    offences: all('offence'),
  });
  if (found.length === 0) return null;
  return (
    <section aria-labelledby="cp-subject-dates">
      <h2 class="govuk-heading-m" id="cp-subject-dates">
        {t('subject.dates')}
      </h2>
      {found.map((each) => (
        <WarningText key={`${each.kind} ${each.record} ${each.message}`}>
          {each.message}
        </WarningText>
      ))}
      <p class="govuk-body">{t('subject.dates.why')}</p>
      <ButtonGroup>
        <Corrections page={page} found={found} />
      </ButtonGroup>
    </section>
  );
}

interface CorrectionsProps {
  page: SubjectPage;
  found: readonly DateContradiction[];
}

/** One link for each record named, and for the date of birth if it is one of them. */
function Corrections({ page: { subject, all }, found }: CorrectionsProps) {
  const { router } = useApp();
  const named = new Set(found.map(({ record }) => record));
  const ways: readonly Way[] = [
    ...all('referral').map(
      ({ id, value }): Way => ({
        id,
        words: t('person.referral.correct'),
        about: writtenDate(value.receivedOn),
        to: { name: 'act', act: 'correct-referral', subject: subject.id, record: id },
      }),
    ),
    ...all('offence')
      .filter(({ value }) => canBeBehaviour(subject.value, value))
      .map(
        ({ id, value }): Way => ({
          id,
          words: t('offence.behaviour'),
          about: writtenDate(dayOfBehaviour(value)),
          to: { name: 'act', act: 'keep-as-behaviour', subject: subject.id, record: id },
        }),
      ),
    ...all('intervention').map(
      ({ id, value }): Way => ({
        id,
        words: t('subject.dates.contact'),
        about: writtenDate(value.heldOn),
        to: { name: 'intervention', subject: subject.id, corrects: id },
      }),
    ),
  ];
  return (
    <>
      {ways
        .filter(({ id }) => named.has(id))
        .map(({ id, words, about, to }) => (
          <Button key={id} kind="link" about={about} onPress={() => router.go(to)}>
            {words}
          </Button>
        ))}
      {found.some(({ kind }) => kind.endsWith('-before-birth') || kind.startsWith('offence-')) && (
        <Button
          kind="link"
          onPress={() =>
            router.go({ name: 'detail', subject: subject.id, detail: 'bornOn', act: 'correct' })
          }
        >
          {t('person.detail.correct.bornOn')}
        </Button>
      )}
    </>
  );
}

/** Link to correct a record. */
interface Way {
  readonly id: RecordId;
  readonly words: string;
  readonly about: string;
  readonly to: Route;
}
