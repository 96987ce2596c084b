import { type FieldDescription, fieldsOf, SCHOOL_FIELDS } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { Checkbox } from '../../../components/checkboxes.js';
import {
  asGroup,
  asText,
  type FormValues,
  type ShownWhen,
} from '../../../components/form-values.js';
import { RecordFields } from '../../../components/record-form.js';
import type { RecordFormState } from '../../../components/use-record-form.js';
import { t } from '../../../locales/late.js';

/** Fields of the contact with the school, in that order. */
export function schoolFields(): readonly FieldDescription[] {
  const all = fieldsOf('agencyContact');
  return SCHOOL_FIELDS.flatMap((name) => all.find((field) => field.name === name) ?? []).map(
    // Shown only if the gateway is another one; then it is required.
    (field) => (field.name === 'gatewayNote' ? { ...field, required: true } : field),
  );
}

const gatewayIn = (values: FormValues): string => asText(asGroup(values.school).gateway);

export const SCHOOL_SHOWN: ShownWhen = {
  'school.gatewayNote': (values) => gatewayIn(values) === 'other',
  'school.shared': (values) => !['', 'nothing-shared'].includes(gatewayIn(values)),
};

/**
 * The contact with the school, in the same words for each subject, and so without anything that another subject’s
 * record may not contain.
 */
export function SchoolPart({ form }: { form: RecordFormState<'intervention'> }) {
  const { services } = useApp();
  const typed = form.values.value;
  const isTold = typed.isSchoolTold === true;
  return (
    <section aria-labelledby="cp-together-school">
      <h2 class="govuk-heading-m" id="cp-together-school">
        {t('together.school')}
      </h2>
      <Checkbox
        label={t('together.school.told')}
        hint={t('together.school.told.hint')}
        checked={isTold}
        onChecked={(next) => form.set('isSchoolTold', next)}
      />
      {isTold && (
        <RecordFields
          form={form}
          fields={schoolFields()}
          values={asGroup(typed.school)}
          prefix="school."
          lists={services.lists}
          on={services.today()}
          hints={{
            'school.about': t('together.school.nobody'),
            'school.shared': t('together.school.nobody'),
          }}
          onValues={(name, value) =>
            form.set('school', { ...asGroup(form.values.value.school), [name]: value })
          }
        />
      )}
    </section>
  );
}
