import {
  addDays,
  type CaseCommit,
  type CodeLists,
  civilDay,
  codeLabel,
  contactDateIssues,
  failed,
  joinStopCard,
  logIntervention,
  noteAttendance,
  type PlainDate,
  passed,
  type RecordId,
  type RecordOf,
  type Result,
  type StoredRecord,
  SUBJECT_UNKNOWN,
  sessionWhen,
  together,
  writtenDate,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { OpenWork } from '../../../app/open-work.js';
import type { RouteOf } from '../../../app/route.js';
import { askedOf } from '../../../components/asked-of.js';
import { Button } from '../../../components/button.js';
import { FormEnd } from '../../../components/form-end.js';
import { asText, type FormValues } from '../../../components/form-values.js';
import { InsetText } from '../../../components/inset-text.js';
import { PageHeading } from '../../../components/page-heading.js';
import { RecordForm } from '../../../components/record-form.js';
import { Select } from '../../../components/select.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useRecordForm } from '../../../components/use-record-form.js';
import { t } from '../../../locales/late.js';
import { useKeep } from '../../act/use-keep.js';
import { SubjectSelect } from '../../case/choose/subject-select.js';
import { ContactCheckFor } from '../../case/contact-check-for.js';
import { CARDS, chosenCards, LooseCards, useLooseCards } from '../../case/loose-cards.js';
import { useFormPerson } from '../../case/person-line/form-person.js';
import { StopCardLink } from '../../case/stop-card-link.js';
import { useNameApart } from '../../case/use-name-apart.js';
import { useNameOf } from '../../case/use-name-of.js';
import { BesideCase } from '../beside-case.js';
import { AreaOffer } from './area-offer.js';
import { useOpenSessions, useSessionStart } from './open-sessions.js';
import { SESSION, stillCopied, useUsualStart, usualStart, withSession } from './usual-start.js';

/** The account and how it went come first; then the kind of contact, the next step, and who was there. */
const FIRST = [
  'note',
  'outcome',
  'kind',
  'mode',
  'heldOn',
  'minutes',
  'nextAction',
  'followUpDueOn',
  'present',
  'place',
  'appropriateAdult',
  'admission',
] as const;
/** Fields that are seldom needed, folded away. */
const FOLDED = ['officers', 'material', 'response', 'forceArea', 'localAuthority'] as const;
const ASKED = askedOf('intervention', { first: FIRST, last: FOLDED });
/** Offered in one press, from today: a contact without a follow-up leaves nothing due. */
const FOLLOW_UP_DAYS = 14;
/** Kind that a first contact starts with, in sight and to be changed where it was another. */
const FIRST_KIND = 'home-visit';

interface InterventionFormProps {
  route: RouteOf<'intervention'>;
  /** The person whose page it was opened from, and whom the contact was with. Absent: the form asks. */
  subject: StoredRecord<'subject'> | undefined;
}

export function InterventionForm({ route, subject }: InterventionFormProps) {
  const { services, router } = useApp();
  const { corrects, followsUp } = route;
  const form = useRecordForm({
    kind: 'intervention',
    only: subject ? ASKED : ['subjectId', ...ASKED],
    initial: { heldOn: services.today(), ...(route.first ? { kind: FIRST_KIND } : {}) },
    given: { ...(subject ? { subjectId: subject.id } : {}), ...(corrects ? { corrects } : {}) },
  });
  const work = useFormWork(workKey(route), form.values);
  const earlier = useStartFrom(corrects, work);
  const on = form.values.value;
  const chosen = subject?.id ?? ((asText(on.subjectId) || undefined) as RecordId | undefined);
  const sessions = useOpenSessions(corrects ? undefined : chosen, route.session);
  useSessionStart(sessions, route.session, work);
  const cards = useLooseCards(chosen, on.heldOn);
  const isNew = !corrects && !followsUp && !route.session;
  useUsualStart(isNew ? subject?.id : undefined, work);
  const usual = usualStart(on);
  useFormPerson(subject ? undefined : chosen);
  const name = useNameOf(subject, chosen);
  const nameApart = useNameApart();

  const { isBusy, keep } = useKeep(form, work);
  const save = (): Promise<void> =>
    keep(
      async () => {
        const checked = form.check(services.today(), (kept) =>
          contactDateIssues(kept, subject?.value, services),
        );
        if (!checked.ok) return undefined;
        const of = chosen && (await services.store.get('subject', chosen));
        if (!of) return failed(SUBJECT_UNKNOWN);
        const log = await services.store.query('intervention', { subjectId: of.id });
        const from = route.referral && (await services.store.get('referral', route.referral));
        const { host, lists } = services;
        const logged = logIntervention(
          {
            ...checked.value,
            subjectId: of.id,
            ...(corrects ? { corrects } : {}),
            ...(followsUp ? { followsUp } : {}),
          },
          { host, lists, subject: of, log, ...(from ? { from } : {}) },
        );
        if (!logged.ok) return logged;
        const made = joinedTo(
          logged.value,
          sessions.find(({ id }) => id === form.values.value[SESSION]),
          chosenCards(cards, form.values.value),
          { host, lists },
        );
        return made.ok ? passed({ ...made.value, of }) : made;
      },
      ({ id, of }) => ({
        heading: t(corrects ? 'intervention.saved.correct' : 'intervention.saved', {
          name: nameApart(of),
        }),
        body: (
          <Button
            kind="link"
            about={nameApart(of)}
            onPress={() =>
              router.go({ name: 'fill', subject: of.id, record: id, of: 'intervention' })
            }
          >
            {t('fill.go')}
          </Button>
        ),
        go: () => router.go({ name: 'subject', subject: of.id }),
      }),
    );

  return (
    <BesideCase subject={chosen}>
      <PageHeading>{headingOf(route, name)}</PageHeading>
      {corrects && (
        <InsetText>
          {earlier &&
            t('intervention.correct.of', {
              kind: codeLabel(services.lists, 'intervention-kind', earlier.kind, earlier.heldOn),
              date: writtenDate(earlier.heldOn),
            })}{' '}
          {t('intervention.correct.hint')}
        </InsetText>
      )}
      {subject && !corrects && <ContactCheckFor subject={subject.id} />}
      {usual && work.cameBack.value === undefined && (
        <p class="govuk-hint">
          {usual.name === 'last'
            ? t('intervention.usual', { date: writtenDate(usual.on) })
            : t(`intervention.usual.${usual.name}`, { day: dayWords(usual.on, services.today()) })}
        </p>
      )}
      <RecordForm
        form={form}
        work={work}
        lists={services.lists}
        on={services.today()}
        instead={{
          subjectId: (asked) => <SubjectSelect {...asked} value={asText(asked.value)} isNeeded />,
        }}
        folded={{ summary: t('intervention.more'), names: FOLDED }}
        after={{
          localAuthority: (
            <AreaOffer subject={subject} name={name} values={on} onValue={form.set} />
          ),
          admission: <StopCardLink subject={chosen} />,
          followUpDueOn: asText(on.followUpDueOn) === '' && !corrects && (
            <p class="govuk-body">
              <Button
                kind="link"
                about={t('intervention.follow-up.about')}
                onPress={() => form.set('followUpDueOn', addDays(services.today(), FOLLOW_UP_DAYS))}
              >
                {t('intervention.follow-up.soon')}
              </Button>
            </p>
          ),
        }}
        onSubmit={() => void save()}
      >
        {sessions.length > 0 && (
          <Select
            id={form.controlId(SESSION)}
            label={t('intervention.session')}
            hint={t('intervention.session.hint')}
            none={t('intervention.session.none')}
            choices={sessions.map(({ id, value, createdAt }) => ({
              value: id,
              label: t('plan.session.contact', {
                kind: codeLabel(
                  services.lists,
                  'intervention-kind',
                  value.kind,
                  civilDay(createdAt),
                ),
                date: sessionWhen(value),
              }),
            }))}
            value={asText(on[SESSION])}
            onValue={(value) => {
              const session = sessions.find(({ id }) => id === value);
              form.values.value = withSession(form.values.value, session);
            }}
          />
        )}
        <LooseCards cards={cards} values={on} onValue={(ids) => form.set(CARDS, ids)} />
        <FormEnd
          work={work}
          busy={isBusy}
          note={usual && copiedWords(usual, on, { name, lists: services.lists })}
          onCancel={() => router.back()}
        >
          {saveWords(corrects !== undefined, name)}
        </FormEnd>
      </RecordForm>
    </BesideCase>
  );
}

/**
 * “Copied from the contact with Ada Vael on 18 November 2026, not typed: Mentoring, In person, 45 minutes.” Undefined if
 * nothing is any more.
 */
function copiedWords(
  usual: NonNullable<ReturnType<typeof usualStart>>,
  on: FormValues,
  { name, lists }: { readonly name: string | undefined; readonly lists: CodeLists },
): string | undefined {
  const { kind, mode, minutes, place } = stillCopied(usual, on);
  const copied = [
    kind && codeLabel(lists, 'intervention-kind', kind),
    mode && codeLabel(lists, 'intervention-mode', mode),
    minutes && t('intervention.copied.minutes', { count: minutes }),
    place,
  ].filter((each) => each !== undefined && each !== '');
  if (copied.length === 0) return undefined;
  const values = copied.join(', ');
  return usual.name === 'last' && name !== undefined
    ? t('intervention.copied.last', { name, date: writtenDate(usual.on), values })
    : t('intervention.copied', { values });
}

/**
 * Key of the draft. A session and a follow-up are visits of their own: a draft of one never appears in the form of
 * another.
 */
function workKey({ corrects, subject, session, followsUp }: RouteOf<'intervention'>): string {
  const of = session ?? followsUp;
  return ['intervention', corrects ?? subject ?? '', ...(of ? [of] : [])].join('/');
}

function headingOf({ corrects, first }: RouteOf<'intervention'>, name: string | undefined): string {
  if (name === undefined) return t(first ? 'intervention.title.first' : 'intervention.title');
  if (corrects) return t('intervention.title.correct', { name });
  return t(first ? 'intervention.title.first.of' : 'intervention.title.of', { name });
}

function saveWords(isCorrection: boolean, name: string | undefined): string {
  const what = t(isCorrection ? 'intervention.save.correct' : 'intervention.save');
  if (name === undefined) return what;
  return isCorrection ? t('save.for', { what, name }) : t('intervention.save.for', { name });
}

function dayWords(on: PlainDate | undefined, today: PlainDate): string {
  if (on === undefined) return t('intervention.usual.that-day');
  return on === today ? t('intervention.usual.today') : writtenDate(on);
}

/** The contact with the records that it settles: its session, and the stop cards that belong to it. One save. */
function joinedTo(
  logged: CaseCommit,
  session: StoredRecord<'session'> | undefined,
  cards: readonly StoredRecord<'stopCard'>[],
  context: Parameters<typeof noteAttendance>[2],
): Result<CaseCommit> {
  const interventionId = logged.id;
  const attendance = session?.value.attendance ?? 'attended';
  const made = together(
    [
      passed(logged),
      ...(session ? [noteAttendance(session, { attendance, interventionId }, context)] : []),
      ...cards.map((card) => joinStopCard(card, { interventionId }, context)),
    ].map((act) => ({ of: t('plan.session'), act })),
    logged.commit.reason,
  );
  return made.ok ? passed({ commit: made.value.commit, id: logged.id }) : made;
}

/** Starts a correction with the values of the earlier entry. */
function useStartFrom(
  corrects: RecordId | undefined,
  work: Pick<OpenWork<FormValues>, 'beginWith'>,
): RecordOf<'intervention'> | undefined {
  const { services } = useApp();
  const corrected = useSignal<RecordOf<'intervention'> | undefined>(undefined);
  useEffect(() => {
    if (corrects === undefined) return;
    void services.store
      .get('intervention', corrects)
      .then((earlier: StoredRecord<'intervention'> | undefined) => {
        if (!earlier) return;
        corrected.value = earlier.value;
        const { id: _, corrects: __, subjectId: ___, ...entry } = earlier.value;
        work.beginWith({ ...entry });
      });
  }, [services, corrects, work, corrected]);
  return corrected.value;
}
