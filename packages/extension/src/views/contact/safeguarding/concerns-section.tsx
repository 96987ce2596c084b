import { concernState, type StoredRecord, storedConcernOrder } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { Details } from '../../../components/details.js';
import { writtenMoment } from '../../../components/written-moment.js';
import { t } from '../../../locales/late.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { ConcernCourse } from './concern-course.js';
import { ConcernDue } from './concern-due.js';
import { ConcernTag } from './concern-tag.js';

/** Every concern about the person in full, in the order of the list: what is due on each, and its whole course. */
export function ConcernsSection({ page: { subject, all } }: { page: SubjectPage }) {
  const { router } = useApp();
  const concerns = all('safeguardingConcern').toSorted((a, b) =>
    storedConcernOrder(a) < storedConcernOrder(b) ? -1 : 1,
  );
  return (
    <>
      <ButtonGroup>
        <Button
          kind="secondary"
          onPress={() => router.go({ name: 'safeguarding', subject: subject.id })}
        >
          {t('subject.concern')}
        </Button>
      </ButtonGroup>
      {concerns.length === 0 && <p class="govuk-body">{t('concern.none')}</p>}
      {concerns.map((concern) => (
        <OneConcern key={concern.id} concern={concern} />
      ))}
    </>
  );
}

function OneConcern({ concern }: { concern: StoredRecord<'safeguardingConcern'> }) {
  const { router } = useApp();
  const state = concernState(concern.value);
  const moment = writtenMoment(concern.createdAt);
  return (
    <div class="cp-record">
      <h3 class="govuk-heading-s">{t('concern.one', { moment })}</h3>
      <p class="govuk-body">
        <ConcernTag state={state} />
      </p>
      {state !== 'closed' && (
        <ConcernDue
          concern={concern}
          onGo={(form) => router.go({ name: 'concern', concern: concern.id, form })}
        />
      )}
      <Details summary={t('concern.course')} about={moment} open={state !== 'closed' || undefined}>
        <ConcernCourse concern={concern} heading="h4" />
      </Details>
      <p class="govuk-body cp-detail__acts">
        <Button
          kind="link"
          about={moment}
          onPress={() => router.go({ name: 'concern', concern: concern.id })}
        >
          {t('concern.open')}
        </Button>
      </p>
    </div>
  );
}
