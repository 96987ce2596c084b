import { useApp } from '../../app/app.js';
import type { Route } from '../../app/router.js';
import type { Views } from '../../app/screens.js';
import { SectionNav } from '../../components/section-nav.js';
import { t } from '../../locales/translate.js';
import { type NavName, SCREENS, UNDER } from '../desk/screens.js';

/**
 * Moves from screen to screen. An entry is shown only if its view exists. `isAway`: something else covers the screen,
 * so no entry is marked.
 */
export function Navigation({ views, isAway }: { views: Views; isAway: boolean }) {
  const { router, surface } = useApp();
  const { name } = router.route.value;
  const { first, more }: Record<'first' | 'more', readonly NavName[]> = SCREENS[surface];
  const current = UNDER[name] ?? [...first, ...more].find((entry) => entry === name);
  const entries = (names: readonly NavName[]) =>
    names
      .filter((entry) => views[entry] !== undefined)
      .map((id) => ({ id, label: t(`shell.nav.${id}`) }));
  return (
    <div class="cp-shell__width cp-shell__nav">
      <SectionNav
        label={t('shell.nav')}
        items={entries(first)}
        more={{ label: t('shell.nav.more'), items: entries(more) }}
        current={isAway ? undefined : current}
        onGo={(id) => {
          const route: Route = { name: id };
          router.go(route);
        }}
      />
    </div>
  );
}
