import { useApp } from '../../app/app.js';
import type { Route } from '../../app/route.js';
import { navEntries, screenOf } from '../../app/screens.js';
import { SectionNav } from '../../components/section-nav.js';
import { t } from '../../locales/translate.js';

/** Moves from screen to screen. `isAway`: something else covers the screen, so no entry is marked. */
export function Navigation({ isAway }: { isAway: boolean }) {
  const { router, surface, screens } = useApp();
  const { name } = router.route.value;
  const entries = (when: 'first' | 'more') =>
    navEntries(screens, surface, when).map(({ name: id, label }) => ({ id, label: t(label) }));
  return (
    <div class="cp-shell__width cp-shell__nav">
      <SectionNav
        label={t('shell.nav')}
        items={entries('first')}
        more={{ label: t('shell.nav.more'), items: entries('more') }}
        current={isAway ? undefined : (screenOf(screens, name)?.under ?? name)}
        // An entry needs no parameters, which a test of the table makes sure of.
        onGo={(id) => router.go({ name: id } as Route)}
      />
    </div>
  );
}
