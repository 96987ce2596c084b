/** The messages about the marks that show whether entries were lost at the end. */
import { type Instant, type Issue, PreventError, writtenInstant } from '@cyber-prevent/core';

/** The error when neither mark is left. */
export function unmarked(): PreventError {
  return new PreventError(
    'CP_STORE_CHAIN_BROKEN',
    'Nothing on this computer says how many entries there were. Do not carry on until you have looked at what is left.',
  );
}

/** Opened anyway, after a warning to the officer. @param at - instant of the last entry */
export function marksMissing(entries: number, at: Instant): Issue {
  return {
    code: 'marks-missing',
    message: `Both marks that show whether anything was lost were missing from this computer, so nobody can tell whether your newest work is here. ${entries === 1 ? '1 entry is' : `${entries} entries are`} here, the last of ${writtenInstant(at)}. If you know of later work, restore the latest backup.`,
    severity: 'warning',
  };
}

export const MARK_NOT_KEPT: Issue = {
  code: 'mark-not-kept',
  message:
    'Your work is saved, but the second mark that shows whether anything was lost could not be written. If this happens again, restart the browser.',
  severity: 'warning',
};

export const MARK_MISSING: Issue = {
  code: 'mark-missing',
  message:
    'The second mark that shows whether anything was lost was missing from this computer. It will be made again at the next save. Check that your latest work is here.',
  severity: 'warning',
};
