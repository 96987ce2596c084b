import { FILE_RULES, writtenSize } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { describedBy, FormGroup } from '../../../components/form-group.js';
import { PRIVATE_CONTROL } from '../../../components/private-control.js';
import { t } from '../../../locales/late.js';

interface FileChooserProps {
  id: string;
  error: string | undefined;
  onFiles: (files: Iterable<File>) => void;
}

/** Files from a folder by the browser's own dialogue, or dropped. A file dropped beside it opens nothing. */
export function FileChooser({ id, error, onFiles }: FileChooserProps) {
  const isOver = useSignal(false);
  useLayoutEffect(() => {
    // A browser shows a dropped file in place of the page.
    const stop = (event: Event) => event.preventDefault();
    window.addEventListener('dragover', stop);
    window.addEventListener('drop', stop);
    return () => {
      window.removeEventListener('dragover', stop);
      window.removeEventListener('drop', stop);
    };
  }, []);
  const hint = t('files.choose.hint', { most: writtenSize(FILE_RULES.mostBytes) });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the control in it is the first
    <div
      class={`cp-drop${isOver.value ? ' cp-drop--over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        isOver.value = true;
      }}
      onDragLeave={() => {
        isOver.value = false;
      }}
      onDrop={(event) => {
        event.preventDefault();
        isOver.value = false;
        onFiles([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <FormGroup id={id} label={t('files.choose')} hint={hint} error={error}>
        <input
          id={id}
          class="govuk-file-upload"
          type="file"
          multiple
          aria-describedby={describedBy(id, { hint, error })}
          aria-invalid={error ? 'true' : undefined}
          {...PRIVATE_CONTROL}
          onChange={(event) => {
            const { currentTarget } = event;
            onFiles([...(currentTarget.files ?? [])]);
            // The same file can be chosen again once it was taken out.
            currentTarget.value = '';
          }}
        />
      </FormGroup>
      <p class="govuk-hint">{t('files.choose.drop')}</p>
    </div>
  );
}
