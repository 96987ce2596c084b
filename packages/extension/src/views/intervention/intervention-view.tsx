import {
  type CaseCommit,
  codeLabel,
  joinStopCard,
  logIntervention,
  noteAttendance,
  passed,
  type RecordId,
  type Result,
  type StoredRecord,
  together,
  writtenDate,
} from '@cyber-prevent/core';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import type { RouteOf } from '../../app/router.js';
import { useUnfinished } from '../../app/use-unfinished.js';
import { Button } from '../../components/button.js';
import { FormEnd } from '../../components/form-end.js';
import { asText } from '../../components/form-values.js';
import { InsetText } from '../../components/inset-text.js';
import { PageHeading } from '../../components/page-heading.js';
import { RecordForm } from '../../components/record-form.js';
import { Select } from '../../components/select.js';
import { useRecordForm } from '../../components/use-record-form.js';
import { t } from '../../locales/late.js';
import { CARDS, chosenCards, LooseCards, useLooseCards } from '../stop-card/loose-cards.js';
import { StopCardLink } from '../stop-card/stop-card-link.js';
import { ContactCheckFor } from '../subject/contact-check-for.js';
import { SubjectSelect } from '../subject-select.js';
import { useKeep } from '../use-keep.js';
import { useOpenSessions, useSessionStart } from './open-sessions.js';

const ASKED = [
  'subjectId',
  'kind',
  'heldOn',
  'mode',
  'minutes',
  'place',
  'present',
  'appropriateAdult',
  'outcome',
  'admission',
  'note',
  'followUpDueOn',
  'officers',
  'material',
  'response',
  'nextAction',
] as const;
/** What is seldom needed, folded away. */
const FOLDED = ['officers', 'material', 'response', 'nextAction'] as const;
const SESSION = 'session';

/** One contact, logged after the event; or a correction, which starts from the entry that it replaces. */
export function InterventionView({ route }: { route: RouteOf<'intervention'> }) {
  const { services, router } = useApp();
  const { corrects, subject, followsUp } = route;
  const form = useRecordForm({
    kind: 'intervention',
    only: ASKED,
    initial: { heldOn: services.today(), ...(subject ? { subjectId: subject } : {}) },
    given: corrects ? { corrects } : {},
  });
  const work = useUnfinished(`intervention/${corrects ?? subject ?? ''}`, form.values);
  useStartFrom(corrects, form.values);
  const on = form.values.value;
  const chosen = (asText(on.subjectId) || undefined) as RecordId | undefined;
  const sessions = useOpenSessions(corrects ? undefined : chosen, route.session);
  useSessionStart(sessions, route.session, form.values);
  const cards = useLooseCards(chosen, on.heldOn);

  const { isBusy, keep } = useKeep(form, work);
  const save = (): Promise<void> =>
    keep(
      async () => {
        const checked = form.check();
        if (!checked.ok) return undefined;
        const { subjectId } = checked.value;
        const of = subjectId && (await services.store.get('subject', subjectId));
        const log = subjectId ? await services.store.query('intervention', { subjectId }) : [];
        const { host, lists } = services;
        const logged = logIntervention(
          {
            ...checked.value,
            ...(corrects ? { corrects } : {}),
            ...(followsUp ? { followsUp } : {}),
          },
          { host, lists, subject: of || undefined, log },
        );
        if (!logged.ok) return logged;
        return joinedTo(
          logged.value,
          sessions.find(({ id }) => id === form.values.value[SESSION]),
          chosenCards(cards, form.values.value),
          { host, lists },
        );
      },
      ({ id }) => {
        const of = form.values.value.subjectId as RecordId | undefined;
        const next = of && { name: 'fill' as const, subject: of, record: id };
        return {
          heading: t('intervention.saved'),
          body: next && (
            <Button kind="link" onPress={() => router.go({ ...next, of: 'intervention' })}>
              {t('fill.go')}
            </Button>
          ),
          go: () => (of ? router.go({ name: 'subject', subject: of }) : router.back()),
        };
      },
    );

  return (
    <div class="cp-read">
      <PageHeading>{t(corrects ? 'intervention.title.correct' : 'intervention.title')}</PageHeading>
      {corrects && <InsetText>{t('intervention.correct.hint')}</InsetText>}
      {subject && !corrects && <ContactCheckFor subject={subject} />}
      <RecordForm
        form={form}
        lists={services.lists}
        on={services.today()}
        instead={{
          subjectId: (asked) => <SubjectSelect {...asked} value={asText(asked.value)} isNeeded />,
        }}
        folded={{ summary: t('intervention.more'), names: FOLDED }}
        after={{ admission: <StopCardLink subject={chosen} where="visit" /> }}
        onSubmit={() => void save()}
      >
        {sessions.length > 0 && (
          <Select
            id={form.controlId(SESSION)}
            label={t('intervention.session')}
            hint={t('intervention.session.hint')}
            none={t('intervention.session.none')}
            choices={sessions.map(({ id, value }) => ({
              value: id,
              label: t('plan.session.contact', {
                kind: codeLabel(services.lists, 'intervention-kind', value.kind),
                date: writtenDate(value.arrangedFor),
              }),
            }))}
            value={asText(on[SESSION])}
            onValue={(value) => form.set(SESSION, value)}
          />
        )}
        <LooseCards cards={cards} values={on} onValue={(ids) => form.set(CARDS, ids)} />
        <FormEnd work={work} busy={isBusy} onCancel={() => router.back()}>
          {t(corrects ? 'intervention.save.correct' : 'intervention.save')}
        </FormEnd>
      </RecordForm>
    </div>
  );
}

/** The contact with what it settles: the session that it was, and the stop cards that came up at it. One save. */
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

/** A correction begins with what the earlier entry says, unless one was begun before. */
function useStartFrom(
  corrects: RecordId | undefined,
  values: { value: Readonly<Record<string, unknown>> },
): void {
  const { services } = useApp();
  useEffect(() => {
    if (corrects === undefined) return;
    void services.store
      .get('intervention', corrects)
      .then((earlier: StoredRecord<'intervention'> | undefined) => {
        if (!earlier || values.value.kind !== undefined) return;
        const { id: _, corrects: __, ...entry } = earlier.value;
        values.value = { ...entry };
      });
  }, [services, corrects, values]);
}
