import { t } from '../locales/translate.js';
import { Button } from './button.js';
import { DateInput } from './date-input.js';
import { Fieldset } from './fieldset.js';

export interface DatesInputProps {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** Civil dates, or what was typed so far of each; empty for one that was only added. */
  value: readonly string[];
  onValue: (value: readonly string[]) => void;
  /** Id of the date at a place, where an error about it leads. */
  idAt: (at: number) => string;
  /** What is wrong with it. */
  errorAt: (at: number) => string | undefined;
}

/** Several dates, each in boxes of its own, added and removed by hand. */
export function DatesInput({ id, label, value, onValue, ...rest }: DatesInputProps) {
  return (
    <Fieldset id={`${id}-all`} legend={label} hint={rest.hint} error={rest.error} role="group">
      {value.map((date, at) => (
        // The place is the date's only identity: two may be the same day, and none is reordered.
        <div class="cp-group-list__row" key={at}>
          <DateInput
            id={rest.idAt(at)}
            label={t('field.group-number', { label, count: at + 1 })}
            hint={at === 0 ? undefined : ''}
            error={rest.errorAt(at)}
            value={date}
            onValue={(to) => onValue(value.with(at, to))}
          />
          <Button kind="link" onPress={() => onValue(value.toSpliced(at, 1))}>
            {t('field.remove', { label, count: at + 1 })}
          </Button>
        </div>
      ))}
      <Button id={id} kind="secondary" onPress={() => onValue([...value, ''])}>
        {t(value.length ? 'field.add-another' : 'field.add', { label })}
      </Button>
    </Fieldset>
  );
}
