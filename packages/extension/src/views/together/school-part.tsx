import { useOpenVault } from '../../app/app.js';
import { Checkbox } from '../../components/checkboxes.js';
import { asGroup, asText } from '../../components/form-values.js';
import { TextInput } from '../../components/text-input.js';
import { Textarea } from '../../components/textarea.js';
import type { RecordFormState } from '../../components/use-record-form.js';
import { t } from '../../locales/late.js';

/** What the school was told, in the same words for each: it says nothing of one that another’s record may not hold. */
export function SchoolPart({ form }: { form: RecordFormState<'intervention'> }) {
  const { officer } = useOpenVault();
  const typed = form.values.value;
  const isTold = typed.isSchoolTold === true;
  const school = asGroup(typed.school);
  const set = (name: string, value: string): void =>
    form.set('school', { ...asGroup(form.values.value.school), [name]: value });
  const common = (name: string) => ({
    id: form.controlId(`school.${name}`),
    error: form.errorAt(`school.${name}`),
    value: asText(school[name]),
    onValue: (value: string) => set(name, value),
  });
  return (
    <section aria-labelledby="cp-together-school">
      <h2 class="govuk-heading-m" id="cp-together-school">
        {t('together.school')}
      </h2>
      <Checkbox
        label={t('together.school.told')}
        checked={isTold}
        onChecked={(next) => {
          form.set('isSchoolTold', next);
          if (next && school.by === undefined)
            set('by', t('shell.officer', { name: officer.name, number: officer.number }));
        }}
      />
      {isTold && (
        <>
          <TextInput label={t('together.school.name')} {...common('name')} />
          <Textarea
            label={t('together.school.what')}
            hint={t('together.school.what.hint')}
            {...common('what')}
          />
          <TextInput label={t('together.school.by')} {...common('by')} />
        </>
      )}
    </section>
  );
}
