export interface SectionNavItem<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** Shown after the label, such as how many rows stand under it. */
  readonly count?: number | undefined;
}

export interface SectionNavProps<Id extends string> {
  /** Names the navigation for a screen reader. */
  label: string;
  items: readonly SectionNavItem<Id>[];
  /** None while the page is in no section. */
  current: Id | undefined;
  onGo: (id: Id) => void;
}

/** Sections of one page, one shown at a time. Buttons, not links: nothing of the route is in an address. */
export function SectionNav<Id extends string>({
  label,
  items,
  current,
  onGo,
}: SectionNavProps<Id>) {
  return (
    <nav class="cp-section-nav" aria-label={label}>
      <ul class="cp-section-nav__list">
        {items.map(({ id, label: text, count }) => (
          <li key={id} class="cp-section-nav__item">
            <button
              type="button"
              class="cp-section-nav__button"
              aria-current={id === current ? 'page' : undefined}
              onClick={() => onGo(id)}
            >
              {text}
              {count !== undefined && <span class="cp-section-nav__count">{count}</span>}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
