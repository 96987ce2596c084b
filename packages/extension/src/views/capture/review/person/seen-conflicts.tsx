import { type FieldPath, fieldOf } from '@cyber-prevent/core';
import { Radios } from '../../../../components/radios.js';
import { t } from '../../../../locales/late.js';
import { conflictChoice } from '../row/conflict-choice.js';
import type { ShownConflict, Stands } from '../settle.js';

export interface SeenConflictsProps {
  conflicts: readonly ShownConflict[];
  stands: Stands;
  onStand: (path: FieldPath, side: 'held' | 'found') => void;
  /** Error by path, if a choice is missing. */
  errorOf: (path: FieldPath) => string | undefined;
}

/** Differences between the draft and the stored person, side by side with their sources. Both values are kept. */
export function SeenConflicts({ conflicts, stands, onStand, errorOf }: SeenConflictsProps) {
  return (
    <div class="cp-seen__conflicts">
      <h3 class="govuk-heading-s">{t('seen.conflicts')}</h3>
      <p class="govuk-body-s">{t('seen.conflicts.intro')}</p>
      {conflicts.map(({ path, held, found, heldFrom, foundFrom }) => (
        <Radios
          key={path}
          id={conflictChoice(path)}
          label={fieldOf(path).label}
          error={errorOf(path)}
          choices={[
            { value: 'held', label: t('seen.conflict.held', { value: held }), hint: heldFrom },
            { value: 'found', label: t('seen.conflict.found', { value: found }), hint: foundFrom },
          ]}
          value={stands[path] ?? ''}
          onValue={(side) => onStand(path, side === 'found' ? 'found' : 'held')}
        />
      ))}
    </div>
  );
}
