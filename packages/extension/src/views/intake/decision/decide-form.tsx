import {
  codeLabel,
  type DecisionInput,
  gatherSignposts,
  type Handling,
  type Issue,
  MATTER_FIELDS,
  mattersSaid,
  type RecordId,
  type StoredRecord,
  signpostsFor,
  standingDecision,
  writtenDate,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import type { DecidedOn } from '../../../app/route.js';
import { asText, asTexts, cleanValues, type FormValues } from '../../../components/form-values.js';
import { InsetText } from '../../../components/inset-text.js';
import { PageHeading } from '../../../components/page-heading.js';
import { RecordForm } from '../../../components/record-form.js';
import { UnfinishedStatus } from '../../../components/unfinished-status.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useRecordForm } from '../../../components/use-record-form.js';
import { t } from '../../../locales/late.js';
import { ofKind } from '../../act/use-gathered.js';
import { useRecords } from '../../act/use-records.js';
import { IdentityInWords } from '../../case/identity-in-words.js';
import { NDM_BOXES } from '../../case/ndm-boxes.js';
import { isRefusal, letsGo, outcomesOn } from '../../case/outcomes.js';
import { type Decided, decideAct, decisionsOn, disposalOf, rootOf } from './decide-act.js';
import { goesTo, saidOf } from './decided.js';
import { Going, HANDLING_PATHS, HandlingFields } from './handling-fields.js';
import { mattersShown } from './matters-shown.js';
import { fittingReasons, reasonChoices } from './reasons.js';
import { useSettle } from './use-settle.js';
import { captionOf } from './whose.js';

export interface DecideFormProps {
  on: DecidedOn;
  record: RecordId;
  records: readonly StoredRecord[];
}

const ASKED = [
  'outcome',
  'reasonCodes',
  'reason',
  ...MATTER_FIELDS,
  'decidedOn',
  ...NDM_BOXES,
] as const;

/**
 * Only the reason is asked for; the six boxes are folded away. A current decision can be changed, and stays on record.
 */
export function DecideForm({ on, record, records }: DecideFormProps) {
  const { services, router } = useApp();
  const { lists, host } = services;
  const today = services.today();
  const elsewhere = useElsewhere(records);
  const decisions = decisionsOn({ on, record, records });
  const standing = standingDecision(decisions);
  const isChange = standing !== undefined && standing.value.outcome !== 'more-information';
  const form = useRecordForm({
    kind: 'decision',
    only: ASKED,
    // A change starts from the earlier answers on a hand-over and a crime.
    initial: { decidedOn: today, ...(isChange ? mattersSaid(decisions) : {}) },
    // A reason may be ticked or typed, so neither field is marked optional.
    needed: ({ outcome }) => ['reasonCodes', ...(outcome === 'pass' ? ['passedTo'] : [])],
    shownWhen: {
      // The reasons offered depend on the decision.
      reasonCodes: ({ outcome }) => asText(outcome) !== '',
      ...mattersShown({
        letsGo: ({ outcome }) => letsGo(on, outcome),
        refuses: ({ outcome }) => isRefusal(on, outcome),
        referral: ofKind(records, 'referral').find(({ id }) => id === record),
      }),
    },
    also: HANDLING_PATHS,
  });
  // A further decision on the same record has its own draft.
  const work = useFormWork(`decide/${standing?.id ?? record}`, form.values);
  const values = form.values.value;
  const { outcome } = values;
  const refuses = isRefusal(on, outcome);
  const destroys = letsGo(on, outcome);
  const { going, stops } = disposalOf({ record, records, elsewhere }, { lists });
  const signposts =
    outcome === 'signpost'
      ? signpostsFor(fittingReasons(lists, values, today), gatherSignposts(), today)
      : [];

  const { settle, along, buttons, page } = useSettle<Decided>({
    form,
    work,
    root: rootOf({ record, records }),
    records,
    going: refuses || destroys ? going : [],
    confirm: t(on === 'referral' ? 'refuse.do' : 'refuse.do.decide'),
    remains: on === 'referral' && <p class="govuk-body">{t('refuse.remains')}</p>,
    done: (decided, left) => ({
      said: saidOf({ on, decided, left, until: handlingIn(values).keepUntil }),
      go: () => router.go(goesTo({ on, record, decided, left })),
    }),
  });
  const decide = (): Promise<void> => {
    const typed = cleanValues(
      form.fields,
      { ...values, reasonCodes: fittingReasons(lists, values, today) },
      (path) => form.shownWhen[path]?.(values) ?? true,
    ) as DecisionInput;
    return settle((confirmed, heldOnly) => {
      const result = decideAct(
        {
          ...typed,
          ...(isChange ? { replaces: standing.id } : {}),
          ...(refuses ? handlingIn(values) : {}),
          confirmed,
        },
        { host, lists },
        {
          on,
          record,
          records,
          elsewhere,
          heldOnly,
          identifyNobody: asTexts(values.identifyNobody),
        },
      );
      return result.ok ? result : { ...result, issues: result.issues.map(asSaid) };
    });
  };
  if (page) return page;
  const known = [...records, ...along];
  const all = [...going, ...along.map(({ id }) => id)];

  return (
    <div class="cp-read">
      <PageHeading caption={captionOf(records)}>
        {t(isChange ? 'decide.title.change' : `decide.title.${on}`)}
      </PageHeading>
      {isChange && (
        <InsetText>
          {t('decide.first-stays', {
            date: writtenDate(standing.value.decidedOn),
            outcome: codeLabel(lists, 'decision-outcome', standing.value.outcome),
            reason: standing.value.reason,
          })}
        </InsetText>
      )}
      <RecordForm
        form={form}
        work={work}
        lists={lists}
        on={today}
        onSubmit={() => void decide()}
        choices={{
          outcome: outcomesOn(on, (code) => codeLabel(lists, 'decision-outcome', code)),
          reasonCodes: reasonChoices(lists, outcome, today),
        }}
        hints={{ reason: t('decide.reason.hint') }}
        folded={{ summary: t('decide.boxes'), names: NDM_BOXES }}
        after={{
          outcome: destroys && (
            <Going going={all} records={known} stops={[...stops, ...waitsFor(values)]} />
          ),
          reasonCodes: signposts.length > 0 && (
            <InsetText>
              <p class="govuk-body">
                <strong>{t('decide.signposts')}</strong>
              </p>
              {signposts.map(({ reason, to, words }) => (
                <p key={reason} class="govuk-body">
                  {to}. {words}
                </p>
              ))}
              <p class="govuk-hint">{t('decide.signposts.status')}</p>
            </InsetText>
          ),
        }}
      >
        {on === 'enquiry' && <IdentityInWords form={form} names={['reason', ...NDM_BOXES]} />}
        {refuses && (
          <HandlingFields
            form={form}
            because="keptBecause"
            going={all}
            records={known}
            stops={stops}
          />
        )}
        <UnfinishedStatus work={work} />
        {buttons}
      </RecordForm>
    </div>
  );
}

/** A case passed on stays here until the other side has acknowledged it. */
function waitsFor({ outcome, acknowledgedBy, acknowledgedOn }: FormValues): readonly Issue[] {
  if (outcome !== 'pass' || (asText(acknowledgedBy) && asText(acknowledgedOn))) return [];
  return [{ code: 'handover-open', severity: 'warning', message: t('decide.pass.waits') }];
}

/** Uses the core’s own words: a reason may also be ticked, which the form cannot know. */
function asSaid(issue: Issue): Issue {
  return issue.at === 'reason' && issue.code === 'missing'
    ? { ...issue, code: 'reason-missing' }
    : issue;
}

function handlingIn(
  values: Readonly<Record<string, unknown>>,
): Handling & { keptBecause?: string } {
  const { handling, keepUntil, keptBecause } = values as Handling & { keptBecause?: string };
  if (handling !== 'keep') return handling ? { handling } : {};
  return {
    handling,
    ...(keepUntil ? { keepUntil } : {}),
    ...(keptBecause?.trim() ? { keptBecause } : {}),
  };
}

/** Referrals and enquiries of other cases: a referrer that one of them names is not destroyed. */
function useElsewhere(records: readonly StoredRecord[]): readonly StoredRecord[] {
  const referrals = useRecords('referral') ?? [];
  const enquiries = useRecords('enquiry') ?? [];
  const own = new Set(records.map(({ id }) => id));
  return [...referrals, ...enquiries].filter(({ id }) => !own.has(id));
}
