import { concernState, riskOfConcern } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { riskWords } from '../../desk/risk-words.js';
import { ConcernCourse } from './concern-course.js';
import { ConcernDue, type ConcernForm } from './concern-due.js';
import { ConcernTag } from './concern-tag.js';
import { ConcernTellings } from './concern-tellings.js';
import { TellForm } from './tell-form.js';
import type { Concern } from './use-concern.js';

/** A concern in full: what is due on it, what was told to whom, and its whole course. */
export function OpenedConcern({ concern }: { concern: Concern }) {
  const { services, router } = useApp();
  const { lists } = services;
  const { subjectId } = concern.value;
  const state = concernState(concern.value);
  const isOpen = state !== 'closed';
  const goTo = (form: ConcernForm): void =>
    router.go({ name: 'concern', concern: concern.id, form });
  return (
    <>
      <p class="govuk-hint">{t('concern.logged')}</p>
      <p class="govuk-body">
        <ConcernTag state={state} />{' '}
        {t('concern.risk', { risk: riskWords(riskOfConcern(concern.value), lists) })}
      </p>
      {state === 'untold' && <WarningText>{t('concern.call')}</WarningText>}
      {isOpen && <ConcernDue concern={concern} onGo={goTo} />}
      <ButtonGroup>
        {isOpen && (
          <Button kind={state === 'untold' ? 'secondary' : 'primary'} onPress={() => goTo('add')}>
            {t('concern.add')}
          </Button>
        )}
        {isOpen && subjectId === undefined && (
          <Button kind="secondary" onPress={() => goTo('name')}>
            {t('concern.name')}
          </Button>
        )}
        {isOpen && (
          <Button kind={state === 'untold' ? 'link' : 'secondary'} onPress={() => goTo('close')}>
            {t('concern.close')}
          </Button>
        )}
        {subjectId !== undefined && (
          <Button
            kind="link"
            onPress={() => router.go({ name: 'subject', subject: subjectId, section: 'concerns' })}
          >
            {t('concern.person')}
          </Button>
        )}
      </ButtonGroup>
      {state !== 'untold' && (
        <>
          <h2 class="govuk-heading-m">{t('concern.told')}</h2>
          <ConcernTellings concern={concern} />
        </>
      )}
      <h2 class="govuk-heading-m">{t('concern.course')}</h2>
      <ConcernCourse concern={concern} heading="h3" />
      {state === 'untold' && <TellForm concern={concern} />}
    </>
  );
}
