import { useApp } from '../../app/app.js';
import type { Route } from '../../app/route.js';
import { navEntries, screenOf } from '../../app/screens.js';
import { SectionNav } from '../../components/section-nav.js';
import { useMedia } from '../../components/use-media.js';
import { t } from '../../locales/translate.js';

/** As in the styles; a window as narrow as that has room for four entries and the button of the others. */
const NARROW = '(max-width: 40em)';
const FEW = 4;

/** Moves from screen to screen. `isAway`: something else covers the screen, so no entry is marked. */
export function Navigation({ isAway }: { isAway: boolean }) {
  const { router, surface, screens } = useApp();
  const { name } = router.route.value;
  const entries = (when: 'first' | 'more') =>
    navEntries(screens, surface, when).map(({ name: id, label }) => ({ id, label: t(label) }));
  const first = entries('first');
  const room = useMedia(NARROW) ? FEW : first.length;
  return (
    <div class="cp-shell__width cp-shell__nav">
      <SectionNav
        label={t('shell.nav')}
        items={first.slice(0, room)}
        more={{
          label: t('shell.nav.more'),
          items: [...first.slice(room), ...entries('more')],
        }}
        current={isAway ? undefined : (screenOf(screens, name)?.under ?? name)}
        // An entry needs no parameters, which a test of the table makes sure of.
        onGo={(id) => router.go({ name: id } as Route)}
      />
    </div>
  );
}
