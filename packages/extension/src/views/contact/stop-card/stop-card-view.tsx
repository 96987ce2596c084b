import {
  completeStopCard,
  gatherCase,
  openStopCard,
  type RecordOf,
  type StoredRecord,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import type { FormValues } from '../../../components/form-values.js';
import { RecordDetails } from '../../../components/record-details.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { ActForm } from '../../act/act-form.js';
import { GatheredView } from '../../act/gathered.js';
import { ofKind, useGathered } from '../../act/use-gathered.js';
import { useNameApart } from '../../case/use-name-apart.js';

/** Later facts of a card: they may be added while the written text stays untouched. */
const LATER = ['crimeRecorded', 'crimeReference', 'officerInCase', 'toldOn'] as const;

const shownWhen = {
  crimeReference: ({ crimeRecorded }: FormValues) => String(crimeRecorded).startsWith('recorded'),
};

/** Opens a stop card, or adds facts that were not known then. */
export function StopCardView({ route }: { route: RouteOf<'stop-card'> }) {
  const { state } = useGathered(`${route.subject}/${route.card ?? ''}`, (store) =>
    gatherCase(store, route.subject, 'case-work', ['stopCard']),
  );
  return (
    <GatheredView state={state} title={t('stop.title')} gone={t('subject.gone')}>
      {(records) => {
        const [subject] = ofKind(records, 'subject');
        if (!subject) return <p class="govuk-body">{t('subject.gone')}</p>;
        if (route.card === undefined) return <OpenCard subject={subject} route={route} />;
        const card = ofKind(records, 'stopCard').find(({ id }) => id === route.card);
        return card ? (
          <CompleteCard subject={subject} card={card} />
        ) : (
          <p class="govuk-body">{t('stop.gone')}</p>
        );
      }}
    </GatheredView>
  );
}

interface OpenCardProps {
  subject: StoredRecord<'subject'>;
  route: RouteOf<'stop-card'>;
}

function OpenCard({ subject, route: { where, on } }: OpenCardProps) {
  const nameOf = useNameApart();
  const { host, lists } = useApp().services;
  return (
    <ActForm
      kind="stopCard"
      title={t('stop.title')}
      caption={nameOf(subject)}
      intro={
        <>
          <WarningText>{t('stop.warning')}</WarningText>
          <p class="govuk-body">{t('stop.intro')}</p>
        </>
      }
      only={[
        'saidAt',
        ...(where === undefined ? ['where'] : []),
        'words',
        'readBack',
        'present',
        'appropriateAdult',
        ...LATER,
      ]}
      shownWhen={shownWhen}
      workKey={`stop-card/${where ?? ''}/${subject.id}`}
      submit={t('stop.save')}
      said={t('stop.opened')}
      act={({ values }) =>
        openStopCard(
          {
            ...(where === undefined ? {} : { where }),
            ...values,
            ...(on ? { referralId: on } : {}),
          },
          { host, lists, subject },
        )
      }
    />
  );
}

interface CompleteCardProps {
  subject: StoredRecord<'subject'>;
  card: StoredRecord<'stopCard'>;
}

function CompleteCard({ subject, card }: CompleteCardProps) {
  const nameOf = useNameApart();
  const { host, lists } = useApp().services;
  const { value } = card;
  const missing = LATER.filter((name) => value[name] === undefined);
  const needsReference = value.crimeRecorded?.startsWith('recorded');
  const only = missing.filter(
    (name) => name !== 'crimeReference' || value.crimeRecorded === undefined || needsReference,
  );
  return (
    <ActForm
      kind="stopCard"
      title={t('stop.complete')}
      caption={nameOf(subject)}
      intro={
        <>
          <p class="govuk-body">{t('stop.complete.intro')}</p>
          <RecordDetails kind="stopCard" value={value} lists={lists} />
        </>
      }
      only={only}
      shownWhen={value.crimeRecorded === undefined ? shownWhen : {}}
      workKey={`stop-card/${card.id}`}
      submit={t('stop.complete.save')}
      said={t('stop.completed')}
      to={{ name: 'subject', subject: subject.id, section: 'notices' }}
      act={({ values }) => completeStopCard(card, later(values), { host, lists })}
    />
  );
}

function later(values: Partial<RecordOf<'stopCard'>>) {
  const { crimeRecorded, crimeReference, officerInCase, toldOn } = values;
  return { crimeRecorded, crimeReference, officerInCase, toldOn };
}
