import type { RestoreCount } from '../../app/services.js';
import { t } from '../../locales/late.js';

/** What came of a restore, in sentences. */
export function restoredWords({ records, conflicts, leftOut }: RestoreCount): string {
  return [
    records > 0 ? t('backup.restored.records', { count: records }) : t('backup.restored.same'),
    ...(leftOut > 0 ? [t('backup.restored.out', { count: leftOut })] : []),
    ...(conflicts.length > 0 ? [t('backup.restored.conflicts', { count: conflicts.length })] : []),
  ].join(' ');
}
