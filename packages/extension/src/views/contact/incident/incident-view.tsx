import type { RecordId, StoredRecord } from '@cyber-prevent/core';
import { civilDay, writtenDate } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { PageHeading } from '../../../components/page-heading.js';
import { RecordDetails } from '../../../components/record-details.js';
import { t } from '../../../locales/late.js';
import { GatheredView } from '../../act/gathered.js';
import { ofKind, useGathered } from '../../act/use-gathered.js';
import { IncidentForm } from './incident-form.js';
import { IncidentList } from './incident-list.js';

/** Incidents: all of them, one, a new one, one corrected. */
export function IncidentView({ route: { incident, writing } }: { route: RouteOf<'incident'> }) {
  const { router } = useApp();
  if (incident !== undefined) return <One id={incident} isWriting={writing === true} />;
  return writing ? (
    <IncidentForm onDone={(id) => router.go({ name: 'incident', incident: id })} />
  ) : (
    <IncidentList />
  );
}

function One({ id, isWriting }: { id: RecordId; isWriting: boolean }) {
  const { router } = useApp();
  const { state } = useGathered(id, (store) => store.consult([id], 'case-work'));
  return (
    <GatheredView state={state} title={t('incident.title')} gone={t('incident.gone')}>
      {(records) => {
        const [held] = ofKind(records, 'incident');
        if (!held) return null;
        return isWriting ? (
          <IncidentForm
            opened={held}
            onDone={() => router.go({ name: 'incident', incident: id })}
          />
        ) : (
          <Shown held={held} />
        );
      }}
    </GatheredView>
  );
}

function Shown({ held: { id, value, createdAt } }: { held: StoredRecord<'incident'> }) {
  const { services, router } = useApp();
  const { subjectId } = value;
  return (
    <div class="cp-read">
      <PageHeading caption={t('incident.title')}>
        {t('incident.one', { date: writtenDate(value.happenedOn) })}
      </PageHeading>
      <ButtonGroup>
        <Button
          kind="secondary"
          onPress={() => router.go({ name: 'incident', incident: id, writing: true })}
        >
          {t('incident.correct')}
        </Button>
        {subjectId !== undefined && (
          <Button kind="link" onPress={() => router.go({ name: 'subject', subject: subjectId })}>
            {t('incident.subject')}
          </Button>
        )}
      </ButtonGroup>
      <RecordDetails
        kind="incident"
        value={value}
        lists={services.lists}
        on={civilDay(createdAt)}
      />
    </div>
  );
}
