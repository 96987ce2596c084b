import { t } from '../../../locales/late.js';
import type { RestoreCount } from '../../../ports/services.js';
import { sentences } from '../packs/pack-words.js';

/**
 * Result of a restore, in sentences.
 *
 * @param unconfirmed - officers whose keys came with the file and have not been confirmed
 */
export function restoredWords(
  { records, conflicts, leftOut, unended, packs }: RestoreCount,
  unconfirmed: readonly unknown[] = [],
): string {
  return [
    records > 0 ? t('backup.restored.records', { count: records }) : t('backup.restored.same'),
    ...(leftOut > 0 ? [t('backup.restored.out', { count: leftOut })] : []),
    ...(unended > 0 ? [t('backup.restored.unended', { count: unended })] : []),
    ...(packs && packs.taken > 0 ? [t('backup.restored.packs', { count: packs.taken })] : []),
    ...(packs && packs.refused.length > 0 ? [sentences(packs.refused)] : []),
    ...(unconfirmed.length > 0 && records > 0 ? [t('backup.restored.unconfirmed')] : []),
    ...(conflicts.length > 0 ? [t('backup.restored.conflicts', { count: conflicts.length })] : []),
  ].join(' ');
}
