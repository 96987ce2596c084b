import { type TimelineEntry, timelineProse, writtenDate } from '@cyber-prevent/core';

/** The chronology as text, day by day. */
export function TimelineProse({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <div class="cp-read">
      {timelineProse(entries).map(({ on, sentences }) => (
        <p key={on} class="govuk-body">
          <strong>{writtenDate(on)}.</strong> {sentences.join(' ')}
        </p>
      ))}
    </div>
  );
}
