/** Reports that this computer's clock cannot be right: saves keep their order anyway, by their sequence. */
import type { Clock, Instant, Issue } from '@cyber-prevent/core';

/** Milliseconds: small corrections of a clock are normal. */
const SLACK_MS = 5 * 60_000;
/** Milliseconds. An open case is never left for so long: the clock jumped, or the officer knows why. */
const LONG_MS = 365 * 24 * 60 * 60_000;

export interface ClockWatch {
  /** @param at - moment of the last save, at the opening of the vault */
  opened(at: Instant): void;
  saved(at: Instant): void;
}

export function watchClock(
  clock: Pick<Clock, 'now'>,
  onNotice: (issue: Issue) => void,
): ClockWatch {
  let last: number | undefined;
  const look = (now: number): void => {
    if (last === undefined) return;
    if (now < last - SLACK_MS) onNotice(behind(last));
    else if (now > last + LONG_MS) onNotice(ahead(last));
  };
  return {
    opened(at) {
      last = Date.parse(at);
      look(Date.parse(clock.now()));
    },
    saved(at) {
      look(Date.parse(at));
      last = Date.parse(at);
    },
  };
}

function behind(last: number): Issue {
  return {
    code: 'clock-behind',
    message: `The clock of this computer is behind: a save was made on ${dayOf(last)}, which it says is still to come. Put the clock right. Saves keep their order, but their times may be wrong.`,
    severity: 'warning',
  };
}

function ahead(last: number): Issue {
  return {
    code: 'clock-ahead',
    message: `The clock of this computer may be ahead: the save before was made on ${dayOf(last)}, more than a year ago. If that is not so, put the clock right. Nothing is disposed of because of it.`,
    severity: 'warning',
  };
}

function dayOf(moment: number): string {
  return new Date(moment).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}
