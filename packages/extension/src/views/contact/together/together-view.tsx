import {
  type CaseCommit,
  civilDay,
  codeLabel,
  failed,
  type Issue,
  logTogether,
  OWN_FIELDS,
  passed,
  type RecordId,
  type Result,
  SCHOOL_FIELDS,
  SHARED_FIELDS,
  type StoredRecord,
  sessionWhen,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp, useOpenVault } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { CameBack } from '../../../components/came-back.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { Form } from '../../../components/form.js';
import { FormEnd } from '../../../components/form-end.js';
import { asGroup, asTexts } from '../../../components/form-values.js';
import { PageHeading } from '../../../components/page-heading.js';
import { RecordFields } from '../../../components/record-form.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useRecordForm } from '../../../components/use-record-form.js';
import { t } from '../../../locales/late.js';
import { useKeep } from '../../act/use-keep.js';
import { useRecords } from '../../act/use-records.js';
import { startingGates } from '../../capture/review/review-context.js';
import { useFormPerson } from '../../case/person-line/form-person.js';
import { workOfBoth } from './both-works.js';
import { NotePart, useNoteForm } from './note-part.js';
import { OnePart } from './one-part.js';
import { PeoplePart } from './people-part.js';
import { SCHOOL_SHOWN, SchoolPart } from './school-part.js';
import { inputOf, placeIn } from './together-input.js';
import { useAttendees } from './use-attendees.js';

/**
 * A visit with several subjects: the shared values once, each subject's own, the contact with the school, a graded
 * note.
 */
