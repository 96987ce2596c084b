import type { RecordKind } from '@cyber-prevent/core';
import type { ComponentChildren } from 'preact';
import { asText } from '../../../components/form-values.js';
import type { RecordFormState } from '../../../components/use-record-form.js';
import { chosenAt } from './chosen-organisation.js';
import { SuggestOrganisation } from './suggest-organisation.js';

/** Suggestions under each field of a form that has words for an organisation, by the name of the field. */
export function suggestFor<K extends RecordKind>(
  form: Pick<RecordFormState<K>, 'values' | 'set'>,
  fields: readonly string[],
): Readonly<Record<string, ComponentChildren>> {
  return Object.fromEntries(
    fields.map((field) => [
      field,
      <SuggestOrganisation
        key={field}
        words={asText(form.values.value[field])}
        chosen={form.values.value[chosenAt(field)]}
        onChoose={(words, chosen) => {
          form.set(field, words);
          form.set(chosenAt(field), chosen);
        }}
      />,
    ]),
  );
}
