import type { RefObject } from 'preact';
import { describedBy, FormGroup } from '../../../components/form-group.js';
import { PRIVATE_CONTROL } from '../../../components/private-control.js';

export interface FileInputProps {
  id: string;
  label: string;
  hint: string;
  error?: string | undefined;
  accept: string;
  control: RefObject<HTMLInputElement | null>;
  onChange?: () => void;
}

export function FileInput({ id, label, hint, error, accept, control, onChange }: FileInputProps) {
  return (
    <FormGroup id={id} label={label} hint={hint} error={error}>
      <input
        ref={control}
        id={id}
        class="govuk-file-upload"
        type="file"
        accept={accept}
        aria-describedby={describedBy(id, { hint, error })}
        onChange={onChange}
        {...PRIVATE_CONTROL}
      />
    </FormGroup>
  );
}
