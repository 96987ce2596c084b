import {
  arrangeSession,
  civilDay,
  codeLabel,
  fieldsOf,
  gatherCase,
  isAttendanceSayable,
  noteAttendance,
  type StoredRecord,
  sessionWhen,
  writtenDate,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { Button } from '../../../components/button.js';
import { type Choice, choicesOf } from '../../../components/choice.js';
import type { FormValues } from '../../../components/form-values.js';
import { InsetText } from '../../../components/inset-text.js';
import { t } from '../../../locales/late.js';
import { ActForm } from '../../act/act-form.js';
import { dayIn, ExtraDay } from '../../act/extra-day.js';
import { GatheredView } from '../../act/gathered.js';
import { ofKind, useGathered } from '../../act/use-gathered.js';
import { ContactCheckFor } from '../../case/contact-check-for.js';
import { useNameApart } from '../../case/use-name-apart.js';
import { PLAN_KINDS, planRecords } from './plan-records.js';

/** Arranges a session, or records its attendance. */
export function SessionView({ route }: { route: RouteOf<'session'> }) {
  const { state } = useGathered(`${route.subject}/${route.session ?? ''}`, (store) =>
    gatherCase(store, route.subject, 'case-work', PLAN_KINDS),
  );
  return (
    <GatheredView state={state} title={t('plan.session')} gone={t('subject.gone')}>
      {(records) => {
        const [subject] = ofKind(records, 'subject');
        if (!subject) return <p class="govuk-body">{t('subject.gone')}</p>;
        const task = { subject, records };
        if (route.session === undefined)
          return <ArrangeSession {...task} objective={route.objective} />;
        const session = ofKind(records, 'session').find(({ id }) => id === route.session);
        return session ? (
          <NoteAttendance {...task} session={session} />
        ) : (
          <p class="govuk-body">{t('plan.session.gone')}</p>
        );
      }}
    </GatheredView>
  );
}

interface SessionTask {
  readonly subject: StoredRecord<'subject'>;
  readonly records: readonly StoredRecord[];
}

const sessionsOf = ({ id }: StoredRecord<'subject'>) =>
  ({ name: 'subject', subject: id, section: 'interventions' }) as const;

function ArrangeSession({
  subject,
  records,
  objective,
}: SessionTask & { readonly objective: RouteOf<'session'>['objective'] }) {
  const nameOf = useNameApart();
  const { host, lists, store } = useApp().services;
  const open = ofKind(records, 'objective').filter(({ value }) => value.result === undefined);
  const chosen = open.find(({ id }) => id === objective);
  return (
    <ActForm
      kind="session"
      title={t('plan.session.arrange')}
      caption={nameOf(subject)}
      intro={<ContactCheckFor subject={subject.id} />}
      only={[
        'kind',
        'arrangedFor',
        'startsAt',
        'place',
        ...(open.length > 0 ? ['objectiveId'] : []),
      ]}
      choices={{
        objectiveId: open.map(({ id, value }) => ({ value: id, label: value.objective })),
      }}
      initial={{
        ...(chosen ? { objectiveId: chosen.id } : {}),
        ...(chosen?.value.intervention ? { kind: chosen.value.intervention } : {}),
      }}
      workKey={`session/${objective ?? subject.id}`}
      submit={t('plan.session.arrange.save')}
      said={t('plan.session.arranged')}
      to={sessionsOf(subject)}
      act={async ({ values }) =>
        arrangeSession(values, {
          host,
          lists,
          subject,
          records: await planRecords(store, subject.id),
        })
      }
    />
  );
}

const NEXT = 'nextFor';
const isIn = (codes: readonly string[]) => (values: FormValues) =>
  codes.includes(String(values.attendance));
const CAME = isIn(['attended', 'attended-late']);
const ABSENT = isIn(['absent-acceptable', 'absent-unacceptable', 'cancelled-by-us']);

/** Before its day nobody has come or stayed away: the form asks why the session will not take place. */
const CALLED_OFF = fieldsOf('session').map((field) =>
  field.name === 'attendance' ? { ...field, label: t('plan.session.why-off') } : field,
);

/** The absence in words for a day to come. */
function aheadChoice(choice: Choice): Choice {
  return choice.value === 'absent-acceptable'
    ? { ...choice, label: t('plan.session.excused') }
    : choice;
}

function NoteAttendance({
  subject,
  records,
  session,
}: SessionTask & { readonly session: StoredRecord<'session'> }) {
  const nameOf = useNameApart();
  const { services, router } = useApp();
  const { host, lists } = services;
  const { kind, arrangedFor, place } = session.value;
  const today = services.today();
  const isAhead = arrangedFor > today;
  const taken = new Set(ofKind(records, 'session').map(({ value }) => value.interventionId));
  const contacts = ofKind(records, 'intervention').filter(
    ({ id, value }) => value.heldOn >= arrangedFor && !taken.has(id),
  );
  return (
    <ActForm
      kind="session"
      title={t(isAhead ? 'plan.session.call-off' : 'plan.session.who-came')}
      caption={nameOf(subject)}
      intro={
        <InsetText>
          {t('plan.session.line', {
            kind: codeLabel(lists, 'intervention-kind', kind, civilDay(session.createdAt)),
            date: sessionWhen(session.value),
            place: place ?? t('plan.session.no-place'),
          })}
          {isAhead && ` ${t('plan.session.ahead')}`}
        </InsetText>
      }
      only={['attendance', 'whyNot', ...(contacts.length > 0 ? ['interventionId'] : [])]}
      needed={['attendance']}
      from={isAhead ? CALLED_OFF : undefined}
      opened={session}
      shownWhen={{ whyNot: ABSENT, interventionId: CAME }}
      choices={{
        attendance: choicesOf(lists, 'attendance', today)
          .filter(({ value }) => isAttendanceSayable(value, arrangedFor, today))
          .map((choice) => (isAhead ? aheadChoice(choice) : choice)),
        interventionId: contacts.map(({ id, value, createdAt }) => ({
          value: id,
          label: t('plan.session.contact', {
            kind: codeLabel(lists, 'intervention-kind', value.kind, civilDay(createdAt)),
            date: writtenDate(value.heldOn),
          }),
        })),
      }}
      days={{ [NEXT]: t('plan.session.next.called') }}
      extra={(form) => (
        <ExtraDay
          form={form}
          name={NEXT}
          label={t('plan.session.next')}
          hint={t('plan.session.next.hint')}
        />
      )}
      workKey={`session/came/${session.id}`}
      submit={t(isAhead ? 'plan.session.call-off.save' : 'plan.session.save')}
      said={t(isAhead ? 'plan.session.call-off.said' : 'plan.session.said')}
      next={({ values, typed }) =>
        CAME(typed) && values.interventionId === undefined ? (
          <Button
            kind="link"
            onPress={() =>
              router.go({ name: 'intervention', subject: subject.id, session: session.id })
            }
          >
            {t('plan.session.log')}
          </Button>
        ) : undefined
      }
      to={sessionsOf(subject)}
      act={({ values: { attendance, whyNot, interventionId }, typed, held }) =>
        noteAttendance(
          held ?? session,
          { attendance, whyNot, interventionId, nextFor: dayIn(typed, NEXT) },
          { host, lists },
        )
      }
    />
  );
}
