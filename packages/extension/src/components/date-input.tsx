import { useId, useRef, useState } from 'preact/hooks';
import { t } from '../locales/translate.js';
import { DATE_PARTS, type DateParts, dateText, missingParts, partsOf } from './civil-date.js';
import { Fieldset } from './fieldset.js';
import type { InputProps } from './form-group.js';
import { PRIVATE_CONTROL } from './private-control.js';

export interface DateInputProps extends InputProps {
  /** Civil date, `2026-03-27`, or the text typed so far; empty if none. */
  value: string;
  /** Receives a civil date once the three boxes make one; until then the typed text, which `PlainDate` refuses. */
  onValue: (value: string) => void;
  /** Marks the boxes as wrong when the error is shown above them. */
  isWrong?: boolean | undefined;
}

const WIDTH = { day: 2, month: 2, year: 4 } as const;

/** Day, month and year in three boxes, typed and never picked from a calendar. */
export function DateInput(props: DateInputProps) {
  const made = useId();
  const { id = made, label, hint = t('field.date-hint'), error, value, onValue } = props;
  const [parts, setParts] = useState<DateParts>(() => partsOf(value));
  // The boxes keep their own text while it means the same date: a “1” on its way to “12” must not turn into “01”.
  const said = useRef(dateText(parts));
  let shown = parts;
  if (value !== said.current) {
    said.current = value;
    shown = partsOf(value);
    setParts(shown);
  }
  const isWrong = error !== undefined || props.isWrong === true;
  const missing = isWrong ? missingParts(value) : [];

  return (
    <Fieldset
      id={id}
      legend={label}
      legendHidden={props.labelHidden}
      hint={hint}
      error={error}
      role="group"
    >
      <div class="govuk-date-input">
        {DATE_PARTS.map((part) => {
          // The error summary leads to the box that is wrong: the first empty one, otherwise the day.
          const wrong = isWrong && (missing.length === 0 || missing.includes(part));
          const partId = part === (missing[0] ?? 'day') ? id : `${id}-${part}`;
          return (
            <div class="govuk-date-input__item" key={part}>
              <div class="govuk-form-group">
                <label class="govuk-label govuk-date-input__label" for={partId}>
                  {t(`field.${part}`)}
                </label>
                <input
                  id={partId}
                  class={`govuk-input govuk-date-input__input govuk-input--width-${WIDTH[part]}${wrong ? ' govuk-input--error' : ''}`}
                  type="text"
                  inputMode="numeric"
                  aria-invalid={wrong ? 'true' : undefined}
                  {...PRIVATE_CONTROL}
                  value={shown[part]}
                  onInput={(event) => {
                    const typed = { ...shown, [part]: event.currentTarget.value };
                    setParts(typed);
                    said.current = dateText(typed);
                    onValue(said.current);
                  }}
                />
              </div>
            </div>
          );
        })}
      </div>
    </Fieldset>
  );
}
