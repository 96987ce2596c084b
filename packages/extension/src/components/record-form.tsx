/** A form derived from a record kind: labels, hints, inputs and errors all come from its one schema. */
import type { CodeLists, FieldDescription, PlainDate, RecordKind } from '@cyber-prevent/core';
import type { ComponentChildren } from 'preact';
import { CameBack, type WorkAskedAbout } from './came-back.js';
import type { Choice } from './choice.js';
import { DatesInput } from './dates-input.js';
import { Details } from './details.js';
import { ErrorSummary } from './error-summary.js';
import { Fieldset } from './fieldset.js';
import { Form } from './form.js';
import { asGroup, asGroups, asTexts, type FormValues } from './form-values.js';
import { GroupList } from './group-list.js';
import { labelOf, RecordField } from './record-field.js';
import type { RecordFormState } from './use-record-form.js';

export interface RecordFormProps<K extends RecordKind> {
  form: RecordFormState<K>;
  lists: CodeLists;
  /** Day on which the codes must be in force: today, or the day of the event recorded. */
  on: PlainDate;
  onSubmit: () => void;
  /** Choices for a field that has no code list, by path. */
  choices?: Readonly<Record<string, readonly Choice[]>> | undefined;
  /** A control that replaces the field’s own, by path. */
  instead?: Readonly<Record<string, (asked: AskedField) => ComponentChildren>> | undefined;
  /** Hints that replace the fields’ own, by path. */
  hints?: Readonly<Record<string, string>> | undefined;
  /** Content after a field, by path. */
  after?: Readonly<Record<string, ComponentChildren>> | undefined;
  /** Fields folded away until they are wanted; shown last. */
  folded?: { readonly summary: string; readonly names: readonly string[] } | undefined;
  /** Content that the officer has to know first: above the form, under its errors. */
  intro?: ComponentChildren;
  /** Content before the fields of the record. */
  before?: ComponentChildren;
  /** Draft of the form. On another visit the officer is asked before it is shown. */
  work?: WorkAskedAbout | undefined;
  /** Names the form for a screen reader, where a page has several. */
  label?: string | undefined;
  /** The buttons, and anything else at the foot. */
  children: ComponentChildren;
}

export interface AskedField {
  readonly id: string;
  readonly label: string;
  readonly error: string | undefined;
  readonly value: unknown;
  readonly onValue: (value: unknown) => void;
}

export function RecordForm<K extends RecordKind>(props: RecordFormProps<K>) {
  const { form, label, onSubmit, children, folded } = props;
  const errors = form.errors.value;
  const inFold = form.fields.filter(({ name }) => folded?.names.includes(name));
  const fields = {
    ...props,
    values: form.values.value,
    prefix: '',
    onValues: (name: string, value: unknown) => form.set(name, value),
  };
  const isUsed = inFold.some(
    ({ name }) => form.values.value[name] || errors.some(({ path }) => path === name),
  );
  return (
    <>
      <ErrorSummary
        check={form.checked.value}
        errors={errors.map(({ path, message }) => ({
          message,
          fieldId: path === undefined ? undefined : form.controlId(path),
        }))}
      />
      {props.intro}
      <CameBack work={props.work}>
        <Form onSubmit={onSubmit} {...(label ? { label } : {})}>
          {props.before}
          <RecordFields
            {...fields}
            fields={form.fields.filter((field) => !inFold.includes(field))}
          />
          {folded && inFold.length > 0 && (
            <Details summary={folded.summary} open={isUsed || undefined}>
              <RecordFields {...fields} fields={inFold} />
            </Details>
          )}
          {children}
        </Form>
      </CameBack>
    </>
  );
}

export interface RecordFieldsProps<K extends RecordKind>
  extends Pick<
    RecordFormProps<K>,
    'form' | 'lists' | 'on' | 'choices' | 'hints' | 'after' | 'instead'
  > {
  fields: readonly FieldDescription[];
  values: FormValues;
  /** Path of the surrounding group, with its dot. */
  prefix: string;
  onValues: (name: string, value: unknown) => void;
}

/** Fields of a record kind without the form, for a form that asks for several records. */
export function RecordFields<K extends RecordKind>(props: RecordFieldsProps<K>) {
  const { form, fields, values, prefix, onValues, lists, on, choices, hints, after, instead } =
    props;
  return (
    <>
      {fields.map((field) => {
        const path = prefix + field.name;
        // Conditions and additions are named without the number of a row: `addresses.postcode`.
        const name = path.replace(/\.\d+(?=\.)/g, '');
        if (form.shownWhen[name]?.(form.values.value) === false) return null;
        const value = values[field.name];
        const error = form.errors.value.find((each) => each.path === path)?.message;
        const id = form.controlId(path);
        const inside = (group: FormValues, at: string, change: (to: FormValues) => void) => (
          <RecordFields
            {...props}
            fields={field.fields ?? []}
            values={group}
            prefix={`${at}.`}
            onValues={(part, to) => change({ ...group, [part]: to })}
          />
        );
        return (
          <div class="cp-record-form__field" key={path}>
            {instead?.[name] ? (
              instead[name]({
                id,
                label: labelOf(field),
                error,
                value,
                onValue: (to) => onValues(field.name, to),
              })
            ) : field.input === 'group' ? (
              <Fieldset id={id} legend={field.label} hint={field.hint} size="s">
                {inside(asGroup(value), path, (to) => onValues(field.name, to))}
              </Fieldset>
            ) : field.input === 'groups' ? (
              <GroupList
                id={id}
                label={field.label}
                legend={field.required ? field.label : labelOf(field)}
                hint={field.hint}
                error={error}
                rows={asGroups(value)}
                onRows={(rows) => onValues(field.name, rows)}
                row={(group, index, change) => inside(group, `${path}.${index}`, change)}
              />
            ) : field.input === 'dates' ? (
              <DatesInput
                id={id}
                label={labelOf(field)}
                one={field.called ?? field.label}
                hint={hints?.[name] ?? field.hint}
                error={error}
                value={asTexts(value)}
                onValue={(dates) => onValues(field.name, dates)}
                idAt={(at) => form.controlId(`${path}.${at}`)}
                errorAt={(at) => form.errorAt(`${path}.${at}`)}
              />
            ) : (
              <RecordField
                field={hints?.[name] ? { ...field, hint: hints[name] } : field}
                id={id}
                value={value}
                error={error}
                onValue={(to) => onValues(field.name, to)}
                lists={lists}
                on={on}
                choices={choices?.[name]}
              />
            )}
            {after?.[name]}
          </div>
        );
      })}
    </>
  );
}
