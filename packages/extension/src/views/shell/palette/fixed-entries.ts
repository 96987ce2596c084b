/** Entries about nobody: screens, acts that need nobody chosen, and each setting. */
import type { App } from '../../../app/app.js';
import { type CommandId, keyShown, USUAL_KEYS } from '../../../app/keys/key-table.js';
import type { Route } from '../../../app/route.js';
import { listScreens, navEntries, screenOf } from '../../../app/screens.js';
import { type PlainKey, t } from '../../../locales/late.js';
import { SETTINGS_SECTION_NAMES, SETTINGS_SECTIONS } from '../../vault/settings/sections.js';
import type { Entry } from './entries.js';

/** Screens whose acts are done most, in this order; the others come after them. */
const COMMONEST: readonly string[] = [
  'quick-log',
  'intervention',
  'take-enquiry',
  'review',
  'safeguarding',
  'note',
  'together',
];

/** Screens of this surface, and acts that need nobody chosen, the commonest first. */
export function fixedEntries(app: App): readonly Entry[] {
  const { router, services, session, surface, screens } = app;
  const byUse = listScreens(screens).toSorted(
    ([one], [other]) => placeInUse(one) - placeInUse(other),
  );
  const acts = byUse.flatMap(([name, { anywhere = [] }]) =>
    anywhere.map(
      ({ label, starts }, nth): Entry => ({
        id: `act-${name}-${nth}`,
        group: 'acts',
        label: t(label),
        run: () => router.go({ name, ...starts } as Route),
      }),
    ),
  );
  const places = [
    ...navEntries(screens, surface, 'first'),
    ...navEntries(screens, surface, 'more'),
  ];
  return [
    ...acts,
    {
      id: 'act-lock',
      group: 'acts',
      label: t('palette.act.lock'),
      run: () => void services.vault.lock(),
    },
    {
      id: 'act-blank',
      group: 'acts',
      label: t('palette.act.blank'),
      keys: keysOf(app, 'blank'),
      run: () => session.blank(),
    },
    ...places.map(
      ({ name, label }): Entry => ({
        id: `screen-${name}`,
        group: 'screens',
        label: t(label),
        keys: keysOf(app, name === 'review' ? 'capture' : name),
        run: () => router.go({ name } as Route),
      }),
    ),
  ];
}

function placeInUse(screen: string): number {
  const place = COMMONEST.indexOf(screen);
  return place < 0 ? COMMONEST.length : place;
}

/** The key drawn next to an entry; undefined where there is none. */
function keysOf({ settings }: Pick<App, 'settings'>, command: string): string | undefined {
  const isCommand = (name: string): name is CommandId => Object.hasOwn(USUAL_KEYS, name);
  return isCommand(command) ? keyShown(command, settings.settings.value) : undefined;
}

/** Settings within a section that are looked for by themselves. */
const SINGLE: readonly { readonly label: PlainKey; readonly to: Route }[] = [
  { label: 'settings.lock.after', to: { name: 'settings', section: 'lock' } },
  { label: 'settings.passphrase.change', to: { name: 'settings', changing: 'passphrase' } },
  { label: 'settings.recovery.new', to: { name: 'settings', changing: 'recovery' } },
  { label: 'settings.policy.reference', to: { name: 'settings', section: 'policy' } },
];

/** The sections of the settings, and each setting. They come after the people: a name is what is typed most. */
export function settingsEntries({
  router,
  screens,
  keys,
  session,
}: Pick<App, 'router' | 'screens' | 'keys' | 'session'>): readonly Entry[] {
  if (!screenOf(screens, 'settings')) return [];
  const also = t('settings.title');
  const isPractice = session.open.value?.kind === 'practice';
  const sections = SETTINGS_SECTION_NAMES.filter((each) => each !== 'practice' || isPractice);
  const toHelp = (): void => {
    const { commands } = keys.groups.value.find((group) => group.commands.help) ?? {};
    commands?.help?.(new KeyboardEvent('keydown'));
  };
  return [
    ...sections.map(
      (section): Entry => ({
        id: `settings-${section}`,
        group: 'settings',
        label: t(SETTINGS_SECTIONS[section]),
        also,
        run: () => router.go({ name: 'settings', section }),
      }),
    ),
    ...SINGLE.map(
      ({ label, to }): Entry => ({
        id: `settings-${label.replaceAll('.', '-')}`,
        group: 'settings',
        label: t(label),
        also,
        run: () => router.go(to),
      }),
    ),
    {
      id: 'settings-keys',
      group: 'settings',
      label: t('help.keys'),
      also: `${also} ${t('keys.letters')}`,
      run: toHelp,
    },
  ];
}
