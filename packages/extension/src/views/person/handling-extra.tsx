/** Questions of the form of corrected conditions besides them: why, and who permitted what is less strict. */
import { DateInput } from '../../components/date-input.js';
import { asText } from '../../components/form-values.js';
import { TextInput } from '../../components/text-input.js';
import { Textarea } from '../../components/textarea.js';
import { t } from '../../locales/late.js';
import type { Extra, ExtraTask } from '../act/act.js';

/** Paths of the controls. */
export const PERMITTED = ['why', 'permittedBy', 'permittedOn', 'permittedReference'] as const;

export function useHandlingChange({ form }: ExtraTask<'sourceCapture'>): Extra {
  const common = (name: (typeof PERMITTED)[number]) => ({
    id: form.controlId(name),
    error: form.errorAt(name),
    value: asText(form.values.value[name]),
    onValue: (value: string) => form.set(name, value),
  });
  return {
    after: (
      <>
        <Textarea rows={2} label={t('handling.why')} {...common('why')} />
        <TextInput
          label={t('handling.permitted-by')}
          hint={t('handling.permitted-by.hint')}
          {...common('permittedBy')}
        />
        <DateInput label={t('handling.permitted-on')} {...common('permittedOn')} />
        <TextInput label={t('handling.permitted-reference')} {...common('permittedReference')} />
      </>
    ),
    issueAt: (issue) =>
      issue.at && /^handling[A-Z]/.test(issue.at)
        ? { ...issue, at: `handling.${issue.at}` }
        : issue,
  };
}
