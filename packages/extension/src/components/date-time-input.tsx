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
  /** An instant in UTC, or what was typed so far; empty for none. Shown and typed on the local clock. */
  value: string;
  onValue: (value: string) => void;
}

/** A day and a time, with a button for “just now”, which is what is most often meant. */
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
  // A day that is one leaves only the time to be wrong; nothing typed at all leaves both.
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
