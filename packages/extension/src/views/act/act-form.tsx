/**
 * A form about a subject, made from a record kind and saved as one act: every form of a plan, a notice, a stop card.
 */
import {
  type CaseCommit,
  type FieldDescription,
  type Issue,
  RECORD_LABELS,
  type RecordId,
  type RecordKind,
  type RecordOf,
  type Result,
  type StoredRecord,
} from '@cyber-prevent/core';
import type { ComponentChildren } from 'preact';
import { useApp } from '../../app/app.js';
import type { Route } from '../../app/route.js';
import type { Choice } from '../../components/choice.js';
import { FactsBeside } from '../../components/facts-beside.js';
import { FormEnd } from '../../components/form-end.js';
import { dateSentence } from '../../components/form-errors.js';
import {
  asText,
  cleanValues,
  type FormValues,
  type ShownWhen,
} from '../../components/form-values.js';
import { PageHeading } from '../../components/page-heading.js';
import { RecordForm } from '../../components/record-form.js';
import { useFormWork } from '../../components/use-form-work.js';
import {
  type Needed,
  type RecordFormState,
  useRecordForm,
} from '../../components/use-record-form.js';
import { t } from '../../locales/late.js';
import { useNamedPerson } from './typed-about.js';
import { editValues, useEdit } from './use-edit.js';
import { useKeep } from './use-keep.js';

/** The filled-in form. */
export interface Filled<K extends RecordKind> {
  /** Fields of the kind, as they would be saved. */
  readonly values: Partial<RecordOf<K>>;
  /** Everything that is typed, for controls that the view adds. */
  readonly typed: FormValues;
  /** The edited record, as stored now. */
  readonly held: StoredRecord<K> | undefined;
}

export interface ActFormProps<K extends RecordKind> {
  kind: K;
  title: string;
  /** Name of the subject. */
  caption: string;
  /** True if it is about nobody in particular, and the caption says so. */
  isOnNobody?: boolean | undefined;
  only: readonly string[];
  /** The fields to choose from, in place of the kind's own: those of an entry in one of its lists. */
  from?: readonly FieldDescription[] | undefined;
  /** Key of the draft. */
  workKey: string;
  submit: string;
  said: string;
  /** Absent: goes back to the previous screen. */
  to?: Route | undefined;
  act: (filled: Filled<K>) => Result<CaseCommit> | Promise<Result<CaseCommit>>;
  /** The record being edited; absent for a new one. */
  opened?: StoredRecord<K> | undefined;
  /** The person whom it is about, or null for nobody, where it adds to a record as it is stored when it is saved. */
  about?: RecordId | null | undefined;
  initial?: FormValues | undefined;
  needed?: Needed | undefined;
  shownWhen?: ShownWhen | undefined;
  choices?: Readonly<Record<string, readonly Choice[]>> | undefined;
  hints?: Readonly<Record<string, string>> | undefined;
  folded?: { readonly summary: string; readonly names: readonly string[] } | undefined;
  /** Days that the view itself asks for, with their names in a sentence: an invalid day is an error before the act. */
  days?: Readonly<Record<string, string>> | undefined;
  /** Other controls of the view. */
  also?: readonly string[] | undefined;
  /** Facts that the form is about, in sight next to it. */
  facts?: ComponentChildren;
  /** Content before the form: what the officer has to know. */
  intro?: ComponentChildren;
  after?: ((form: RecordFormState<K>) => Readonly<Record<string, ComponentChildren>>) | undefined;
  /** Labels in place of the kind's own, by field: the question as this form asks it. */
  labels?: Readonly<Record<string, string>> | undefined;
  /** Content before the fields. */
  first?: ((form: RecordFormState<K>) => ComponentChildren) | undefined;
  /** Content after the fields. */
  extra?: ((form: RecordFormState<K>) => ComponentChildren) | undefined;
  /** Content under the success message. */
  next?: ((filled: Filled<K>) => ComponentChildren) | undefined;
}

export function ActForm<K extends RecordKind>(props: ActFormProps<K>) {
  const { kind, opened, only, about, initial, days = {}, also = [] } = props;
  const { services, router } = useApp();
  const form = useRecordForm<K>({
    kind,
    only,
    from: props.from,
    initial: {
      ...initial,
      ...(about === undefined ? {} : { subjectId: about }),
      ...(opened ? editValues(opened) : {}),
    },
    needed: props.needed,
    shownWhen: props.shownWhen,
    marks: props.labels,
    also: [...Object.keys(days), ...also],
  });
  const edit = useEdit(opened, form);
  const work = useFormWork(props.workKey, form.values);
  const named = useNamedPerson(form, about, {
    store: services.store,
    what: RECORD_LABELS[kind].one,
  });
  const { isBusy, keep } = useKeep(form, work, edit ?? named);

  const save = async (): Promise<void> => {
    const typed = form.values.value;
    const wrong = wrongDays(typed, days);
    if (wrong.length > 0) return form.showIssues(wrong);
    const isShown = (path: string) => form.shownWhen[path]?.(typed) ?? true;
    const values = cleanValues(form.fields, typed, isShown) as Partial<RecordOf<K>>;
    const filled = { values, typed, held: edit?.held ?? opened };
    const { said, to, next } = props;
    let warnings: readonly Issue[] = [];
    await keep(
      async () => {
        const result = await props.act(filled);
        warnings = result.issues;
        return result;
      },
      () => ({
        heading: said,
        body: (
          <>
            {warnings.length > 0 && (
              <p class="govuk-body">{warnings.map(({ message }) => message).join(' ')}</p>
            )}
            {next?.(filled)}
          </>
        ),
        go: () => (to ? router.go(to) : router.back()),
      }),
    );
  };

  const content = (
    <RecordForm
      form={form}
      work={work}
      lists={services.lists}
      on={services.today()}
      intro={props.intro}
      before={
        <>
          {edit?.panel}
          {props.first?.(form)}
        </>
      }
      choices={props.choices}
      hints={props.hints}
      folded={props.folded}
      after={props.after?.(form)}
      onSubmit={() => void save()}
    >
      {props.extra?.(form)}
      <FormEnd work={work} busy={isBusy} onCancel={() => router.back()}>
        {props.isOnNobody
          ? props.submit
          : t('save.for', { what: props.submit, name: props.caption })}
      </FormEnd>
    </RecordForm>
  );
  return (
    <>
      <PageHeading caption={props.caption}>{props.title}</PageHeading>
      {props.facts ? (
        <FactsBeside facts={props.facts}>{content}</FactsBeside>
      ) : (
        <div class="cp-read">{content}</div>
      )}
    </>
  );
}

function wrongDays(typed: FormValues, days: Readonly<Record<string, string>>): readonly Issue[] {
  return Object.entries(days).flatMap(([name, called]): Issue[] => {
    const text = asText(typed[name]);
    const message = text === '' ? undefined : dateSentence({ label: called, called }, text);
    return message ? [{ code: 'invalid', severity: 'error', message, at: name }] : [];
  });
}
