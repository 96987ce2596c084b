import {
  type DecisionInput,
  gatherCase,
  type Handling,
  type RecordStore,
  type Refused,
  type StoredRecord,
  settleRefusal,
  writtenDate,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { type App, useApp } from '../../app/app.js';
import type { RouteOf } from '../../app/router.js';
import { useUnfinished } from '../../app/use-unfinished.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { ConfirmPanel } from '../../components/confirm-panel.js';
import { PageHeading } from '../../components/page-heading.js';
import { RecordForm } from '../../components/record-form.js';
import { UnfinishedStatus } from '../../components/unfinished-status.js';
import { useRecordForm } from '../../components/use-record-form.js';
import { t } from '../../locales/late.js';
import { asIssue } from '../as-issue.js';
import { GatheredView } from '../gathered.js';
import { ofKind, useGathered } from '../use-gathered.js';
import { useRecords } from '../use-records.js';
import { disposalOf } from './decide-act.js';
import { HANDLING_PATHS, HandlingFields } from './handling-fields.js';
import { keepAndDispose } from './keep-and-dispose.js';

/** The day has come until which a refused referral was kept, or what stood in the way of its disposal is gone. */
export function RefuseView({ route }: { route: RouteOf<'refuse'> }) {
  const { state } = useGathered(route.refusal, (store) => recordsOf(store, route));
  return (
    <GatheredView state={state} title={t('refuse.settle.title')} gone={t('refuse.settle.gone')}>
      {(records) => {
        const [refusal] = ofKind(records, 'refusal');
        return refusal && <Settle refusal={refusal} records={records} />;
      }}
    </GatheredView>
  );
}

/** The refusal with everything of the person; none once that is gone. */
async function recordsOf(
  store: RecordStore,
  { refusal: id }: RouteOf<'refuse'>,
): Promise<readonly StoredRecord[]> {
  const refusal = await store.get('refusal', id);
  const referral = refusal && (await store.get('referral', refusal.value.referralId));
  if (!refusal || !referral) return [];
  return [refusal, ...(await gatherCase(store, referral.value.subjectId, 'retention'))];
}

interface SettleProps {
  refusal: StoredRecord<'refusal'>;
  records: readonly StoredRecord[];
}

function Settle({ refusal, records }: SettleProps) {
  const app: App = useApp();
  const { services, router, session } = app;
  const { host, lists } = services;
  const { referralId, refusedOn, keepUntil } = refusal.value;
  const referrals = useRecords('referral') ?? [];
  const enquiries = useRecords('enquiry') ?? [];
  const own = new Set(records.map(({ id }) => id));
  const elsewhere = [...referrals, ...enquiries].filter(({ id }) => !own.has(id));
  const isBusy = useSignal(false);
  const confirming = useSignal<Refused | undefined>(undefined);
  const form = useRecordForm({ kind: 'decision', only: [], also: HANDLING_PATHS });
  const work = useUnfinished(`settle/${referralId}`, form.values);
  const values = form.values.value as Handling & { readonly reason?: string };
  const about = { record: referralId, records, elsewhere };
  const { going, stops } = disposalOf(about, { lists });

  const settle = async (): Promise<void> => {
    if (isBusy.value) return;
    const { handling } = values;
    const input: Pick<DecisionInput, 'reason'> & Handling = {
      handling,
      keepUntil: values.keepUntil || undefined,
      reason: handling === 'keep' ? values.reason : undefined,
    };
    const result = settleRefusal(input, {
      host,
      lists,
      refusal,
      referral: ofKind(records, 'referral').find(({ id }) => id === referralId),
      records,
      elsewhere,
    });
    form.showIssues(
      result.ok
        ? []
        : // The reason for keeping it is the reason of this decision.
          result.issues.map((issue) =>
            issue.at === 'keptBecause' ? { ...issue, at: 'reason' } : issue,
          ),
    );
    if (!result.ok) return;
    if (result.value.dispose.length > 0) confirming.value = result.value;
    else await keep(result.value);
  };
  const keep = async ({ commit, dispose }: Refused): Promise<void> => {
    isBusy.value = true;
    try {
      const left = await keepAndDispose(app, commit, dispose);
      await work.discard();
      if (left)
        session.say({
          heading: t('refuse.not-destroyed'),
          body: t('refuse.not-destroyed.body', { why: left.message }),
        });
      else if (dispose.length > 0) session.say({ heading: t('refuse.destroyed') });
      else if (values.keepUntil)
        session.say({ heading: t('refuse.settle.kept', { date: writtenDate(values.keepUntil) }) });
      router.go({ name: 'referrals', show: 'refusals' });
    } catch (error) {
      confirming.value = undefined;
      form.showIssues([asIssue(error)]);
    } finally {
      isBusy.value = false;
    }
  };

  return (
    <div class="cp-read">
      <PageHeading>{t('refuse.settle.title')}</PageHeading>
      <p class="govuk-body">
        {keepUntil
          ? t('refuse.settle.intro', {
              date: writtenDate(refusedOn),
              until: writtenDate(keepUntil),
            })
          : t('refuse.settle.intro-dispose', { date: writtenDate(refusedOn) })}
      </p>
      <RecordForm form={form} lists={lists} on={services.today()} onSubmit={() => void settle()}>
        <HandlingFields
          form={form}
          because="reason"
          going={going}
          records={records}
          stops={stops}
        />
        <UnfinishedStatus work={work} />
        {confirming.value ? (
          <ConfirmPanel
            heading={t('refuse.ask')}
            confirm={t('refuse.do.settle')}
            grave
            busy={isBusy.value}
            onConfirm={() => confirming.value && void keep(confirming.value)}
            onCancel={() => {
              confirming.value = undefined;
            }}
          >
            <p class="govuk-body">{t('refuse.ask.body')}</p>
            <p class="govuk-body">{t('refuse.remains')}</p>
          </ConfirmPanel>
        ) : (
          <ButtonGroup>
            <Button type="submit" busy={isBusy.value}>
              {t('decide.save')}
            </Button>
            <Button kind="link" onPress={() => router.back()}>
              {t('common.cancel')}
            </Button>
          </ButtonGroup>
        )}
      </RecordForm>
    </div>
  );
}
