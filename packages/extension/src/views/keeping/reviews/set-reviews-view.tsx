/** Sets the day on which the cases of several people are reviewed: each is named, and gets a decision of its own. */
import {
  birthsOf,
  failed,
  type Issue,
  type RecordId,
  type SetReviewsContext,
  type StoredRecord,
  setReviews,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { Button, ButtonGroup } from '../../../components/button.js';
import { cleanValues } from '../../../components/form-values.js';
import { PageHeading } from '../../../components/page-heading.js';
import { RecordForm } from '../../../components/record-form.js';
import { UnfinishedStatus } from '../../../components/unfinished-status.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useLeaving } from '../../../components/use-leaving.js';
import { useRecordForm } from '../../../components/use-record-form.js';
import { t } from '../../../locales/late.js';
import { useKeep } from '../../act/use-keep.js';
import { useKnownPeople } from '../../case/use-known-people.js';
import { useNameApart } from '../../case/use-name-apart.js';
import { useSubjectNames } from '../../case/use-subject-names.js';
import { knownBy } from '../../desk/known-by.js';

type SetReviewsOf = Pick<SetReviewsContext, 'subjects' | 'decisions'>;

export function SetReviewsView({ route }: { route: RouteOf<'set-reviews'> }) {
  const { services } = useApp();
  const wanted = route.subjects;
  const found = useSignal<SetReviewsOf | undefined>(undefined);
  useEffect(() => {
    let isGone = false;
    const read = async (): Promise<void> => {
      // A record that is closed to the officer, or has gone, is left out and said below.
      const all = await Promise.all(
        (wanted ?? []).map((id) => services.store.get('subject', id).catch(() => undefined)),
      );
      const subjects = all.flatMap((each) => each ?? []);
      const decisions = await Promise.all(
        subjects.map(({ id }) => services.store.query('decision', { subjectId: id })),
      );
      if (!isGone) found.value = { subjects, decisions: decisions.flat() };
    };
    void read();
    return () => {
      isGone = true;
    };
  }, [services, wanted, found]);
  if (!found.value)
    return (
      <p class="govuk-body" role="status">
        {t('common.loading')}
      </p>
    );
  const { subjects } = found.value;
  const missing = (wanted ?? []).length - subjects.length;
  return (
    <div class="cp-read">
      <PageHeading>{t('reviews.title', { count: subjects.length })}</PageHeading>
      {missing > 0 && <p class="govuk-body">{t('people.fewer', { count: missing })}</p>}
      {subjects.length > 0 && <ReviewsForm {...found.value} />}
    </div>
  );
}

function ReviewsForm({ subjects, decisions }: SetReviewsOf) {
  const { services, router } = useApp();
  const { lists, host } = services;
  const form = useRecordForm({
    kind: 'decision',
    only: ['reviewOn', 'reason'],
    needed: ['reviewOn'],
  });
  const ids = subjects.map(({ id }) => id).toSorted();
  const work = useFormWork(`set-reviews/${ids.length}/${groupOf(ids)}`, form.values);
  const { cancel, question } = useLeaving(work, () => router.back());
  const { isBusy, keep } = useKeep(form, work);
  const nameOf = useWords();
  const factsOf = useFacts();
  /** Names the person whom an issue is about as the list of the people does. */
  const named = (issue: Issue): Issue => {
    const about = subjects.find(({ id }) => id === issue.at);
    if (!about) return issue;
    const name = nameOf(about);
    const facts = factsOf(about, name);
    const said = facts === undefined ? name : t('find.choice.and', { said: name, part: facts });
    const message = t('reviews.closed', { name: said });
    return { code: issue.code, severity: issue.severity, message };
  };
  const save = (): void =>
    void keep(
      () => {
        const input = cleanValues(form.fields, form.values.value, () => true);
        const made = setReviews(input, { host, lists, subjects, decisions });
        return made.ok ? made : failed(...made.issues.map(named));
      },
      () => ({
        heading: t('reviews.set', { count: subjects.length }),
        go: () => router.go({ name: 'subjects' }),
      }),
      // The same day and reason for other people is another save.
      ids.join(' '),
    );
  return (
    <>
      <p class="govuk-body">{t('reviews.intro')}</p>
      <Named people={subjects} />
      <RecordForm form={form} work={work} lists={lists} on={services.today()} onSubmit={save}>
        <UnfinishedStatus work={work} />
        {question || (
          <ButtonGroup>
            <Button type="submit" busy={isBusy}>
              {t('reviews.go', { count: subjects.length })}
            </Button>
            <Button kind="link" onPress={cancel}>
              {t('common.cancel')}
            </Button>
          </ButtonGroup>
        )}
      </RecordForm>
    </>
  );
}

/** Names exactly these people, in any order: a draft about some of them is never offered for others. */
function groupOf(ids: readonly RecordId[]): string {
  const all = ids.reduce((sum, id) => sum ^ BigInt(`0x${id.replaceAll('-', '')}`), 0n);
  return all.toString(16);
}

/** The people by name, each with the age, birth and reference: a decision is saved about every one of them. */
function Named({ people }: { people: readonly StoredRecord<'subject'>[] }) {
  const nameOf = useWords();
  const factsOf = useFacts();
  return (
    <ul class="govuk-list govuk-list--bullet" aria-label={t('people.caption')}>
      {people.map((person) => {
        const name = nameOf(person);
        const facts = factsOf(person, name);
        return (
          <li key={person.id}>
            <bdi>{name}</bdi>
            {facts !== undefined && <span class="cp-quiet"> {facts}</span>}
          </li>
        );
      })}
    </ul>
  );
}

/** Age, birth and reference next to a name; undefined for a namesake, whose words have these facts already. */
function useFacts(): (person: StoredRecord<'subject'>, name: string) => string | undefined {
  const today = useApp().services.today();
  const known = useKnownPeople();
  return ({ id, value }, name) => {
    if (name !== value.name) return undefined;
    const { bornOn } = value;
    const births = birthsOf(value);
    // Without a row of the list there is the record itself: nobody is shown by the name alone.
    const own = { ...(bornOn && { bornOn }), ...(births.length > 1 && { births }) };
    return known(id) ?? knownBy(own, today);
  };
}

/** Words for a person, those of one name told apart: as lists of open cases have them, or of one that is closed. */
function useWords(): (person: StoredRecord<'subject'>) => string {
  const words = useSubjectNames();
  const nameOf = useNameApart();
  return (person) => words.get(person.id) ?? nameOf(person);
}
