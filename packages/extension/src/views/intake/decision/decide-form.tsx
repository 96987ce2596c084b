import {
  checkRefusal,
  codeLabel,
  type DecisionInput,
  gatherSignposts,
  type Issue,
  MATTER_FIELDS,
  mattersSaid,
  type PlainDate,
  RECORD_LABELS,
  type RecordId,
  type StoredRecord,
  signpostsFor,
  standingDecision,
  writtenDate,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import type { DecidedOn } from '../../../app/route.js';
import { FactsBeside } from '../../../components/facts-beside.js';
import { asText, asTexts, cleanValues, type FormValues } from '../../../components/form-values.js';
import { InsetText } from '../../../components/inset-text.js';
import { PageHeading } from '../../../components/page-heading.js';
import { RecordForm } from '../../../components/record-form.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useRecordForm } from '../../../components/use-record-form.js';
import { t } from '../../../locales/late.js';
import { personAmong, SUBJECT } from '../../act/typed-about.js';
import { ofKind } from '../../act/use-gathered.js';
import { useRecords } from '../../act/use-records.js';
import { dueNow } from '../../case/due-now.js';
import { useEnquiryWords } from '../../case/enquiry/enquiry-words.js';
import { IdentityInWords } from '../../case/identity-in-words.js';
import { NDM_BOXES } from '../../case/ndm-boxes.js';
import { isRefusal, letsGo } from '../../case/outcomes.js';
import { useNameApart } from '../../case/use-name-apart.js';
import { useRules } from '../../case/use-retention.js';
import { useSubjectNames } from '../../case/use-subject-names.js';
import { dueWords } from '../../desk/today/when.js';
import {
  type Decided,
  decideAct,
  decisionsOn,
  disposalOf,
  goesInPart,
  rootOf,
} from './decide-act.js';
import { goesTo, saidOf } from './decided.js';
import { DecidedFacts } from './decided-facts.js';
import { Going, HANDLING_PATHS } from './handling-fields.js';
import { mattersShown } from './matters-shown.js';
import { OutcomeField } from './outcome-field.js';
import { PassingConditions } from './passing-conditions.js';
import { fittingReasons } from './reasons.js';
import { Signposts } from './signposts.js';
import { confirmWords, enquirySubmitWords, submitWords } from './submit-words.js';
import { type Ending, useSettle } from './use-settle.js';
import { whichRoot } from './which-root.js';
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
  const referral = ofKind(records, 'referral').find(({ id }) => id === record);
  const identification = ofKind(records, 'identification').find(({ id }) => id === record);
  const enquiry = ofKind(records, 'enquiry').find(({ id }) => id === record);
  const wordsOf = useEnquiryWords(records);
  const names = useSubjectNames();
  const about = personAmong(records);
  const form = useRecordForm({
    kind: 'decision',
    only: ASKED,
    // A change starts from the earlier answers on a handover and a crime.
    initial: {
      decidedOn: today,
      [SUBJECT]: about,
      ...(isChange ? mattersSaid(decisions) : {}),
    },
    // A reason may be ticked or typed, so neither field is marked optional.
    needed: ({ outcome }) => [
      'reasonCodes',
      'gateway',
      'gatewayNote',
      ...(outcome === 'pass' ? ['passedTo'] : []),
    ],
    shownWhen: {
      // The reasons offered depend on the decision.
      reasonCodes: ({ outcome }) => asText(outcome) !== '',
      ...mattersShown({
        letsGo: ({ outcome }) => letsGo(on, outcome),
        refuses: ({ outcome }) => isRefusal(on, outcome),
        referral,
      }),
    },
    inPlace: { reason: 'reasonCodes' },
    also: HANDLING_PATHS,
  });
  // A further decision on the same record has its own draft.
  const workKey = `decide/${standing?.id ?? record}`;
  const work = useFormWork(workKey, form.values);
  const rules = useRules();
  const due = dueNow(records, today, lists, rules).get(record);
  const values = form.values.value;
  const { outcome } = values;
  const refuses = isRefusal(on, outcome);
  const destroys = letsGo(on, outcome);
  const { going, stops } = disposalOf({ record, records, elsewhere }, { lists });
  const nameOf = useNameApart();
  const [person] = ofKind(records, 'subject');
  const name = person && nameOf(person);
  const root = rootOf({ record, records });
  const which = root && whichRoot(root, records);

  const { settle, along, buttons, page } = useSettle<Decided>({
    form,
    work,
    workKey,
    root,
    about,
    what: RECORD_LABELS[on].one,
    now:
      on === 'enquiry'
        ? async () => personAmong(await services.store.query('referral', { enquiryId: record }))
        : undefined,
    records,
    going: refuses || destroys ? going : [],
    submit: enquiry
      ? enquirySubmitWords(wordsOf(enquiry).said, about ? names.get(about) : undefined)
      : submitWords(asText(outcome), name, person?.value.name, goesInPart(person, going)),
    confirm: (isPart) => confirmWords({ on, name, plain: person?.value.name, isPart, which }),
    remains: on === 'referral' && <p class="govuk-body">{t('refuse.remains')}</p>,
    done: (decided, left) => ({
      said: saidOf({
        on,
        decided,
        left,
        name,
        isPart: goesInPart(person, decided.dispose),
        until: refuses ? keptUntil(values) : undefined,
      }),
      go: () => router.go(goesTo({ on, record, decided, left })),
    }),
  });
  const decide = (): Promise<void> => {
    const typed = cleanValues(
      form.fields,
      { ...values, reasonCodes: saidReasons(values, fittingReasons(lists, values, today)) },
      (path) => form.shownWhen[path]?.(values) ?? true,
    ) as DecisionInput;
    const input = { ...typed, ...(isChange ? { replaces: standing.id } : {}) };
    const context = { host, lists };
    return settle(
      (ending, known) => {
        const result = decideAct(
          {
            ...input,
            // The day until which it is kept is typed on the last step, after this was handed over.
            ...(refuses ? handlingOf(ending, form.values.value) : confirmedBy(ending)),
          },
          context,
          {
            on,
            record,
            records,
            elsewhere,
            along: known,
            identifyNobody: asTexts(values.identifyNobody),
          },
        );
        return result.ok ? result : { ...result, issues: result.issues.map(asSaid) };
      },
      refuses
        ? (known) => {
            const about = { ...context, referral, records, elsewhere, ...known };
            const result = checkRefusal(input, about);
            return result.ok ? result : { ...result, issues: result.issues.map(asSaid) };
          }
        : undefined,
    );
  };
  if (page) return page;
  const known = [...records, ...along.heldOnly];
  const all = [...going, ...along.heldOnly.map(({ id }) => id)];
  const stopped = [...stops, ...along.heldElsewhere];

  return (
    <>
      <PageHeading caption={captionOf(records, nameOf, (one) => wordsOf(one).title)}>
        {t(isChange ? 'decide.title.change' : `decide.title.${on}`)}
      </PageHeading>
      {due?.by && !isChange && (
        <p class="govuk-body">{t('decide.due', { date: dueWords(due, today) })}</p>
      )}
      <FactsBeside facts={<DecidedFacts on={on} record={record} records={records} />}>
        {isChange && (
          <InsetText>
            {t('decide.first-stays', {
              date: writtenDate(standing.value.decidedOn),
              outcome: codeLabel(
                lists,
                'decision-outcome',
                standing.value.outcome,
                standing.value.decidedOn,
              ),
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
          instead={{
            outcome: (asked) => (
              <OutcomeField
                on={on}
                asked={asked}
                form={form}
                lists={lists}
                today={today}
                before={
                  (destroys || (refuses && stopped.length > 0)) && (
                    <Going going={all} records={known} stops={[...stopped, ...waitsFor(values)]} />
                  )
                }
                after={
                  <>
                    {outcome === 'signpost' && (
                      <Signposts
                        signposts={signpostsFor(
                          fittingReasons(lists, values, today),
                          gatherSignposts(...(rules.given?.signposts ?? [])),
                          today,
                        )}
                      />
                    )}
                    {identification && destroys && isPassed(values, mattersSaid(decisions)) && (
                      <PassingConditions identification={identification} records={records} />
                    )}
                  </>
                }
              />
            ),
            // The reasons are asked under the decision.
            reasonCodes: () => null,
          }}
          hints={{ reason: t('decide.reason.hint') }}
          folded={{ summary: t('decide.boxes'), names: NDM_BOXES }}
        >
          {on === 'enquiry' && <IdentityInWords form={form} names={['reason', ...NDM_BOXES]} />}
          {buttons}
        </RecordForm>
      </FactsBeside>
    </>
  );
}

/**
 * Reasons that are given. Where none of them fits, those that were ticked for another decision are given all the same:
 * the core then says which decision they belong to.
 */
function saidReasons({ reasonCodes }: FormValues, fitting: readonly string[]): readonly string[] {
  return fitting.length > 0 ? fitting : asTexts(reasonCodes);
}

/** A case passed on stays here until the other side has acknowledged it. */
function waitsFor({ outcome, acknowledgedBy, acknowledgedOn }: FormValues): readonly Issue[] {
  if (outcome !== 'pass' || (asText(acknowledgedBy) && asText(acknowledgedOn))) return [];
  return [{ code: 'handover-open', severity: 'warning', message: t('decide.pass.waits') }];
}

/** True if somebody else gets the person now, whatever the decision is called. */
function isPassed(
  { outcome, passedTo }: FormValues,
  before: { readonly passedTo?: string | undefined },
): boolean {
  const to = asText(passedTo).trim();
  return (outcome === 'pass' || to !== '') && (to === '' || to !== before.passedTo);
}

/** Uses the core’s own words: a reason may also be ticked, which the form cannot know. */
function asSaid(issue: Issue): Issue {
  return issue.at === 'reason' && issue.code === 'missing'
    ? { ...issue, code: 'reason-missing' }
    : issue;
}

const keptUntil = ({ keepUntil }: FormValues) =>
  (asText(keepUntil) || undefined) as PlainDate | undefined;

const confirmedBy = (ending: Ending) => ('confirmed' in ending ? ending : {});

function handlingOf(ending: Ending, values: FormValues) {
  if ('confirmed' in ending) return { handling: 'dispose', confirmed: ending.confirmed } as const;
  const keptBecause = asText(values.keptBecause);
  return {
    handling: 'keep' as const,
    keepUntil: keptUntil(values),
    ...(keptBecause.trim() ? { keptBecause } : {}),
  };
}

/** Referrals and enquiries of other cases: a referrer that one of them names is not destroyed. */
function useElsewhere(records: readonly StoredRecord[]): readonly StoredRecord[] {
  const referrals = useRecords('referral') ?? [];
  const enquiries = useRecords('enquiry') ?? [];
  const own = new Set(records.map(({ id }) => id));
  return [...referrals, ...enquiries].filter(({ id }) => !own.has(id));
}
