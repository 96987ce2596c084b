import { t } from '../../../locales/late.js';
import type { RestoreCount } from '../../../ports/services.js';

/**
 * Result of a restore, in sentences.
 *
 * @param unconfirmed - officers whose keys came with the file and have not been confirmed
 */
export function restoredWords(
  { records, conflicts, leftOut, unended }: RestoreCount,
  unconfirmed: readonly unknown[] = [],
): string {
  return [
    records > 0 ? t('backup.restored.records', { count: records }) : t('backup.restored.same'),
    ...(leftOut > 0 ? [t('backup.restored.out', { count: leftOut })] : []),
    ...(unended > 0 ? [t('backup.restored.unended', { count: unended })] : []),
    ...(unconfirmed.length > 0 && records > 0 ? [t('backup.restored.unconfirmed')] : []),
    ...(conflicts.length > 0 ? [t('backup.restored.conflicts', { count: conflicts.length })] : []),
  ].join(' ');
}
