import { pageDecision, writtenDate } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../../app/app.js';
import { Button } from '../../../components/button.js';
import { t } from '../../../locales/late.js';
import { CheckNotice } from '../../case/check-notice.js';
import { PersonHeading } from '../../case/person-heading.js';
import { DecidePage } from './decide-page.js';
import { GivenPage } from './given-page.js';
import { routeTo, type ShownAssessment } from './shown-assessment.js';

/** The page for the subject: first the decision to give it, then the page itself, to read, print or save. */
export function SubjectsPage(shown: ShownAssessment) {
  const { page, held, instrument } = shown;
  const { router } = useApp();
  const isDecidingAnew = useSignal(false);
  const decision = pageDecision(page.records, held.id);
  const why =
    held.value.signedAt === undefined
      ? t('assessment.page.not-signed')
      : instrument
        ? undefined
        : t('assessment.not-at-hand', {
            title: held.value.instrumentTitle,
            version: held.value.instrumentVersion,
          });
  return (
    <div class="cp-read">
      <div class="cp-no-print">
        <PersonHeading of={page.subject}>{t('assessment.page')}</PersonHeading>
        <CheckNotice records={page.records} subject={page.subject.id} />
        {why && <p class="govuk-body">{why}</p>}
        {!why && decision && !isDecidingAnew.value && (
          <p class="govuk-body">
            {t(
              decision.value.wasTold === 'told'
                ? 'assessment.page.decided.give'
                : 'assessment.page.decided.hold',
              { date: writtenDate(decision.value.on) },
            )}{' '}
            <Button
              kind="link"
              onPress={() => {
                isDecidingAnew.value = true;
              }}
            >
              {t('assessment.page.anew')}
            </Button>
          </p>
        )}
      </div>
      {!why && (!decision || isDecidingAnew.value) && (
        <DecidePage
          {...shown}
          onDecided={() => {
            isDecidingAnew.value = false;
          }}
        />
      )}
      {!why && instrument && decision?.value.wasTold === 'told' && !isDecidingAnew.value && (
        <GivenPage {...shown} instrument={instrument} decision={decision} />
      )}
      <p class="cp-no-print">
        <Button kind="link" onPress={() => router.go(routeTo(shown))}>
          {t('assessment.back-to')}
        </Button>
      </p>
    </div>
  );
}
