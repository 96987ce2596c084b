import { type RecordKind, type StoredRecord, toldIssues } from '@cyber-prevent/core';
import { useApp } from '../../app/app.js';
import type { RouteOf } from '../../app/route.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { FactsBeside } from '../../components/facts-beside.js';
import { FormEnd } from '../../components/form-end.js';
import { InsetText } from '../../components/inset-text.js';
import { PageHeading } from '../../components/page-heading.js';
import { RecordForm } from '../../components/record-form.js';
import { useFormWork } from '../../components/use-form-work.js';
import { useRecordForm } from '../../components/use-record-form.js';
import { type PlainKey, t } from '../../locales/late.js';
import type { Act, Extra } from '../act/act.js';
import { asIssue } from '../act/as-issue.js';
import { submitWords } from '../act/submit-words.js';
import { useCase } from '../act/use-case.js';
import { editValues, useEdit } from '../act/use-edit.js';
import { usePersonActs } from '../act/use-person.js';
import { CheckNotice } from '../case/check-notice.js';
import { joinChosen } from '../case/organisation/chosen-organisation.js';
import { suggestFor } from '../case/organisation/suggest-for.js';
import { type SubjectPage, subjectPage } from '../case/subject-page.js';
import { useNameApart } from '../case/use-name-apart.js';
import { usePresentName } from '../case/use-present-name.js';
import { TOLD_NAMES, ToldInForm, toldOf } from '../person/told-fields.js';
import { actByName } from './acts.js';

/** The form of the act that the route names. */
export function ActView({ route }: { route: RouteOf<'act'> }) {
  const state = useCase(route.subject).value;
  if (state.name === 'loading') return <p role="status">{t('common.loading')}</p>;
  if (state.name === 'failed')
    return <ErrorSummary errors={[{ message: t('subject.not-logged', { why: state.why }) }]} />;
  const page = subjectPage(state.records);
  const act = actByName(route.act);
  const named = page?.records.find(({ id }) => id === route.record);
  if (!act || !page || (route.record && !named) || !isFor(act, named))
    return (
      <>
        <PageHeading>{t(act?.title ?? 'person.gone.title')}</PageHeading>
        <p class="govuk-body">{t('person.gone')}</p>
      </>
    );
  return <Filled route={route} act={act} page={page} named={named} />;
}

/** True if the act can be done on the named record, or without one. */
function isFor({ on, kind }: Act<RecordKind>, named: StoredRecord | undefined): boolean {
  if (on === 'change') return named?.kind === kind;
  return on !== 'either' || named === undefined || named.kind === kind;
}

interface FilledProps<K extends RecordKind> {
  route: RouteOf<'act'>;
  act: Act<K>;
  page: SubjectPage;
  named: StoredRecord | undefined;
}

const NOTHING: Extra = {};
const NO_FIELDS: readonly string[] = [];
const noExtra = (): Extra => NOTHING;

function Filled<K extends RecordKind>({ route, act, page, named }: FilledProps<K>) {
  const { services } = useApp();
  const { subject, records } = page;
  const name = useNameApart()(usePresentName(subject));
  const { useExtra = noExtra, suggests = NO_FIELDS } = act;
  const { context, regime, policy, isBusy, keep, back } = usePersonActs(
    subject,
    act.section,
    t(act.said),
  );
  const held = act.on === undefined ? undefined : (named as StoredRecord<K> | undefined);
  const parent = act.on === undefined ? named : undefined;
  const unsaid = (act.todayAt ?? []).filter((name) => !held || !(name in held.value));
  const left = act.leaves?.(subject) ?? NO_FIELDS;
  const form = useRecordForm({
    kind: act.kind,
    only: act.only.filter((each) => !left.includes(each)),
    from: act.from?.map((field) =>
      act.optional?.includes(field.name) ? { ...field, required: false } : field,
    ),
    initial: {
      ...(held ? editValues(held) : {}),
      ...Object.fromEntries(unsaid.map((name) => [name, services.today()])),
    },
    shownWhen:
      typeof act.shownWhen === 'function'
        ? act.shownWhen({ subject, named, today: services.today() })
        : act.shownWhen,
    needed: act.needed,
    marks: act.labels && labelsOf(act.labels),
    also: [...(act.asksTold ? TOLD_NAMES : []), ...(act.also ?? [])],
  });
  const about = named && act.namedAs?.({ named, subject, lists: services.lists });
  const title = t((held && act.changeTitle) || act.title);
  const edit = useEdit(held, form);
  const work = useFormWork(`act/${route.act}/${route.record ?? subject.id}`, form.values);
  const extra = useExtra({ form, subject, records, named });
  const save = async (): Promise<void> => {
    const told = toldOf(form.values.value);
    const checked = form.check(services.today());
    if (!checked.ok) {
      if (act.asksTold) form.showIssues([...checked.issues, ...toldIssues(told, context)]);
      return;
    }
    try {
      if (await extra.stops?.()) return;
    } catch (error) {
      form.showIssues([asIssue(error)]);
      return;
    }
    const changed = edit?.held ?? held;
    const issues = await keep({ work, edit }, form.values.value, () => {
      const saved = act.act(checked.value, {
        context,
        subject,
        records,
        held: changed,
        parent,
        typed: form.values.value,
        told,
        regime,
        policy,
      });
      return joinChosen(saved, form.values.value, suggests, changed ? [changed] : [], services);
    });
    if (issues.length > 0) form.showIssues(issues.map(extra.issueAt ?? ((issue) => issue)));
  };
  const filled = (
    <RecordForm
      form={form}
      work={work}
      lists={services.lists}
      on={services.today()}
      intro={
        <>
          {about !== undefined && <InsetText>{about}</InsetText>}
          {act.checksFirst && <CheckNotice records={records} subject={subject.id} />}
          {act.note && <p class="govuk-body">{t(act.note)}</p>}
          {extra.before}
        </>
      }
      before={edit?.panel}
      after={{ ...suggestFor(form, suggests), ...extra.under }}
      onSubmit={() => void save()}
    >
      {act.asksTold && <ToldInForm form={form} />}
      {extra.after}
      <FormEnd work={work} busy={isBusy} onCancel={back}>
        {held ? t('save.for', { what: title, name }) : submitWords(act, name)}
      </FormEnd>
    </RecordForm>
  );
  return (
    <>
      <PageHeading caption={name}>{title}</PageHeading>
      {extra.facts ? (
        <FactsBeside facts={extra.facts}>{filled}</FactsBeside>
      ) : (
        <div class="cp-read">{filled}</div>
      )}
    </>
  );
}

function labelsOf(labels: Readonly<Record<string, PlainKey>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(labels).map(([name, key]) => [name, t(key)]));
}
