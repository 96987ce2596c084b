import { useId, useRef, useState } from 'preact/hooks';
import { t } from '../locales/translate.js';
import { Button } from './button.js';
import { isCivilDate } from './civil-date.js';
import { DateInput } from './date-input.js';
import { Fieldset } from './fieldset.js';
import type { InputProps } from './form-group.js';
import { momentParts, momentText } from './instant-text.js';
import { TextInput } from './text-input.js';

export interface DateTimeInputProps extends InputProps {
  /** Instant in UTC, or the text typed so far; empty if none. Shown and typed in local time. */
  value: string;
  onValue: (value: string) => void;
}

/** Day and time, with a button for the commonest answer, “just now”. */
export function DateTimeInput(props: DateTimeInputProps) {
  const made = useId();
  const { id = made, label, hint, error, value, onValue } = props;
  const [parts, setParts] = useState(() => momentParts(value));
  const said = useRef(value);
  let shown = parts;
  if (value !== said.current) {
    said.current = value;
    shown = momentParts(value);
    setParts(shown);
  }
  const say = (typed: typeof parts): void => {
    setParts(typed);
    said.current = momentText(typed);
    onValue(said.current);
  };
  const isWrong = error !== undefined;
  // If the day is valid, only the time can be wrong. If nothing is typed, both are.
  const timeWrong = isWrong && isCivilDate(shown.date);
  const bothWrong = isWrong && shown.date === '' && shown.time.trim() === '';

  return (
    <Fieldset
      id={`${id}-both`}
      legend={label}
      hint={hint ?? t('field.date-hint')}
      error={error}
      role="group"
    >
      <p class="cp-moment__now">
        <Button kind="link" onPress={() => onValue(new Date().toISOString())} about={label}>
          {t('field.now')}
        </Button>
      </p>
      <DateInput
        id={timeWrong ? `${id}-date` : id}
        label={t('field.date-of', { label })}
        labelHidden
        hint=""
        isWrong={isWrong && !timeWrong}
        value={shown.date}
        onValue={(date) => say({ ...shown, date })}
      />
      <TextInput
        id={timeWrong ? id : `${id}-time`}
        label={t('field.time')}
        hint={t('field.time-hint')}
        width={5}
        isWrong={timeWrong || bothWrong}
        value={shown.time}
        onValue={(time) => say({ ...shown, time })}
      />
    </Fieldset>
  );
}
