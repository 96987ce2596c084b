import { fieldsOf } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { asText } from '../../../components/form-values.js';
import { Radios } from '../../../components/radios.js';
import { RecordField } from '../../../components/record-field.js';
import { TextInput } from '../../../components/text-input.js';
import type { RecordFormState } from '../../../components/use-record-form.js';
import { t } from '../../../locales/late.js';
import { SubjectChoice } from '../../capture/review/person/subject-choice.js';
import type { ChosenSubject } from '../../capture/review/person/use-chosen-subject.js';

export interface PersonFieldsProps {
  form: RecordFormState<'identification'>;
  held: ChosenSubject;
}

const OF_SUBJECT = ['name', 'aliases', 'bornOn'] as const;
export const PERSON_PATHS: readonly string[] = [...OF_SUBJECT, 'school'];

/** The person: somebody on record, or just enough about somebody new to find them again. */
export function PersonFields({ form, held }: PersonFieldsProps) {
  const { services } = useApp();
  const values = form.values.value;
  const field = (name: (typeof OF_SUBJECT)[number]) => {
    const described = fieldsOf('subject').find((each) => each.name === name);
    return (
      described && (
        <RecordField
          key={name}
          field={name === 'name' ? { ...described, label: t('identify.name') } : described}
          id={form.controlId(name)}
          value={values[name]}
          error={form.errorAt(name)}
          onValue={(value) => form.set(name, value)}
          lists={services.lists}
          on={services.today()}
        />
      )
    );
  };
  return (
    <Radios
      label={t('identify.who')}
      legendSize="m"
      choices={[
        { value: 'new', label: t('identify.who.new') },
        { value: 'held', label: t('identify.who.held') },
      ]}
      id={form.controlId('who')}
      error={form.errorAt('who')}
      value={asText(values.who)}
      onValue={(who) => form.set('who', who)}
      under={{
        new: (
          <>
            {OF_SUBJECT.map(field)}
            <TextInput
              id={form.controlId('school')}
              label={t('identify.school')}
              error={form.errorAt('school')}
              value={asText(values.school)}
              onValue={(school) => form.set('school', school)}
            />
          </>
        ),
        held: (
          <SubjectChoice
            id={form.controlId('subjectId')}
            label={t('identify.subject')}
            error={form.errorAt('subjectId')}
            chosen={held}
          />
        ),
      }}
    />
  );
}
