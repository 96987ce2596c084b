/** One function key away on every screen. A few words are enough to save; missing parts are listed afterwards. */
import type { Issue, RecordId } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { lateView } from '../../../app/late-view.js';
import type { Route, RouteOf } from '../../../app/route.js';
import { Button } from '../../../components/button.js';
import { ErrorSummary, type SummaryError } from '../../../components/error-summary.js';
import { FootBar } from '../../../components/foot-bar.js';
import { asText } from '../../../components/form-values.js';
import { PageHeading } from '../../../components/page-heading.js';
import { RecordForm } from '../../../components/record-form.js';
import { UnfinishedStatus } from '../../../components/unfinished-status.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useRecordForm } from '../../../components/use-record-form.js';
import { WarningText } from '../../../components/warning-text.js';
import { writtenMoment } from '../../../components/written-moment.js';
import { t } from '../../../locales/translate.js';
import { LateSubjectSelect } from '../../case/choose/late-subject-select.js';
import { useFormPerson } from '../../case/person-line/form-person.js';
import {
  CONCERN_CHOICES,
  CONCERN_FIELDS,
  CONCERN_SHOWN_WHEN,
  concernWork,
} from './concern-form.js';
import type { ConcernPerson } from './concern-person.js';
import { saveConcern } from './save-concern.js';
import { SavedConcern } from './saved-concern.js';

/** Loads a moment later: the event can be typed in the meantime. */
const ConcernAbout = lateView(async () => (await import('./concern-about.js')).ConcernAbout);

export function SafeguardingView({ route }: { route: RouteOf<'safeguarding'> }) {
  const { services, router } = useApp();
  const from = route.subject;
  const initial = from ? { subjectId: from } : {};
  const form = useRecordForm({
    kind: 'safeguardingConcern',
    only: CONCERN_FIELDS,
    shownWhen: CONCERN_SHOWN_WHEN,
    needed: CONCERN_CHOICES,
    initial,
  });
  const work = useFormWork(concernWork(from), form.values);
  const person = useSignal<ConcernPerson | undefined>(undefined);
  // Opened from a person, it is about them, whatever is typed.
  const chosen = from ?? ((form.values.value.subjectId || undefined) as RecordId | undefined);
  const known = person.value?.id === chosen ? person.value : undefined;
  const about = known?.isGone ? undefined : chosen;
  useFormPerson(from ? undefined : about);
  const busy = useSignal(false);
  const why = useSignal<SummaryError | undefined>(undefined);
  const saved = useSignal<
    { id: RecordId; at: string; toDo: readonly Issue[]; about: string | undefined } | undefined
  >(undefined);

  // The key or button was pressed again: starts another concern after a saved one. A concern being typed stays.
  const again = router.again.value;
  const heard = useRef(again);
  useLayoutEffect(() => {
    if (heard.current === again) return;
    heard.current = again;
    if (!saved.value) return;
    form.values.value = initial;
    saved.value = undefined;
  });

  /** Name of the subject as the button says it, if known. The save is reported with or without it. */
  const nameOf = async (): Promise<string | undefined> => {
    if (!about) return undefined;
    if (known?.name) return known.name;
    const subject = await services.store.get('subject', about).catch(() => undefined);
    return subject?.value.name;
  };
  const goTo = (to: Route | undefined) => to && (() => router.go(to));
  const save = async (): Promise<void> => {
    if (busy.value) return;
    busy.value = true;
    why.value = undefined;
    form.showIssues([]);
    const values = { ...form.values.value, subjectId: about ?? '' };
    const result = await saveConcern(form, values, services, work);
    if (result.name === 'incomplete') form.showIssues(result.issues);
    else if (result.name === 'failed')
      why.value = { message: result.why, go: goTo(result.kept?.to) };
    else {
      // Busy until the save is reported: a press during the name look-up would save it twice.
      const { id, toDo } = result;
      saved.value = { id, at: services.host.clock.now(), toDo, about: await nameOf() };
      void work.letGo();
    }
    busy.value = false;
  };

  if (saved.value) {
    const { id, at, toDo } = saved.value;
    return (
      <SavedConcern
        at={writtenMoment(at)}
        about={saved.value.about}
        toDo={toDo}
        onOpen={() => router.go({ name: 'concern', concern: id })}
        onAnother={() => router.go(route)}
        onBack={() => router.back()}
      />
    );
  }
  return (
    <div class="cp-read">
      <PageHeading>{t('safeguarding.title')}</PageHeading>
      <p class="govuk-body">{t('safeguarding.intro')}</p>
      {(chosen || work.cameBack.value) && (
        <ConcernAbout
          work={work}
          about={chosen}
          isFixed={from !== undefined}
          onPerson={(next) => {
            person.value = next;
          }}
        />
      )}
      {why.value !== undefined && (
        <ErrorSummary
          title={t('safeguarding.failed.title')}
          errors={[why.value, { message: t('safeguarding.failed.paper') }]}
        />
      )}
      <RecordForm
        form={form}
        lists={services.lists}
        on={services.today()}
        onSubmit={() => void save()}
        instead={{
          subjectId: (asked) =>
            from ? null : (
              <LateSubjectSelect
                {...asked}
                label={t('safeguarding.who')}
                nobody={t('safeguarding.who.nobody')}
                value={asText(asked.value)}
              />
            ),
        }}
        after={{
          riskNow: form.values.value.riskNow === 'immediate' && (
            <div role="alert">
              <WarningText>{t('safeguarding.immediate')}</WarningText>
            </div>
          ),
        }}
      >
        <FootBar>
          <UnfinishedStatus work={work} />
          <Button type="submit" busy={busy.value}>
            {busy.value ? t('safeguarding.saving') : saveLabel(about, known?.name)}
          </Button>
          <Button kind="link" onPress={() => router.back()}>
            {t('safeguarding.back')}
          </Button>
        </FootBar>
      </RecordForm>
    </div>
  );
}

/** Names the record that the press writes on, as far as it is known. */
function saveLabel(about: RecordId | undefined, name: string | undefined): string {
  if (about === undefined) return t('safeguarding.save.nobody');
  return name === undefined ? t('safeguarding.save.person') : t('safeguarding.save', { name });
}
