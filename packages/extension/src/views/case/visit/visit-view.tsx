import { writtenDate } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp, useOpenVault } from '../../../app/app.js';
import type { Route } from '../../../app/route.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { PageHeading } from '../../../components/page-heading.js';
import { SummaryList } from '../../../components/summary-list.js';
import { t } from '../../../locales/late.js';
import { type VisitFacts, visitFacts } from './visit-facts.js';

/** Replaces every screen while a family can see it. It stays on over a lock and a reload until it is turned off. */
export function VisitView({ route }: { route: Route }) {
  const { services, settings } = useApp();
  const { officer } = useOpenVault();
  const subject = 'subject' in route ? route.subject : undefined;
  const facts = useSignal<VisitFacts | undefined>(undefined);
  useEffect(() => {
    let isGone = false;
    if (subject === undefined) return;
    visitFacts(services.store, subject, services.today()).then(
      (found) => {
        if (!isGone) facts.value = found;
      },
      // Nothing is shown of somebody who cannot be read.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [services, subject, facts]);
  const shown = facts.value;
  return (
    <div class="cp-read">
      <PageHeading>
        {shown ? t('visit.title', { name: shown.name }) : t('visit.title.nobody')}
      </PageHeading>
      {shown ? (
        <SummaryList
          rows={[
            { label: t('visit.today'), value: writtenDate(services.today()) },
            { label: t('visit.appointment'), value: appointmentWords(shown) },
            { label: t('visit.officer'), value: officer.name },
          ]}
        />
      ) : (
        <p class="govuk-body">{t('visit.nobody')}</p>
      )}
      {route.name === 'safeguarding' && (
        <p class="govuk-body" role="status">
          {t('visit.waits')}
        </p>
      )}
      <ButtonGroup>
        <Button kind="secondary" onPress={() => settings.change({ visitView: false })}>
          {t('visit.off')}
        </Button>
        <Button kind="link" onPress={() => void services.vault.lock()}>
          {t('shell.lock')}
        </Button>
      </ButtonGroup>
    </div>
  );
}

function appointmentWords({ appointment }: VisitFacts): string {
  if (!appointment) return t('visit.appointment.none');
  const { when: date, place } = appointment;
  return place === undefined ? date : t('visit.appointment.at', { date, place });
}
