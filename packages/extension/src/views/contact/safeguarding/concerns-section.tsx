import { concernState } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { writtenMoment } from '../../../components/written-value.js';
import { t } from '../../../locales/late.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { ConcernDetails } from './concern-details.js';
import { ConcernTag } from './concern-tag.js';

/** Every concern about the person, in any state, the latest first. */
export function ConcernsSection({ page: { subject, all } }: { page: SubjectPage }) {
  const { router } = useApp();
  const concerns = all('safeguardingConcern').toSorted((a, b) =>
    a.createdAt < b.createdAt ? 1 : -1,
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
        <div class="cp-record" key={concern.id}>
          <p class="govuk-body">
            <ConcernTag state={concernState(concern.value)} />
          </p>
          <ConcernDetails concern={concern} />
          <p class="govuk-body cp-detail__acts">
            <Button
              kind="link"
              about={writtenMoment(concern.createdAt)}
              onPress={() => router.go({ name: 'concern', concern: concern.id })}
            >
              {t('concern.open')}
            </Button>
          </p>
        </div>
      ))}
    </>
  );
}
