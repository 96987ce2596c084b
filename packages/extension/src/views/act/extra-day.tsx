import type { PlainDate, RecordKind } from '@cyber-prevent/core';
import { DateInput } from '../../components/date-input.js';
import { asText, type FormValues } from '../../components/form-values.js';
import type { RecordFormState } from '../../components/use-record-form.js';

interface ExtraDayProps<K extends RecordKind> {
  form: RecordFormState<K>;
  name: string;
  label: string;
  hint?: string | undefined;
}

/** A day that is not a field of the form's record, such as the day on which a plan is next reviewed. */
export function ExtraDay<K extends RecordKind>({ form, name, label, hint }: ExtraDayProps<K>) {
  return (
    <DateInput
      id={form.controlId(name)}
      label={label}
      hint={hint}
      error={form.errorAt(name)}
      value={asText(form.values.value[name])}
      onValue={(value) => form.set(name, value)}
    />
  );
}

/** The day, once the form has checked it. */
export function dayIn(typed: FormValues, name: string): PlainDate | undefined {
  return (asText(typed[name]) || undefined) as PlainDate | undefined;
}
