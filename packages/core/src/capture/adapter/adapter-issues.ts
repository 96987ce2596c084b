/** Notices to the officer about the adapter that read the page: fields it did not find, and that it is out of date. */
import type { Issue } from '../../shared/issue.js';
import { fieldOf } from '../field/field-path.js';
import type { AdapterNaming } from './apply-adapter.js';
import type { ChosenAdapter } from './choose-adapter.js';

export function adapterIssues(
  chosen: ChosenAdapter | undefined,
  { fellBack, moved }: Pick<AdapterNaming, 'fellBack' | 'moved'>,
  today: string,
): readonly Issue[] {
  if (!chosen) return [];
  const { adapter, found, of } = chosen;
  const issues: Issue[] = [];
  if (found < of)
    issues.push({
      code: 'adapter-drift',
      message: `${found} of ${of} anchors of “${adapter.title}” were found${backOf(fellBack.length)}. The screen may have changed: check each value.`,
      severity: 'warning',
    });
  for (const { path, beside, now } of moved)
    issues.push({
      code: 'adapter-place-moved',
      message: `“${fieldOf(path).label}” was not read where “${adapter.title}” expects it: it was next to “${beside}”, and ${now === undefined ? 'those words are no longer there' : `“${now}” is there now`}. Take it from the page by hand, and teach this screen again.`,
      at: path,
      severity: 'warning',
    });
  if (adapter.expires !== undefined && adapter.expires < today)
    issues.push({
      code: 'adapter-expired',
      message: `“${adapter.title}” was due to be proved again by ${adapter.expires}. Check each value, and tell the person who looks after it.`,
      severity: 'warning',
    });
  return issues;
}

/**
 * A field that a record leaves empty is not found either, so the count means something only together with missing
 * anchors.
 */
function backOf(count: number): string {
  if (count === 0) return '';
  return count === 1
    ? '; 1 field fell back to the generic reading'
    : `; ${count} fields fell back to the generic reading`;
}
