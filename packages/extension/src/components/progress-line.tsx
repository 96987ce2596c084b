import type { ReadonlySignal } from '@preact/signals';
import { Button } from './button.js';

export interface ProgressLineProps {
  /** Work under way; the line is empty without any. */
  isBusy: boolean;
  /** So much of all; undefined before the first word of it. */
  progress: ReadonlySignal<{ readonly done: number; readonly of: number } | undefined>;
  /** Name of the work, read out when it begins. */
  doing: string;
  /** Words of so many of all. */
  saying: (done: number, of: number) => string;
  stop: { readonly label: string; readonly press: () => void };
}

/** Says what is under way and how far it is, and stops it. */
export function ProgressLine({ isBusy, progress, doing, saying, stop }: ProgressLineProps) {
  const { done, of } = progress.value ?? { done: 0, of: 0 };
  return (
    <>
      <p role="status" class="govuk-body">
        {isBusy ? doing : ''}
      </p>
      {isBusy && (
        <div class="cp-progress-line">
          {of > 0 ? (
            <progress value={done} max={of} aria-label={doing} />
          ) : (
            <progress aria-label={doing} />
          )}{' '}
          <span class="govuk-body-s">{of > 0 ? saying(done, of) : doing}</span>{' '}
          <Button kind="secondary" onPress={stop.press}>
            {stop.label}
          </Button>
        </div>
      )}
    </>
  );
}
