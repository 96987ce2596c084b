import type { StoredRecord } from '@cyber-prevent/core';
import type { FillRow, FillValue } from '@cyber-prevent/core/fill';
import { useSignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import type { RouteOf } from '../../app/router.js';
import { useKeys } from '../../app/use-keys.js';
import { useUnfinished } from '../../app/use-unfinished.js';
import { Button } from '../../components/button.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { PageHeading } from '../../components/page-heading.js';
import { UnfinishedStatus } from '../../components/unfinished-status.js';
import { t } from '../../locales/late.js';
import { browserClip } from './clip.js';
import { type FillWork, fillKey, NO_WORK, type Pack } from './fill-work.js';
import { FormPanel } from './form-panel.js';
import { GivenBefore } from './given-before.js';
import { noteGiven } from './note-given.js';
import { fieldsOfPlan, fieldsOfValues, labelsGiven, partsOfPack } from './pack-fields.js';
import { PackPanel } from './pack-panel.js';
import { UNDO_KEY } from './typed-panel.js';
import { useForm } from './use-form.js';
import { useMayCopy } from './use-may-copy.js';

export interface FillPageProps {
  route: RouteOf<'fill'>;
  /** Which record it is, in words. */
  caption: string;
  values: readonly FillValue[];
  notes: readonly StoredRecord<'writeBack'>[];
}

/** One for each page of ours: what is on the clipboard outlives the screen that put it there. */
const clip = browserClip();

/** The record on its way into a form: what will be typed, what came of it, and the pack for where nothing can be typed. */
export function FillPage({ route, caption, values, notes }: FillPageProps) {
  const { services, router, session, surface } = useApp();
  const { of, record, subject } = route;
  const page = useRef<HTMLDivElement>(null);
  const work = useSignal<FillWork>(NO_WORK);
  const open = useUnfinished(fillKey(record), work);
  const isPacking = useSignal(false);
  const isBusy = useSignal(false);
  // Until the policy is known, nothing goes on the clipboard.
  const mayCopy = useMayCopy(clip);
  const problem = useSignal<string | undefined>(undefined);
  const isPanel = surface === 'panel';
  const form = useForm({ kind: of, values, work, listens: isPanel });
  const { pack, typed } = work.value;

  const undoes = useMemo(
    () => [{ key: UNDO_KEY, label: t('fill.undo.all'), run: () => void form.undo() }],
    [form],
  );
  useKeys(t('fill.keys.after'), page, undoes);

  const packOf = (): Pack => {
    const { value: read } = form.read;
    const plan = form.plan.value;
    return {
      ...(read ? { system: read.system } : {}),
      url: read?.url ?? '',
      fields: plan ? fieldsOfPlan(plan, work.value, form.outcomes.value) : fieldsOfValues(values),
      copied: [],
      at: 0,
      from: values.map(({ text }) => text),
    };
  };
  const keepPack = (next: Pack): void => {
    work.value = { ...work.value, pack: next };
  };
  const openPack = (): void => {
    // One that was begun goes on; a form that was read since makes another, and so does a record that was changed.
    const { value: read } = form.read;
    const isOld =
      (read !== undefined && (pack?.system === undefined || pack.url !== read.url)) ||
      String(pack?.from) !== String(values.map(({ text }) => text));
    if (!pack || pack.copied.length === 0 || isOld) keepPack(packOf());
    isPacking.value = true;
  };
  const sent = async (
    way: 'fill' | 'paste',
    given: { readonly system: string; readonly url: string; readonly labels: readonly string[] },
  ): Promise<void> => {
    if (isBusy.value) return;
    isBusy.value = true;
    problem.value = undefined;
    const { system, url, labels } = given;
    const noted = await noteGiven(
      {
        ofKind: of,
        of: record,
        way,
        system,
        labels: [...labels],
        ...(url === '' ? {} : { url }),
      },
      subject,
      services,
    );
    if (!noted.ok) {
      isBusy.value = false;
      problem.value = noted.issues[0]?.message;
      return;
    }
    // Busy until the screen goes: a second press would note it a second time.
    await clip.clear();
    const read = form.read.value;
    if (read) void services.fill().then((fill) => fill.release(read));
    work.value = NO_WORK;
    await open.letGo();
    const { id, seq } = noted.value;
    session.say({ heading: t('fill.sent.saved', { system }), seq });
    router.go({ ...route, given: id, seq });
  };
  const forget = (): void => {
    const { typed: _, ...rest } = work.value;
    work.value = rest;
  };
  const choose = (row: FillRow, choice: FillRow['start']): void => {
    work.value = { ...work.value, choices: { ...work.value.choices, [row.id]: choice } };
  };
  const done = pack ? partsOfPack(pack).sequence : [];
  return (
    <div ref={page} class="cp-read">
      <PageHeading caption={caption}>{t('fill.title')}</PageHeading>
      {problem.value && <ErrorSummary errors={[{ message: problem.value }]} />}
      <GivenBefore notes={notes} record={record} />
      {isPacking.value && pack ? (
        <PackPanel
          pack={pack}
          clip={clip}
          isForbidden={!mayCopy.value}
          busy={isBusy.value}
          onPack={keepPack}
          onSent={(system) =>
            void sent('paste', {
              system,
              url: pack.url,
              // What was typed before the pack was opened went the same way.
              labels: [...new Set([...(typed?.labels ?? []), ...labelsGiven(pack)])],
            })
          }
          onRestart={() => keepPack({ ...pack, copied: [], at: 0 })}
          onClose={() => {
            isPacking.value = false;
          }}
        />
      ) : (
        <>
          {isPanel ? (
            <FormPanel
              form={form}
              work={work.value}
              busy={isBusy.value}
              onChoice={choose}
              onSent={() => typed && void sent('fill', typed)}
              onForget={forget}
            />
          ) : (
            <p class="govuk-body">{t('fill.ask.workspace')}</p>
          )}
          <h2 class="govuk-heading-s">{t('pack.title')}</h2>
          <p class="govuk-body-s">{t('pack.open.hint')}</p>
          <Button kind="secondary" onPress={openPack}>
            {pack && pack.copied.length > 0
              ? t('pack.go-on', { done: pack.copied.length, count: done.length })
              : t('pack.open')}
          </Button>
        </>
      )}
      <UnfinishedStatus work={open} />
      <p class="govuk-body">
        <Button kind="link" onPress={() => router.go({ name: 'subject', subject })}>
          {t('common.back')}
        </Button>
      </p>
    </div>
  );
}
