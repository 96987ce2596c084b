import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../locales/translate.js';
import { describedBy, FormGroup, type InputProps } from './form-group.js';
import { PRIVATE_CONTROL } from './private-control.js';

export interface TextareaProps extends InputProps {
  value: string;
  onValue: (value: string) => void;
  /** Rows while the text is short; the box grows with the text. */
  rows?: number | undefined;
  /** Maximum characters. The count appears when a tenth or less is left; nothing is ever cut off. */
  maxLength?: number | undefined;
}

export function Textarea(props: TextareaProps) {
  const made = useId();
  const { id = made, label, hint, error, labelHidden, value, onValue, rows = 4, maxLength } = props;
  const box = useRef<HTMLTextAreaElement>(null);

  // Chromium grows the box by `field-sizing` in the style sheet. Other browsers set the height here from the text.
  useLayoutEffect(() => {
    const area = box.current;
    if (!area || globalThis.CSS?.supports?.('field-sizing', 'content')) return;
    area.style.height = 'auto';
    if (area.scrollHeight > 0) area.style.height = `${area.scrollHeight + 4}px`;
  }, [value]);

  const left = maxLength === undefined ? undefined : maxLength - value.length;
  const counted = left !== undefined && maxLength !== undefined && left <= maxLength / 10;
  return (
    <FormGroup id={id} label={label} hint={hint} error={error} labelHidden={labelHidden}>
      <textarea
        ref={box}
        id={id}
        class={`govuk-textarea cp-textarea${error ? ' govuk-textarea--error' : ''}`}
        rows={rows}
        style={{ minHeight: `calc(${rows}lh + 14px)` }}
        aria-describedby={describedBy(id, { hint, error }, ...(counted ? [`${id}-count`] : []))}
        aria-invalid={error ? 'true' : undefined}
        {...PRIVATE_CONTROL}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      {counted && (
        <p id={`${id}-count`} class="govuk-hint cp-textarea__count" role="status">
          {left >= 0
            ? t('field.characters-left', { count: left })
            : t('field.characters-over', { count: -left })}
        </p>
      )}
    </FormGroup>
  );
}
