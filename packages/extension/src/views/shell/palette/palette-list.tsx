import { KeyHint } from '../../../components/key-hint.js';
import { MatchedText } from '../../../components/matched-text.js';
import { t } from '../../../locales/late.js';
import { type Entry, GROUPS } from './entries.js';

export interface PaletteListProps {
  id: string;
  entries: readonly Entry[];
  chosen: Entry | undefined;
  optionId: (entry: Entry) => string;
  onRun: (entry: Entry) => void;
}

/** The choices, in groups. The focus stays in the box above, which names the current choice. */
export function PaletteList({ id, entries, chosen, optionId, onRun }: PaletteListProps) {
  return (
    <div
      id={id}
      class="cp-palette__list"
      role="listbox"
      aria-label={t('palette.title')}
      tabIndex={-1}
    >
      {GROUPS.map((group) => {
        const own = entries.filter((entry) => entry.group === group);
        if (own.length === 0) return null;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox has no element of its own
          <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
            <p id={`${id}-${group}`} class="cp-palette__group">
              {group === 'unfinished'
                ? t('unfinished.title', { count: own.length })
                : t(`palette.${group}`)}
            </p>
            {own.map((entry) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys act in the box that controls the list
              // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in that box
              <div
                key={entry.id}
                id={optionId(entry)}
                class="cp-palette__option"
                role="option"
                aria-selected={entry === chosen}
                aria-disabled={entry.whyNot === undefined ? undefined : 'true'}
                onClick={() => onRun(entry)}
              >
                <span dir="auto">
                  <MatchedText text={entry.label} />
                </span>
                {entry.keys && <KeyHint>{entry.keys}</KeyHint>}
                {entry.note && (
                  <span class="cp-palette__note">
                    <MatchedText text={entry.note} within={namesOf(entry)} />
                  </span>
                )}
                {entry.where && (
                  <span class="cp-palette__note" dir="auto">
                    <MatchedText text={entry.where} within={entry.whereTexts ?? []} />
                  </span>
                )}
                {entry.whyNot && (
                  <span class="cp-palette__note">
                    {t('palette.not-now', { why: entry.whyNot })}
                  </span>
                )}
              </div>
            ))}
          </div>
        );
      })}
    </div>
  );
}

/** An age and a date are not what somebody was found by, or `where` says so. */
function namesOf({ person }: Entry): readonly string[] {
  return [person?.name ?? '', person?.reference ?? ''];
}
