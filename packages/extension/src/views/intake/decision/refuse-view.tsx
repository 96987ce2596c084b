import {
  type DecisionInput,
  gatherCase,
  type Handling,
  type Issue,
  MATTER_FIELDS,
  type Matters,
  mattersSaid,
  type PlainDate,
  RECORD_LABELS,
  type RecordStore,
  type Refused,
  type StoredRecord,
  settleRefusal,
  writtenDate,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import type { Said } from '../../../app/session.js';
import { FactsBeside } from '../../../components/facts-beside.js';
import { cleanValues } from '../../../components/form-values.js';
import { PageHeading } from '../../../components/page-heading.js';
import { RecordForm } from '../../../components/record-form.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useRecordForm } from '../../../components/use-record-form.js';
import { t } from '../../../locales/late.js';
import { GatheredView } from '../../act/gathered.js';
import { personAmong, SUBJECT } from '../../act/typed-about.js';
import { ofKind, useGathered } from '../../act/use-gathered.js';
import { useRecords } from '../../act/use-records.js';
import { useNameApart } from '../../case/use-name-apart.js';
import { ReferralFacts } from '../facts/referral-facts.js';
import { decisionsOn, disposalOf, goesInPart } from './decide-act.js';
import { HANDLING_PATHS, HandlingFields } from './handling-fields.js';
import { mattersShown } from './matters-shown.js';
import { StopList } from './stop-list.js';
import { settledWords, settleWords } from './submit-words.js';
import { useSettle } from './use-settle.js';
import { whichRoot } from './which-root.js';
import { captionOf } from './whose.js';

/** Settles a refused referral whose keeping period has ended, or whose disposal is no longer blocked. */
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

/** The refusal with every record of the person; empty once those are gone. */
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
  const { services, router } = useApp();
  const { host, lists } = services;
  const nameOf = useNameApart();
  const { referralId, refusedOn, keepUntil } = refusal.value;
  const referrals = useRecords('referral') ?? [];
  const enquiries = useRecords('enquiry') ?? [];
  const own = new Set(records.map(({ id }) => id));
  const elsewhere = [...referrals, ...enquiries].filter(({ id }) => !own.has(id));
  const referral = ofKind(records, 'referral').find(({ id }) => id === referralId);
  const about = personAmong(records);
  const form = useRecordForm({
    kind: 'decision',
    only: MATTER_FIELDS,
    initial: {
      [SUBJECT]: about,
      ...mattersSaid(decisionsOn({ on: 'referral', record: referralId, records })),
    },
    shownWhen: mattersShown({ letsGo: () => false, refuses: () => true, referral }),
    also: HANDLING_PATHS,
  });
  const workKey = `settle/${referralId}`;
  const work = useFormWork(workKey, form.values);
  const values = form.values.value as Handling & { readonly reason?: string };
  const { going, stops } = disposalOf({ record: referralId, records, elsewhere }, { lists });
  const [person] = ofKind(records, 'subject');
  const name = person && nameOf(person);
  const which = referral && whichRoot(referral, records);

  const { settle, along, buttons, page } = useSettle<Refused>({
    form,
    work,
    workKey,
    root: referral,
    about,
    what: RECORD_LABELS.referral.one,
    records,
    going,
    submit: settleWords(values.handling, { name, isPart: goesInPart(person, going), which }),
    confirm: (isPart) => settledWords({ name, isPart, which }),
    remains: <p class="govuk-body">{t('refuse.remains')}</p>,
    done: ({ dispose }, left) => ({
      ...saidOf({
        left,
        isGone: dispose.length > 0,
        isPart: goesInPart(person, dispose),
        until: values.keepUntil,
      }),
      go: () => router.go({ name: 'referrals', show: 'refusals' }),
    }),
  });
  const dates = {
    received: referral ? writtenDate(referral.value.receivedOn) : t('common.not-recorded'),
    date: writtenDate(refusedOn),
  };
  const check = (): Promise<void> => {
    const { handling } = values;
    const input: Pick<DecisionInput, 'reason'> & Matters & Handling = {
      ...(cleanValues(
        form.fields,
        form.values.value,
        (path) => form.shownWhen[path]?.(form.values.value) ?? true,
      ) as Matters),
      handling,
      keepUntil: values.keepUntil || undefined,
      reason: handling === 'keep' ? values.reason : undefined,
    };
    return settle((ending, known) => {
      const result = settleRefusal(
        { ...input, confirmed: 'confirmed' in ending ? ending.confirmed : undefined },
        { host, lists, refusal, referral, records, elsewhere, ...known },
      );
      // The reason for keeping it is the reason of this decision.
      const issues = result.issues.map((issue) =>
        issue.at === 'keptBecause' ? { ...issue, at: 'reason' } : issue,
      );
      return result.ok ? result : { ...result, issues };
    });
  };
  if (page) return page;
  const { heldOnly, heldElsewhere } = along;
  const stopped = [...stops, ...heldElsewhere];

  return (
    <>
      <PageHeading caption={captionOf(records, nameOf)}>{t('refuse.settle.title')}</PageHeading>
      <p class="govuk-body">
        {keepUntil
          ? t('refuse.settle.intro', { ...dates, until: writtenDate(keepUntil) })
          : t('refuse.settle.intro-dispose', dates)}
      </p>
      <FactsBeside facts={referral && <ReferralFacts referral={referral} records={records} />}>
        {referral && stopped.length > 0 && (
          <StopList subject={referral.value.subjectId} stops={stopped} />
        )}
        <RecordForm
          form={form}
          work={work}
          lists={lists}
          on={services.today()}
          onSubmit={() => void check()}
        >
          <HandlingFields
            form={form}
            because="reason"
            going={[...going, ...heldOnly.map(({ id }) => id)]}
            records={[...records, ...heldOnly]}
            stops={stopped}
          />
          {buttons}
        </RecordForm>
      </FactsBeside>
    </>
  );
}

interface SettledNow {
  readonly left: Issue | undefined;
  readonly isGone: boolean;
  /** True if the rest of the person's record stays. */
  readonly isPart: boolean;
  readonly until: PlainDate | undefined;
}

function saidOf({ left, isGone, isPart, until }: SettledNow): { readonly said?: Said } {
  if (left)
    return {
      said: {
        heading: t('refuse.not-destroyed'),
        body: t('refuse.not-destroyed.body', { why: left.message }),
      },
    };
  if (isGone)
    return { said: { heading: t(isPart ? 'refuse.destroyed.part' : 'refuse.destroyed') } };
  if (!until) return {};
  return { said: { heading: t('refuse.settle.kept', { date: writtenDate(until) }) } };
}
