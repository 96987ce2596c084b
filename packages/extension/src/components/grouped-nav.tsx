import { useId } from 'preact/hooks';
import type { SectionNavItem } from './section-nav.js';

export interface NavGroup {
  readonly label: string;
  readonly items: readonly SectionNavItem<string>[];
}

export interface GroupedNavProps {
  /** Names the navigation for a screen reader. */
  label: string;
  groups: readonly NavGroup[];
  current: string;
  onGo: (id: string) => void;
}

/**
 * Sections of one page, related ones under one heading: next to the section where there is room, and in a panel one
 * short line per group. Buttons, not links: nothing of the route is in an address.
 */
export function GroupedNav({ label, groups, current, onGo }: GroupedNavProps) {
  const id = useId();
  return (
    <nav class="cp-grouped-nav" aria-label={label}>
      {groups
        .filter(({ items }) => items.length > 0)
        .map((group, place) => (
          <div key={group.label} class="cp-grouped-nav__group">
            <p class="cp-grouped-nav__label" id={`${id}-${place}`}>
              {group.label}
            </p>
            <ul class="cp-grouped-nav__list" aria-labelledby={`${id}-${place}`}>
              {group.items.map((item) => (
                <li key={item.id}>
                  <button
                    type="button"
                    class="cp-section-nav__button cp-grouped-nav__button"
                    aria-current={item.id === current ? 'page' : undefined}
                    onClick={() => onGo(item.id)}
                  >
                    {item.label}
                    {item.count !== undefined && (
                      <span class="cp-section-nav__count">{item.count}</span>
                    )}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ))}
    </nav>
  );
}
