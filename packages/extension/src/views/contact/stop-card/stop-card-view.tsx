import {
  completeStopCard,
  gatherCase,
  openStopCard,
  type RecordId,
  type RecordOf,
  type StoredRecord,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { Button } from '../../../components/button.js';
import { asText, type FormValues } from '../../../components/form-values.js';
import { InsetText } from '../../../components/inset-text.js';
import { RecordDetails } from '../../../components/record-details.js';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';
import { ActForm } from '../../act/act-form.js';
import { GatheredView } from '../../act/gathered.js';
import { ofKind, useGathered } from '../../act/use-gathered.js';
import { useNameApart } from '../../case/use-name-apart.js';

/** Later facts of a card: they may be added while the written text stays untouched. */
const LATER = ['crimeRecorded', 'crimeReference', 'officerInCase', 'toldOn'] as const;

/** Places that follow from the form that leads here. A draft of an earlier release may name another, which is asked. */
const FIXED: ReadonlySet<string> = new Set(['notice', 'referral-form']);

/** The rest of a new card: asked for only once the words are the young person's own. */
const REST = ['saidAt', 'where', 'words', 'readBack', 'present', 'appropriateAdult', ...LATER];

const isTheirs = ({ saidBy }: FormValues): boolean => saidBy === 'subject';
const isRecorded = ({ crimeRecorded }: FormValues) => String(crimeRecorded).startsWith('recorded');

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

function OpenCard({ subject, route: { where: linked, on } }: OpenCardProps) {
  const where = linked !== undefined && FIXED.has(linked) ? linked : undefined;
  const nameOf = useNameApart();
  const { host, lists } = useApp().services;
  const workKey = `stop-card/${where ?? ''}/${subject.id}`;
  const isCarried = useCarried(workKey);
  if (!isCarried) return <p role="status">{t('common.loading')}</p>;
  return (
    <ActForm
      kind="stopCard"
      title={t('stop.title')}
      caption={nameOf(subject)}
      intro={
        <>
          <WarningText>{t('stop.warning')}</WarningText>
          <p class="govuk-body">{t('stop.say')}</p>
          <blockquote class="govuk-inset-text">{t('stop.say.words')}</blockquote>
          <p class="govuk-body">{t('stop.intro')}</p>
        </>
      }
      only={['saidBy', ...REST.filter((name) => name !== 'where' || where === undefined)]}
      needed={['saidBy']}
      shownWhen={{
        ...Object.fromEntries(REST.map((name) => [name, isTheirs])),
        crimeReference: (values) => isTheirs(values) && isRecorded(values),
      }}
      after={(form) => ({
        saidBy: isSomebodyElse(form.values.value) && <NotTheirWords subject={subject.id} />,
      })}
      workKey={workKey}
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

/** True once a draft that an earlier release stored under another key is under this one. */
function useCarried(workKey: string): boolean {
  const { unfinished } = useApp();
  const carried = useSignal<string | undefined>(undefined);
  useEffect(() => {
    let gone = false;
    // One that cannot be moved stays in the list of unfinished work.
    void unfinished
      .carry(workKey)
      .catch(() => undefined)
      .then(() => {
        if (!gone) carried.value = workKey;
      });
    return () => {
      gone = true;
    };
  }, [unfinished, workKey, carried]);
  return carried.value === workKey;
}

const isSomebodyElse = (values: FormValues): boolean =>
  asText(values.saidBy) !== '' && !isTheirs(values);

/** The places for words that somebody else said, or passed on. */
function NotTheirWords({ subject }: { subject: RecordId }) {
  const { router } = useApp();
  return (
    <InsetText>
      <p class="govuk-body">{t('stop.not-theirs')}</p>
      <p class="govuk-body">
        <Button kind="link" onPress={() => router.go({ name: 'note', subject })}>
          {t('stop.not-theirs.note')}
        </Button>{' '}
        <Button kind="link" onPress={() => router.go({ name: 'safeguarding', subject })}>
          {t('stop.not-theirs.concern')}
        </Button>
      </p>
    </InsetText>
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
      shownWhen={value.crimeRecorded === undefined ? { crimeReference: isRecorded } : {}}
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
