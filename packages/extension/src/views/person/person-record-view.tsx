import {
  canonicalHandle,
  type RecordKind,
  type StoredRecord,
  toldIssues,
} from '@cyber-prevent/core';
import { useApp } from '../../app/app.js';
import type { RouteOf } from '../../app/router.js';
import { Button } from '../../components/button.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { FormEnd } from '../../components/form-end.js';
import { asText } from '../../components/form-values.js';
import { Hint } from '../../components/hint.js';
import { PageHeading } from '../../components/page-heading.js';
import { RecordForm } from '../../components/record-form.js';
import { useFormWork } from '../../components/use-form-work.js';
import { useRecordForm } from '../../components/use-record-form.js';
import { WarningText } from '../../components/warning-text.js';
import { t } from '../../locales/late.js';
import { asIssue } from '../act/as-issue.js';
import { useCase } from '../act/use-case.js';
import { editValues, useEdit } from '../act/use-edit.js';
import { usePersonActs } from '../act/use-person.js';
import { CheckNotice } from '../case/check-notice.js';
import { subjectPage } from '../case/subject-page.js';
import { PERSON_FORMS, type PersonForm } from './person-form.js';
import { TOLD_NAMES, ToldFields, toldOf } from './told-fields.js';
import { useElsewhere } from './use-elsewhere.js';

/** One record about a person, new or changed: the form that the route names. */
export function PersonRecordView({ route }: { route: RouteOf<'person-record'> }) {
  const state = useCase(route.subject).value;
  if (state.name === 'loading') return <p role="status">{t('shell.checking')}</p>;
  if (state.name === 'failed')
    return <ErrorSummary errors={[{ message: t('subject.not-logged', { why: state.why }) }]} />;
  const task = { route, records: state.records };
  switch (route.form) {
    case 'related':
      return <RecordOfPerson {...task} form={PERSON_FORMS.related} />;
    case 'handle':
      return <RecordOfPerson {...task} form={PERSON_FORMS.handle} />;
    case 'referral':
      return <RecordOfPerson {...task} form={PERSON_FORMS.referral} />;
    case 'participation':
      return <RecordOfPerson {...task} form={PERSON_FORMS.participation} />;
    case 'withdrawal':
      return <RecordOfPerson {...task} form={PERSON_FORMS.withdrawal} />;
    case 'basis':
      return <RecordOfPerson {...task} form={PERSON_FORMS.basis} />;
    case 'telling':
      return <RecordOfPerson {...task} form={PERSON_FORMS.telling} />;
    case 'plan':
      return <RecordOfPerson {...task} form={PERSON_FORMS.plan} />;
  }
}

interface RecordOfPersonProps<K extends RecordKind> {
  route: RouteOf<'person-record'>;
  records: readonly StoredRecord[];
  form: PersonForm<K>;
}

function RecordOfPerson<K extends RecordKind>(props: RecordOfPersonProps<K>) {
  const page = subjectPage(props.records);
  const held =
    props.route.record && page?.all(props.form.kind).find(({ id }) => id === props.route.record);
  if (!page || (props.route.record && !held))
    return (
      <>
        <PageHeading>{t(props.form.title)}</PageHeading>
        <p class="govuk-body">{t('person.gone')}</p>
      </>
    );
  return <Filled {...props} subject={page.subject} held={held || undefined} />;
}

interface FilledProps<K extends RecordKind> extends RecordOfPersonProps<K> {
  subject: StoredRecord<'subject'>;
  held: StoredRecord<K> | undefined;
}

function Filled<K extends RecordKind>({ route, records, form: of, subject, held }: FilledProps<K>) {
  const { services, router } = useApp();
  const { context, regime, policy, isBusy, keep, back } = usePersonActs(
    subject.id,
    of.section,
    t(of.said),
  );
  const elsewhere = useElsewhere(subject.id);
  const form = useRecordForm({
    kind: of.kind,
    only: of.only,
    initial: {
      ...(of.todayAt ? { [of.todayAt]: services.today() } : {}),
      ...(held ? editValues(held) : {}),
      ...(of.todayAt && held && !(of.todayAt in held.value)
        ? { [of.todayAt]: services.today() }
        : {}),
    },
    ...(of.shownWhen ? { shownWhen: of.shownWhen } : {}),
    ...(of.asksTold ? { also: TOLD_NAMES } : {}),
  });
  const edit = useEdit(held, form);
  const work = useFormWork(`person/${route.form}/${held?.id ?? subject.id}`, form.values);
  const seen = asText(form.values.value.asSeen);
  const canonical =
    route.form === 'handle'
      ? canonicalHandle(seen, asText(form.values.value.platform) || undefined)
      : undefined;
  const proposed = canonical && t('person.handle.proposed', { canonical });
  const save = async (): Promise<void> => {
    const told = toldOf(form.values.value);
    const checked = form.check();
    if (!checked.ok) {
      if (of.asksTold) form.showIssues([...checked.issues, ...toldIssues(told, context)]);
      return;
    }
    const { asSeen, platform } = form.values.value;
    try {
      if (route.form === 'handle' && (await elsewhere.warns(asText(asSeen), asText(platform))))
        return;
    } catch (error) {
      form.showIssues([asIssue(error)]);
      return;
    }
    const issues = await keep({ work, edit }, form.values.value, () =>
      of.act(checked.value, {
        context,
        subject,
        records,
        regime,
        policy,
        held: edit?.held ?? held,
        told,
      }),
    );
    if (issues.length > 0) form.showIssues(issues);
  };
  return (
    <div class="cp-read">
      <PageHeading caption={subject.value.name}>
        {t((held && of.changeTitle) || of.title)}
      </PageHeading>
      {of.section === 'plan' && <CheckNotice records={records} subject={subject.id} />}
      <RecordForm
        form={form}
        work={work}
        lists={services.lists}
        on={services.today()}
        before={edit?.panel}
        after={proposed ? { canonical: <Hint id="person-canonical">{proposed}</Hint> } : undefined}
        onSubmit={() => void save()}
      >
        {of.asksTold && (
          <ToldFields
            values={form.values.value}
            errorAt={form.errorAt}
            controlId={form.controlId}
            onValue={form.set}
          />
        )}
        {elsewhere.others.length > 0 && (
          <div role="alert">
            <WarningText>
              {t('person.handle.elsewhere', { count: elsewhere.others.length })}
            </WarningText>
            {elsewhere.others.map((other, nth) => (
              <p class="govuk-body" key={other}>
                <Button kind="link" onPress={() => router.go({ name: 'subject', subject: other })}>
                  {t('person.handle.who', { count: nth + 1 })}
                </Button>
              </p>
            ))}
          </div>
        )}
        <FormEnd work={work} busy={isBusy} onCancel={back}>
          {t('person.save')}
        </FormEnd>
      </RecordForm>
    </div>
  );
}
