import {
  evidenceOfCondition,
  type Issue,
  type RecordKind,
  type StoredRecord,
} from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import type { RouteOf } from '../../../app/router.js';
import { Button } from '../../../components/button.js';
import { ErrorSummary } from '../../../components/error-summary.js';
import { FormEnd } from '../../../components/form-end.js';
import { InsetText } from '../../../components/inset-text.js';
import { PageHeading } from '../../../components/page-heading.js';
import { RecordForm } from '../../../components/record-form.js';
import { useFormWork } from '../../../components/use-form-work.js';
import { useRecordForm } from '../../../components/use-record-form.js';
import { t } from '../../../locales/late.js';
import type { WorkForm } from '../../act/act.js';
import { useCase } from '../../act/use-case.js';
import { editValues, useEdit } from '../../act/use-edit.js';
import { usePersonActs } from '../../act/use-person.js';
import { CheckNotice } from '../../case/check-notice.js';
import { type SubjectPage, subjectPage } from '../../case/subject-page.js';
import { WORK_FORMS } from './work-form.js';

/** One record of a caution, a condition or of work with others, new or changed: the form that the route names. */
export function WorkRecordView({ route }: { route: RouteOf<'work-record'> }) {
  const state = useCase(route.subject).value;
  if (state.name === 'loading') return <p role="status">{t('shell.checking')}</p>;
  if (state.name === 'failed')
    return <ErrorSummary errors={[{ message: t('subject.not-logged', { why: state.why }) }]} />;
  const page = subjectPage(state.records);
  // The table defines the kind of each form; here it is only passed on.
  const form = WORK_FORMS[route.form] as unknown as WorkForm<RecordKind>;
  const named = page?.records.find(({ id }) => id === route.record);
  if (!page || (route.record && !named) || (form.on === 'change' && named?.kind !== form.kind))
    return (
      <>
        <PageHeading>{t(form.title)}</PageHeading>
        <p class="govuk-body">{t('person.gone')}</p>
      </>
    );
  return <Filled route={route} form={form} page={page} named={named} />;
}

/** Path for the link to the evidence that a certificate needs. */
const EVIDENCE = 'evidence';

/** Moves the error from the day, which cannot solve it, to the evidence, which can. */
const atEvidence = (issue: Issue): Issue =>
  issue.code === 'no-evidence' ? { ...issue, at: EVIDENCE } : issue;

interface FilledProps<K extends RecordKind> {
  route: RouteOf<'work-record'>;
  form: WorkForm<K>;
  page: SubjectPage;
  named: StoredRecord | undefined;
}

function Filled<K extends RecordKind>({ route, form: asked, page, named }: FilledProps<K>) {
  const { services, router } = useApp();
  const { subject, records } = page;
  const { context, isBusy, keep, back } = usePersonActs(subject.id, asked.section, t(asked.said));
  const held = asked.on === 'change' ? (named as StoredRecord<K> | undefined) : undefined;
  const unsaid = (asked.todayAt ?? []).filter((name) => !held || !(name in held.value));
  const form = useRecordForm({
    kind: asked.kind,
    only: asked.only,
    initial: {
      ...(held ? editValues(held) : {}),
      ...Object.fromEntries(unsaid.map((name) => [name, services.today()])),
    },
    ...(asked.shownWhen ? { shownWhen: asked.shownWhen } : {}),
    ...(asked.needed ? { needed: asked.needed } : {}),
    also: [EVIDENCE],
  });
  const edit = useEdit(held, form);
  const work = useFormWork(`work/${route.form}/${route.record ?? subject.id}`, form.values);
  const lacksEvidence =
    route.form === 'certify' &&
    named?.kind === 'condition' &&
    !evidenceOfCondition(named as StoredRecord<'condition'>, records).some(
      ({ value }) => value.shows !== 'not-kept',
    );
  const save = async (): Promise<void> => {
    const checked = form.check();
    if (!checked.ok) return;
    const issues = await keep({ work, edit }, form.values.value, () =>
      asked.act(checked.value, {
        context,
        subject,
        records,
        held: edit?.held ?? held,
        parent: asked.on === 'change' ? undefined : named,
      }),
    );
    if (issues.length > 0) form.showIssues(issues.map(atEvidence));
  };
  return (
    <div class="cp-read">
      <PageHeading caption={subject.value.name}>{t(asked.title)}</PageHeading>
      {route.form === 'contact' && <CheckNotice records={records} subject={subject.id} />}
      {named?.kind === 'condition' && 'words' in named.value && (
        <InsetText>
          <span dir="auto">{named.value.words}</span>
        </InsetText>
      )}
      {asked.note && <p class="govuk-body">{t(asked.note)}</p>}
      {lacksEvidence && (
        <p class="govuk-body">
          {t('conditions.evidence.none')}{' '}
          <Button
            id={form.controlId(EVIDENCE)}
            kind="link"
            onPress={() =>
              router.go({
                name: 'work-record',
                subject: subject.id,
                form: 'evidence',
                record: named.id,
              })
            }
          >
            {t('conditions.evidence')}
          </Button>
        </p>
      )}
      <RecordForm
        form={form}
        work={work}
        lists={services.lists}
        on={services.today()}
        before={edit?.panel}
        onSubmit={() => void save()}
      >
        <FormEnd work={work} busy={isBusy} onCancel={back}>
          {t('person.save')}
        </FormEnd>
      </RecordForm>
    </div>
  );
}
