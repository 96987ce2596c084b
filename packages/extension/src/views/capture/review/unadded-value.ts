/** A value that is typed for the open draft and not added yet: the save stops at it, so that it is not lost unseen. */
import type { Issue } from '@cyber-prevent/core';
import { signal } from '@preact/signals';
import { t } from '../../../locales/late.js';

/** The text as typed; empty if there is none. */
export const unaddedValue = signal('');

/** Id of its box, where an error leads. */
export const UNADDED_BOX = 'add-value-text';

/** The `at` of an issue about it. */
export const UNADDED = 'unadded';

/** Also opens the fold that the box is in, so that the error can lead there. */
export function unaddedIssues(): readonly Issue[] {
  if (unaddedValue.value.trim() === '') return [];
  document.getElementById(UNADDED_BOX)?.closest('details')?.setAttribute('open', '');
  const message = t('review.add.not-added');
  return [{ code: 'value-not-added', severity: 'error', message, at: UNADDED }];
}
