import type { Result } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button, ButtonGroup } from '../../../../components/button.js';
import { Form } from '../../../../components/form.js';
import { TextInput } from '../../../../components/text-input.js';
import { Textarea } from '../../../../components/textarea.js';
import { t } from '../../../../locales/translate.js';

export interface RowCorrectionProps {
  label: string;
  start: string;
  /** Reads the typed text, so that an invalid date is reported at once. */
  read: (typed: string) => Promise<Result<string>>;
  onDone: (typed: string) => void;
  onCancel: () => void;
}

/** A value typed instead of the one on the page. The page's own text stays next to it. */
export function RowCorrection({ label, start, read, onDone, onCancel }: RowCorrectionProps) {
  const typed = useSignal(start);
  const error = useSignal<string | undefined>(undefined);
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => box.current?.querySelector<HTMLElement>('input, textarea')?.focus(), []);

  const submit = async (): Promise<void> => {
    const result = await read(typed.value);
    if (result.ok) onDone(typed.value);
    else error.value = result.issues[0]?.message;
  };
  const common = {
    label: t('review.row.correct-label', { label }),
    value: typed.value,
    onValue: (value: string) => {
      typed.value = value;
    },
    error: error.value,
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys in the box below; nothing is pressed here
    <div
      ref={box}
      class="cp-draft-row__correction"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        // The same keys save the whole draft: here they end the correction that is being typed.
        event.preventDefault();
        void submit();
      }}
    >
      <Form onSubmit={() => void submit()}>
        {start.includes('\n') || start.length > 80 ? (
          <Textarea {...common} />
        ) : (
          <TextInput {...common} />
        )}
        <ButtonGroup>
          <Button type="submit" kind="secondary">
            {t('review.row.correct-save')}
          </Button>
          <Button kind="link" onPress={onCancel}>
            {t('common.cancel')}
          </Button>
        </ButtonGroup>
      </Form>
    </div>
  );
}