export function TogetherView({ route }: { route: RouteOf<'together'> }) {
  const { services, router } = useApp();
  const { officer, kind } = useOpenVault();
  const { lists, store } = services;
  const today = services.today();
  const sessions = useRecords('session') ?? [];
  const gates = useSignal(startingGates(null, officer, 'note'));
  const note = useNoteForm();
  const initial = { heldOn: today, chosen: route.subject ? [route.subject] : [] };
  // Whoever the line above names is always among them: a draft of an earlier visit may be without.
  const chosenIn = (values: object): readonly RecordId[] => [
    ...new Set([
      ...initial.chosen,
      ...(asTexts((values as { chosen?: unknown }).chosen) as readonly RecordId[]),
    ]),
  ];
  const typedSignal = useSignal<readonly RecordId[]>(initial.chosen);
  const form = useRecordForm({
    kind: 'intervention',
    only: SHARED_FIELDS,
    initial,
    alsoBefore: ['chosen'],
    also: [
      ...typedSignal.value.flatMap((id) => OWN_FIELDS.map((name) => `each.${id}.${name}`)),
      ...SCHOOL_FIELDS.map((name) => `school.${name}`),
    ],
    shownWhen: SCHOOL_SHOWN,
  });
  // A draft for each person whose page it was opened from: nothing begun about one comes back about another.
  const whose = route.subject === undefined ? '' : `/${route.subject}`;
  const work = useFormWork(`together${whose}`, form.values);
  const noteWork = useFormWork(`together/note${whose}`, note.values);
  const both = workOfBoth(work, noteWork);
  const { isBusy, keep } = useKeep(form, both);
  const typed = form.values.value;
  const chosen = chosenIn(typed);
  // The controls that errors may refer to follow the chosen people.
  if (chosen.join() !== typedSignal.value.join()) typedSignal.value = chosen;
  useFormPerson(chosen.length === 1 ? chosen[0] : undefined);
  const people = useAttendees(chosen);
  const next = useSignal<RecordId | ''>('');
  const [notAdded] = useAttendees(next.value === '' ? [] : [next.value]);
  const openOf = (id: RecordId): StoredRecord<'session'> | undefined =>
    sessions.find(
      ({ value }) =>
        value.subjectId === id && value.attendance === undefined && value.arrangedFor <= today,
    );

  // Saves exactly the people shown.
  const ids = people.map(({ id }) => id);
  const log = async (): Promise<Result<CaseCommit> | undefined> => {
    const held = await Promise.all(ids.map((id) => store.get('subject', id)));
    const input = await inputOf(services, {
      form,
      note,
      subjects: held.flatMap((one) => one ?? []),
      called: new Map(people.map(({ id, name }) => [id, name])),
      sessionOf: openOf,
      gates: gates.value,
      by: { officer, kind },
    });
    const made = logTogether(input, { host: services.host, lists });
    const placed = [
      ...(notAdded ? [{ of: 'form' as const, issue: notAddedYet(notAdded.known) }] : []),
      ...made.issues.map((issue) => placeIn(issue, ids)),
    ];
    note.showIssues(placed.flatMap(({ of, issue }) => (of === 'note' ? issue : [])));
    const [first] = made.ok ? made.value.ids : [];
    if (made.ok && first && !notAdded) return passed({ commit: made.value.commit, id: first });
    return failed(...placed.flatMap(({ of, issue }) => (of === 'form' ? issue : [])));
  };
  const save = (): Promise<void> =>
    keep(
      log,
      () => ({
        heading: t('together.saved', { count: ids.length }),
        body: people.map(({ known }) => known).join('; '),
        // On the record of one of them: never over the page of somebody who was not there.
        go: () => {
          const [one] = route.subject && ids.includes(route.subject) ? [route.subject] : ids;
          if (one) router.go({ name: 'subject', subject: one });
        },
      }),
      JSON.stringify([ids, note.values.value, gates.value]),
    );

  const errors = [
    ...form.errors.value.map(({ path, message }) => ({
      message,
      fieldId: path === undefined ? undefined : form.controlId(path),
    })),
    ...note.errors.value.map(({ path, message }) => ({
      message,
      fieldId: path === undefined ? undefined : note.controlId(path),
    })),
  ];
  return (
    <div class="cp-read">
      <PageHeading caption={people.length > 0 ? namesOf(people) : undefined}>
        {t('together.title')}
      </PageHeading>
      <p class="govuk-body">{t('together.intro')}</p>
      <CameBack work={both}>
        <Form label={t('together.title')} onSubmit={() => void save()}>
          <ErrorSummary check={form.checked.value} errors={errors} />
          <PeoplePart
            id={form.controlId('chosen')}
            error={form.errorAt('chosen')}
            chosen={people}
            always={route.subject}
            next={next}
            onChosen={(ids) => form.set('chosen', ids)}
          />
          <h2 class="govuk-heading-m">{t('together.shared')}</h2>
          <RecordFields
            form={form}
            fields={form.fields}
            values={typed}
            prefix=""
            lists={lists}
            on={today}
            onValues={(name, value) => form.set(name, value)}
          />
          {people.map((subject) => {
            const session = openOf(subject.id);
            return (
              <OnePart
                key={subject.id}
                form={form}
                subject={subject}
                values={asGroup(asGroup(typed.each)[subject.id])}
                session={
                  session &&
                  t('plan.session.contact', {
                    kind: codeLabel(
                      lists,
                      'intervention-kind',
                      session.value.kind,
                      civilDay(session.createdAt),
                    ),
                    date: sessionWhen(session.value),
                  })
                }
                onValues={(own) =>
                  form.set('each', { ...asGroup(form.values.value.each), [subject.id]: own })
                }
              />
            );
          })}
          <SchoolPart form={form} />
          <NotePart
            note={note}
            people={people}
            gates={gates.value}
            onGates={(next) => {
              gates.value = next;
            }}
          />
          <FormEnd work={both} busy={isBusy} onCancel={() => router.back()}>
            {saveWords(people)}
          </FormEnd>
        </Form>
      </CameBack>
    </div>
  );
}

/** Nobody in the box is dropped in silence: they may have been there. */
function notAddedYet(name: string): Issue {
  const message = t('together.not-added', { name });
  return { code: 'person-not-chosen', severity: 'error', at: 'chosen', message };
}

function saveWords(people: readonly { readonly known: string }[]): string {
  if (people.length === 0) return t('together.save');
  if (people.length > MOST_NAMED) return t('together.save.all', { count: people.length });
  return t('intervention.save.for', { name: namesOf(people) });
}

/** Most people whom a button names; the heading names everybody. */
const MOST_NAMED = 3;

function namesOf(people: readonly { readonly known: string }[]): string {
  return new Intl.ListFormat('en-GB').format(people.map(({ known }) => known));
}
