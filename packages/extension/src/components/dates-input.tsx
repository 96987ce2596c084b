import { t } from '../locales/translate.js';
import { AddedList } from './added-list.js';
import { DateInput } from './date-input.js';

export interface DatesInputProps {
  id: string;
  label: string;
  /** Name of one date: “incident date”. */
  one: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** Civil dates, or the text typed so far for each; empty for one just added. */
  value: readonly string[];
  onValue: (value: readonly string[]) => void;
  /** Id of the date at an index, where an error about it leads. */
  idAt: (at: number) => string;
  /** Error about the date at an index. */
  errorAt: (at: number) => string | undefined;
}

function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Several dates, each in its own boxes. */
export function DatesInput({ value, onValue, idAt, errorAt, ...rest }: DatesInputProps) {
  return (
    <AddedList
      {...rest}
      role="group"
      rows={value}
      fresh=""
      onRows={onValue}
      row={(date, at, change, remove) => (
        <>
          <DateInput
            id={idAt(at)}
            label={t('field.group-number', { label: upperFirst(rest.one), count: at + 1 })}
            error={errorAt(at)}
            value={date}
            onValue={change}
          />
          <p class="cp-dates__remove">{remove}</p>
        </>
      )}
    />
  );
}
