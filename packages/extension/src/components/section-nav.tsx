import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

export interface SectionNavItem<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** Number shown after the label, such as the rows in that section. */
  readonly count?: number | undefined;
}

export interface SectionNavProps<Id extends string> {
  /** Names the navigation for a screen reader. */
  label: string;
  items: readonly SectionNavItem<Id>[];
  /** Sections used less often, behind a button that opens them in a row of their own, and names the one shown. */
  more?: { readonly label: string; readonly items: readonly SectionNavItem<Id>[] };
  /** Undefined while the page is in no section. */
  current: Id | undefined;
  onGo: (id: Id) => void;
}

/** Sections of one page, one shown at a time. Buttons, not links: nothing of the route is in an address. */
export function SectionNav<Id extends string>(props: SectionNavProps<Id>) {
  const { label, items, more, current, onGo } = props;
  const within = more?.items.find(({ id }) => id === current);
  const isOpen = useSignal(false);
  const opener = useRef<HTMLButtonElement>(null);
  const rowId = useId();
  // The row closes behind whoever chose from it. Runs before the paint: otherwise a button about to go could be pressed.
  useLayoutEffect(() => {
    isOpen.value = false;
  }, [isOpen, current]);
  return (
    <nav
      class="cp-section-nav"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen.value) return;
        isOpen.value = false;
        opener.current?.focus();
      }}
    >
      <ul class="cp-section-nav__list">
        <Entries items={items} current={current} onGo={onGo} />
        {more && more.items.length > 0 && (
          <li class="cp-section-nav__item cp-section-nav__item--more">
            <button
              ref={opener}
              type="button"
              class="cp-section-nav__button cp-section-nav__button--more"
              aria-expanded={isOpen.value}
              aria-controls={rowId}
              aria-current={within && !isOpen.value ? 'true' : undefined}
              data-here={items.find(({ id }) => id === current)?.label}
              onClick={() => {
                isOpen.value = !isOpen.value;
              }}
            >
              {within ? (
                <>
                  <span class="govuk-visually-hidden">{more.label}: </span>
                  {within.label}
                </>
              ) : (
                more.label
              )}
            </button>
          </li>
        )}
      </ul>
      {more && (
        <ul
          id={rowId}
          class="cp-section-nav__list cp-section-nav__list--more"
          hidden={!isOpen.value}
        >
          <Entries
            items={more.items}
            current={current}
            onGo={(id) => {
              isOpen.value = false;
              onGo(id);
            }}
          />
        </ul>
      )}
    </nav>
  );
}

function Entries<Id extends string>({
  items,
  current,
  onGo,
}: Pick<SectionNavProps<Id>, 'items' | 'current' | 'onGo'>) {
  return (
    <>
      {items.map(({ id, label, count }) => (
        <li key={id} class="cp-section-nav__item">
          <button
            type="button"
            class="cp-section-nav__button"
            aria-current={id === current ? 'page' : undefined}
            onClick={() => onGo(id)}
          >
            {label}
            {count !== undefined && <span class="cp-section-nav__count">{count}</span>}
          </button>
        </li>
      ))}
    </>
  );
}
