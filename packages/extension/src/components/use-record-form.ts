/** State of a form derived from a record kind. */
import {
  checkRecord,
  comeIssues,
  type FieldDescription,
  fieldsOf,
  type Issue,
  isError,
  type PlainDate,
  passed,
  type RecordKind,
  type RecordOf,
  type Result,
} from '@cyber-prevent/core';
import { type ReadonlySignal, type Signal, useComputed, useSignal } from '@preact/signals';
import { useId, useMemo } from 'preact/hooks';
import { type FieldError, fieldErrors, type InPlace, stillWrong } from './form-errors.js';
import { cleanValues, type FormValues, type ShownWhen } from './form-values.js';
import type { Marked } from './record-field.js';

export interface RecordFormOptions<K extends RecordKind> {
  readonly kind: K;
  readonly initial?: FormValues | undefined;
  /** Names of the fields to ask for, in that order. Absent: every field that a person fills in. */
  readonly only?: readonly string[] | undefined;
  /** The fields to choose from, in place of the kind's own: those of an entry in one of its lists. */
  readonly from?: readonly FieldDescription[] | undefined;
  /** Fields settled elsewhere, such as `subjectId`; used for the check, not shown. */
  readonly given?: Partial<RecordOf<K>> | undefined;
  readonly shownWhen?: ShownWhen | undefined;
  /** Fields that this form requires, though the record kind does not. May depend on the typed values. */
  readonly needed?: Needed | undefined;
  /** Fields that another may be answered in place of: the error of the empty one then goes. */
  readonly inPlace?: InPlace | undefined;
  /** Label of a field that is neither needed nor simply optional, by name. */
  readonly marks?: Readonly<Record<string, string>> | undefined;
  /** Paths of controls that the view adds itself, with the id from `controlId`: errors about them lead there. */
  readonly also?: readonly string[] | undefined;
  /** The same, for controls before those of the form. */
  readonly alsoBefore?: readonly string[] | undefined;
}

export type Needed = readonly string[] | ((values: FormValues) => readonly string[]);

export interface RecordFormState<K extends RecordKind = RecordKind> {
  readonly kind: K;
  readonly fields: readonly FieldDescription[];
  /** Typed values. Pass them to `useUnfinished` so that a draft is stored. */
  readonly values: Signal<FormValues>;
  /** Errors of the last check, without those of fields that were changed since. */
  readonly errors: ReadonlySignal<readonly FieldError[]>;
  /** Another value after each check, for the focus of the error summary: no change of a field moves it. */
  readonly checked: ReadonlySignal<unknown>;
  readonly shownWhen: ShownWhen;
  set(name: string, value: unknown): void;
  /**
   * The fields as they would be saved, without those in `given`; or the errors, which the form then shows.
   *
   * @param today - shows days still to come together with the other errors; the act refuses them by itself
   * @param also - further errors of the act that are shown together with those of the fields
   */
  check(
    today?: PlainDate,
    also?: (kept: Readonly<Record<string, unknown>>) => readonly Issue[],
  ): Result<Partial<RecordOf<K>>>;
  /** Shows issues returned by the core or the store. */
  showIssues(issues: readonly Issue[]): void;
  /** Id of the control at a path, where the error summary leads. */
  controlId(path: string): string;
  /** Error at a path. */
  errorAt(path: string): string | undefined;
}

/** Placeholder for an id that the toolkit mints later: the check requires one, but the officer never types it. */
const ANY_ID = '00000000-0000-4000-8000-000000000000';

export function useRecordForm<K extends RecordKind>(
  options: RecordFormOptions<K>,
): RecordFormState<K> {
  const { kind, given, only, from, shownWhen = {}, also, alsoBefore, marks } = options;
  const formId = useId();
  const values = useSignal<FormValues>(options.initial ?? {});
  const checked = useSignal<Checked>({ errors: [], values: values.value });
  const errors = useComputed(() =>
    stillWrong(
      checked.value.errors,
      checked.value.values,
      values.value,
      shownWhen,
      options.inPlace,
    ),
  );
  const needed =
    typeof options.needed === 'function' ? options.needed(values.value) : options.needed;
  const fields = useMemo(
    () =>
      asked(from ?? fieldsOf(kind), only).map((each): FieldDescription & Marked => ({
        ...withNeeded(each, needed),
        ...(marks?.[each.name] === undefined ? {} : { mark: marks[each.name] }),
      })),
    [kind, from, only?.join(), needed?.join(), marks && Object.values(marks).join()],
  );

  const show = (issues: readonly Issue[]): void => {
    checked.value = {
      errors: fieldErrors(fields, values.value, issues, also, alsoBefore),
      values: values.value,
    };
  };
  return {
    kind,
    fields,
    values,
    errors,
    checked,
    shownWhen,
    set(name, value) {
      values.value = { ...values.value, [name]: value };
    },
    check(today, alsoWrong) {
      const kept = cleanValues(
        fields,
        values.value,
        (path) => shownWhen[path]?.(values.value) ?? true,
      );
      // The fields of an entry are no record by themselves: the act that adds it checks them.
      if (from) return passed(kept as Partial<RecordOf<K>>);
      const result = checkRecord(kind, { ...idsOf(kind), ...given, ...kept });
      const shown = new Set(fields.map(({ name }) => name));
      const days =
        result.ok || today === undefined ? [] : comeIssues(fields, kept, today, result.issues);
      const said = new Set([...result.issues, ...days].map(({ at }) => at));
      const further = result.ok ? [] : (alsoWrong?.(kept) ?? []);
      const mine = [...result.issues, ...days, ...further.filter(({ at }) => !said.has(at))].filter(
        ({ at }) => at === undefined || shown.has(at.split('.')[0] ?? ''),
      );
      show(mine);
      return mine.some(isError)
        ? { ok: false, issues: mine }
        : passed(kept as Partial<RecordOf<K>>, mine);
    },
    showIssues: show,
    controlId: (path) => `${formId}-${path.replaceAll('.', '-')}`,
    errorAt: (path) => errors.value.find((each) => each.path === path)?.message,
  };
}

interface Checked {
  readonly errors: readonly FieldError[];
  readonly values: FormValues;
}

function asked(
  all: readonly FieldDescription[],
  only: readonly string[] | undefined,
): readonly FieldDescription[] {
  if (!only) return all.filter(({ set, input }) => set !== 'by-toolkit' && input !== 'record');
  return only.flatMap((name) => all.find((field) => field.name === name) ?? []);
}

/** The field, and those inside it, as required if their path is needed: `grade.handlingAction`. */
function withNeeded(
  field: FieldDescription,
  needed: readonly string[] = [],
  prefix = '',
): FieldDescription {
  const path = prefix + field.name;
  const hasInside = needed.some((each) => each.startsWith(`${path}.`));
  return {
    ...field,
    ...(needed.includes(path) ? { required: true } : {}),
    ...(hasInside && field.fields
      ? { fields: field.fields.map((each) => withNeeded(each, needed, `${path}.`)) }
      : {}),
  };
}

function idsOf(kind: RecordKind): Record<string, string> {
  const ids = fieldsOf(kind).filter(
    ({ required, set, input }) => required && (set === 'by-toolkit' || input === 'record'),
  );
  return Object.fromEntries(ids.map(({ name }) => [name, ANY_ID]));
}
