import {
  failed,
  type Issue,
  makePromise,
  type PlainDate,
  type PromiseContext,
  type PromiseSettled,
  personOfRecord,
  RECORD_LABELS,
  type RecordId,
  settlePromise,
  writtenDate,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { Route, RouteOf } from '../../../app/route.js';
import { FormEnd } from '../../../components/form-end.js';
import { asText, cleanValues, type FormValues } from '../../../components/form-values.js';
import { PageHeading } from '../../../components/page-heading.js';
import { Radios } from '../../../components/radios.js';
import { RecordDetails } from '../../../components/record-details.js';
import { RecordForm } from '../../../components/record-form.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useRecordForm } from '../../../components/use-record-form.js';
import { t } from '../../../locales/late.js';
import { useNamedPerson } from '../../act/typed-about.js';
import { useKeep } from '../../act/use-keep.js';
import { useEnquiryWords } from '../../case/enquiry/enquiry-words.js';
import { useSubjectNames } from '../../case/use-subject-names.js';
import {
  aboutOf,
  captionOf,
  type PromiseAbout,
  personOfEnquiry,
  settleWords,
} from './promise-about.js';

const MADE = ['kind', 'to', 'words', 'madeOn', 'dueOn'] as const;
const SETTLED = ['whyNotKept', 'settledOn'] as const;

/** The person whose the promise is, or will be; null for nobody. */
function personIn({ promise, subject }: PromiseAbout): RecordId | null | undefined {
  return promise ? personOfRecord(promise) : (subject ?? null);
}

/** Makes a promise with a day, or records if one was kept. */
export function PromiseView({ route }: { route: RouteOf<'promise'> }) {
  const { services, router } = useApp();
  const { on, record, promise } = route;
  const today = services.today();
  const isSettling = promise !== undefined;
  const isGone = useSignal(false);
  const seenSettled = useSignal('');
  const initial = useMemo<FormValues>(
    () => (isSettling ? { settledOn: today } : { kind: 'feedback', to: 'referrer', madeOn: today }),
    [isSettling, today],
  );
  const form = useRecordForm({
    kind: 'promise',
    only: isSettling ? SETTLED : MADE,
    initial,
    also: ['settled'],
    shownWhen: { whyNotKept: ({ settled }) => settled === 'not-kept' },
  });
  const work = useFormWork(`promise/${promise ?? record}`, form.values);
  const names = useSubjectNames();
  const wordsOf = useEnquiryWords();
  const about = useSignal<PromiseAbout | undefined>(undefined);
  const person = about.value && personIn(about.value);
  const named = useNamedPerson(form, person, {
    store: services.store,
    what: RECORD_LABELS.promise.one,
    now:
      on === 'enquiry' && !isSettling ? () => personOfEnquiry(services.store, record) : undefined,
  });
  const { isBusy, keep } = useKeep(form, work, named);
  useEffect(() => {
    void aboutOf(services.store, route).then(
      (found) => {
        // A draft says whose promise it was typed about, so that it stays theirs when the promise is moved.
        if (found) work.beginWith({ ...initial, subjectId: personIn(found) });
        about.value = found;
        isGone.value = found === undefined;
      },
      () => undefined,
    );
  }, [services, work, initial, record, promise]);

  const save = (): Promise<void> =>
    keep(
      async () => {
        const typed = cleanValues(
          form.fields,
          form.values.value,
          (path) => form.shownWhen[path]?.(form.values.value) ?? true,
        );
        const { store, host, lists } = services;
        const made = promise && (await store.get('promise', promise));
        if (isSettling && !made) {
          isGone.value = true;
          return undefined;
        }
        if (made?.value.settledOn && seenSettled.value !== made.heads.join()) {
          // Another window has settled it meanwhile. That is shown once; the typed answer may still be saved instead.
          seenSettled.value = made.heads.join();
          return failed(alreadySettled(made.value.settledOn, made.value.settled));
        }
        return made
          ? settlePromise(
              made,
              { ...typed, settled: settledIn(form.values.value) },
              { host, lists },
            )
          : makePromise(typed, {
              host,
              lists,
              on: (await store.get(on, record)) as PromiseContext['on'],
            });
      },
      () => ({
        heading: savedWords(),
        go: () => router.go(backTo(route)),
      }),
    );

  const enquiry = about.value?.enquiry && wordsOf(about.value.enquiry);
  const whose = about.value && captionOf(about.value, names, enquiry);
  function savedWords(): string {
    if (!isSettling) return t('promise.saved');
    return whose === undefined ? t('promise.settled') : t('promise.settled.of', { about: whose });
  }
  const title = t(isSettling ? 'promise.title.settle' : 'promise.title');
  if (isGone.value)
    return (
      <>
        <PageHeading>{title}</PageHeading>
        <p class="govuk-body">{t(isSettling ? 'promise.gone' : 'promise.on-gone')}</p>
      </>
    );
  if (!about.value) return <p role="status">{t('common.loading')}</p>;
  const made = about.value.promise;
  return (
    <div class="cp-read">
      <PageHeading caption={whose}>{title}</PageHeading>
      {made && (
        <RecordDetails
          kind="promise"
          value={made.value}
          lists={services.lists}
          on={made.value.madeOn}
          only={
            about.value.referrer ? ['kind', 'madeOn', 'dueOn'] : ['kind', 'to', 'madeOn', 'dueOn']
          }
        />
      )}
      {about.value.referrer && (
        <p class="govuk-body" dir="auto">
          {t('promise.to.referrer', { name: about.value.referrer })}
        </p>
      )}
      {!isSettling && <p class="govuk-body">{t('promise.intro')}</p>}
      <RecordForm
        form={form}
        work={work}
        lists={services.lists}
        on={today}
        onSubmit={() => void save()}
        before={
          isSettling && (
            <Radios
              id={form.controlId('settled')}
              label={t('promise.settled.ask')}
              error={form.errorAt('settled')}
              choices={[
                { value: 'kept', label: t('promise.settled.kept') },
                { value: 'not-kept', label: t('promise.settled.not-kept') },
              ]}
              value={asText(form.values.value.settled)}
              onValue={(value) => form.set('settled', value)}
            />
          )
        }
      >
        <FormEnd work={work} busy={isBusy} onCancel={() => router.back()}>
          {isSettling
            ? settleWords(enquiry, about.value?.subject && names.get(about.value.subject))
            : t('promise.save')}
        </FormEnd>
      </RecordForm>
    </div>
  );
}

function settledIn({ settled }: FormValues): PromiseSettled['settled'] {
  return settled === 'kept' || settled === 'not-kept' ? settled : undefined;
}

function alreadySettled(on: PlainDate, settled: PromiseSettled['settled']): Issue {
  return {
    code: 'meanwhile',
    severity: 'error',
    message: t(settled === 'kept' ? 'promise.already.kept' : 'promise.already.not-kept', {
      date: writtenDate(on),
    }),
  };
}

function backTo({ on, record }: RouteOf<'promise'>): Route {
  if (on === 'enquiry') return { name: 'enquiry', enquiry: record };
  if (on === 'referral') return { name: 'referral', referral: record };
  return { name: 'subject', subject: record };
}
