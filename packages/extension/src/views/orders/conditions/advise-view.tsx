import {
  adviseCaution,
  type ConditionInput,
  gatherOrderRules,
  orderRule,
  type RecordOf,
  recordOrder,
} from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/route.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { FactsBeside } from '../../../components/facts-beside.js';
import { FormEnd } from '../../../components/form-end.js';
import { asGroups, asText, cleanValues } from '../../../components/form-values.js';
import { RecordForm } from '../../../components/record-form.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useRecordForm } from '../../../components/use-record-form.js';
import { t } from '../../../locales/late.js';
import { useCase } from '../../act/use-case.js';
import { usePersonActs } from '../../act/use-person.js';
import { PersonHeading } from '../../case/person-heading.js';
import { type SubjectPage, subjectPage } from '../../case/subject-page.js';
import { useNameApart } from '../../case/use-name-apart.js';
import { useRules } from '../../case/use-retention.js';
import { CaseFacts } from '../../intake/facts/case-facts.js';
import { CONDITION_FIELDS, ConditionChoice } from './condition-choice.js';

const ADVISED = [
  'kind',
  'officerInCase',
  'crimeReference',
  'offence',
  'admission',
  'advisedOn',
  'advice',
] as const;
const GIVEN = [
  'kind',
  'givenOn',
  'givenBy',
  'endsOn',
  'officerInCase',
  'crimeReference',
  'offence',
] as const;
/** Paths of controls below the fields of the caution, where errors about them lead. */
const MOST_CONDITIONS = 20;
const PLACES = [
  'conditions',
  ...Array.from({ length: MOST_CONDITIONS }, (_, nth) =>
    CONDITION_FIELDS.map(({ name }) => `conditions.${nth}.${name}`),
  ).flat(),
];

/** Advice on the conditions of a caution, from the library; or a caution given or made by others. */
export function AdviseView({ route }: { route: RouteOf<'caution-advice'> }) {
  const state = useCase(route.subject).value;
  if (state.name === 'loading') return <p role="status">{t('common.loading')}</p>;
  if (state.name === 'failed')
    return <ErrorSummary errors={[{ message: t('subject.not-logged', { why: state.why }) }]} />;
  const page = subjectPage(state.records);
  return page ? (
    <AdviseForm page={page} isMade={route.made === true} />
  ) : (
    <p class="govuk-body">{t('subject.gone')}</p>
  );
}

function AdviseForm({ page, isMade }: { page: SubjectPage; isMade: boolean }) {
  const nameOf = useNameApart();
  const { services } = useApp();
  const { subject, records } = page;
  const { context, isBusy, keep, back } = usePersonActs(
    subject,
    'conditions',
    t(isMade ? 'conditions.made.said' : 'conditions.advise.said'),
  );
  const { given } = useRules();
  const rules = useMemo(() => gatherOrderRules(given?.orderRules), [given]);
  const form = useRecordForm({
    kind: 'order',
    only: isMade ? GIVEN : ADVISED,
    needed: isMade ? ['givenOn', 'givenBy'] : ['officerInCase', 'admission', 'advisedOn'],
    initial: { [isMade ? 'givenOn' : 'advisedOn']: services.today() },
    also: PLACES,
  });
  const work = useFormWork(`caution/${isMade ? 'made' : 'advised'}/${subject.id}`, form.values);
  const kind = asText(form.values.value.kind);
  const rule = orderRule(rules, kind);
  const rows = asGroups(form.values.value.conditions);

  const save = async (): Promise<void> => {
    const checked = form.check(services.today());
    if (!checked.ok) return;
    const conditions = rows.map(
      (row) => cleanValues(CONDITION_FIELDS, row, () => true) as ConditionInput,
    );
    const libraries = rows.map(({ library }) => asText(library));
    const input = {
      ...(checked.value as Partial<RecordOf<'order'>>),
      conditions: conditions.map((each, nth) => ({
        ...each,
        ...(libraries[nth] ? { library: libraries[nth] } : {}),
      })),
    };
    const task = { ...context, subject, records, rules };
    const issues = await keep({ work }, form.values.value, () =>
      isMade ? recordOrder(input, task) : adviseCaution(input, task),
    );
    if (issues.length > 0) form.showIssues(issues);
  };

  return (
    <>
      <PersonHeading of={subject}>
        {t(isMade ? 'conditions.made' : 'conditions.advise')}
      </PersonHeading>
      <FactsBeside facts={<CaseFacts subject={subject.id} records={records} />}>
        <p class="govuk-body">{t(isMade ? 'conditions.made.note' : 'conditions.advise.note')}</p>
        <RecordForm
          form={form}
          work={work}
          lists={services.lists}
          on={services.today()}
          after={
            rule?.words
              ? {
                  kind: (
                    <p class="govuk-hint">
                      {t('conditions.clock', {
                        words: rule.words,
                        status: t(`conditions.status.${rule.status}`),
                      })}
                    </p>
                  ),
                }
              : undefined
          }
          onSubmit={() => void save()}
        >
          <ConditionChoice
            kind={kind}
            rows={rows}
            onRows={(next) => form.set('conditions', next.slice(0, MOST_CONDITIONS))}
            errorAt={form.errorAt}
            controlId={form.controlId}
          />
          <FormEnd work={work} busy={isBusy} onCancel={back}>
            {t('save.for', {
              what: t(isMade ? 'conditions.made.save' : 'conditions.advise.save'),
              name: nameOf(subject),
            })}
          </FormEnd>
        </RecordForm>
      </FactsBeside>
    </>
  );
}
