import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { describedBy, FormGroup } from './form-group.js';
import { PRIVATE_CONTROL } from './private-control.js';

export interface FileChooserProps {
  id: string;
  label: string;
  hint: string;
  /** Words below the box, about what comes next. */
  then: string;
  error: string | undefined;
  /** Absent: files of every kind. */
  accept?: string | undefined;
  /** True if only one file is taken. */
  one?: boolean;
  onFiles: (files: Iterable<File>) => void;
}

/** Files from a folder by the browser's own dialogue, or dropped. A file dropped next to it opens nothing. */
export function FileChooser(props: FileChooserProps) {
  const { id, label, hint, then, error, accept, one, onFiles } = props;
  const isOver = useSignal(false);
  const zone = useRef<HTMLDivElement>(null);
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useLayoutEffect(() => {
    const isIn = ({ target }: Event): boolean =>
      target instanceof Node && zone.current?.contains(target) === true;
    // A browser shows a dropped file in place of the page.
    const over = (event: DragEvent): void => {
      event.preventDefault();
      isOver.value = isIn(event);
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      isOver.value = false;
      if (isIn(event)) latest.current([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, [isOver]);
  return (
    <div ref={zone} class={`cp-drop${isOver.value ? ' cp-drop--over' : ''}`}>
      <FormGroup id={id} label={label} hint={hint} error={error}>
        <input
          id={id}
          class="govuk-file-upload"
          type="file"
          accept={accept}
          multiple={!one}
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
      <p class="govuk-hint">{then}</p>
    </div>
  );
}
