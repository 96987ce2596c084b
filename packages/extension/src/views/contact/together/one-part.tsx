import { useApp } from '../../../app/app.js';
import { Checkbox } from '../../../components/checkboxes.js';
import { Details } from '../../../components/details.js';
import { Fieldset } from '../../../components/fieldset.js';
import type { FormValues } from '../../../components/form-values.js';
import { RecordFields } from '../../../components/record-form.js';
import type { RecordFormState } from '../../../components/use-record-form.js';
import { t } from '../../../locales/late.js';
import { ContactCheckFor } from '../../case/contact-check-for.js';
import { StopCardLink } from '../../case/stop-card-link.js';
import { ownFields } from './own-fields.js';
import type { Attendee } from './use-attendees.js';

interface OnePartProps {
  form: RecordFormState<'intervention'>;
  subject: Attendee;
  values: FormValues;
  /** The session that it may have been, in words. */
  session: string | undefined;
  onValues: (values: FormValues) => void;
}

/** Values of one subject alone: they go into that subject's record only. */
export function OnePart({ form, subject, values, session, onValues }: OnePartProps) {
  const { services } = useApp();
  const { name } = subject;
  const prefix = `each.${subject.id}.`;
  const fields = {
    form,
    values,
    prefix,
    lists: services.lists,
    on: services.today(),
    onValues: (field: string, value: unknown) => onValues({ ...values, [field]: value }),
  };
  const more = ownFields('more');
  const isUsed = more.some(
    (field) => values[field.name] || form.errorAt(`${prefix}${field.name}`) !== undefined,
  );
  return (
    <Fieldset id={form.controlId(`${prefix}all`)} legend={name} size="m">
      <ContactCheckFor subject={subject.id} />
      {session && (
        <Checkbox
          label={t('together.session', { session })}
          checked={values.session === true}
          onChecked={(next) => onValues({ ...values, session: next })}
        />
      )}
      <RecordFields {...fields} fields={ownFields('first')} />
      <Details summary={t('together.more', { name })} open={isUsed || undefined}>
        <RecordFields {...fields} fields={more} />
      </Details>
      <StopCardLink subject={subject.id} about={name} />
    </Fieldset>
  );
}
