/**
 * The context of every view: the services, the current screen, the officer, the keys, and a store for unfinished work.
 */

import type { RecordId } from '@cyber-prevent/core';
import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { OfficerIdentity, Services, VaultKind } from '../ports/services.js';
import { beginAnewAfterLock, type Reload, type Taken } from './begin-anew.js';
import type { BrowserHistory } from './browser-history.js';
import { type Keys, makeKeys } from './keys/keys.js';
import { lookingWith, makeReasons, type Reasons } from './reasons.js';
import { openedBy, type Route } from './route.js';
import { makeRouter, type Router } from './router.js';
import { canOpen, type Screens } from './screens.js';
import { makeSession, type Session } from './session.js';
import { makeSettings, type SettingsPlace, type SettingsStore } from './settings.js';
import type { Surface } from './surface.js';
import { makeUnfinished, type Unfinished } from './unfinished.js';

export interface App {
  readonly surface: Surface;
  /** Every screen of this page, by name. */
  readonly screens: Screens;
  readonly services: Services;
  /**
   * The services of a screen that opened this record. Its looks carry the reason given for that record, even those
   * still being read when the officer has moved on.
   */
  readonly servicesFor: (opened: RecordId | undefined) => Services;
  readonly router: Router;
  readonly session: Session;
  readonly settings: SettingsStore;
  readonly keys: Keys;
  readonly unfinished: Unfinished;
  /** Why records are opened. */
  readonly reasons: Reasons;
  /** The person chosen in a form whose route names nobody. */
  readonly about: Signal<RecordId | undefined>;
  /** True when the vault was locked and the page is reloading. */
  readonly isLeaving: ReadonlySignal<boolean>;
  /** Opens the workspace in a tab; absent in the workspace itself. */
  readonly openWorkspace?: (() => void) | undefined;
  /** Opens a screen in a window of its own, next to this one; absent in the panel. */
  readonly openInNewWindow?: ((route: Route) => void) | undefined;
}

export interface AppOptions {
  readonly surface: Surface;
  readonly screens: Screens;
  readonly settingsPlace: SettingsPlace;
  readonly openWorkspace?: () => void;
  readonly openInNewWindow?: (next: Taken) => Promise<void>;
  /** Back and Forward of the browser. */
  readonly history?: BrowserHistory;
  /** Reloads the page after a lock. */
  readonly reload?: Reload;
  /** The first screen, if not the surface's own. */
  readonly start?: Route;
}

export function makeApp(services: Services, options: AppOptions): App {
  const { surface, screens, settingsPlace, openWorkspace, reload, history } = options;
  const taken = reload?.taken;
  const first: Route = { name: surface === 'panel' ? 'review' : 'today' };
  // An update of the extension may have brought other screens.
  const resumed = taken && canOpen(screens, taken.route) ? taken.route : undefined;
  const router = makeRouter(options.start ?? first, history, resumed);
  history?.follow(router);
  const settings = makeSettings(settingsPlace);
  // A press on a page opens the screen of its draft, from any screen of the panel; half-typed input is kept.
  if (surface === 'panel')
    services.capture.subscribe(() => {
      const { name } = router.route.value;
      // A screen that asks for the press receives it itself.
      if (name !== 'review' && name !== 'fill') router.go({ name: 'review' });
    });
  const session = makeSession(services, router, taken);
  const unfinished = makeUnfinished(services, resumed && router.visit());
  const { vault } = services;
  vault.subscribe(({ name }) => {
    if (name !== 'open') router.forget();
  });
  const takenNow = (route: Route): Taken | undefined => {
    const kind = session.open.value?.kind;
    return kind && { route, kind, isBlank: false, lastSave: session.lastSave.value };
  };
  if (reload?.note)
    effect(() => {
      const now = takenNow(router.route.value);
      if (now) reload.note?.(now);
    });
  const { openInNewWindow } = options;
  const reasons = makeReasons(services);
  const looking = (opened: () => RecordId | undefined) =>
    lookingWith(services, (screen) => reasons.reasonFor(opened(), screen));
  const shared: Services = { ...services, ...looking(() => openedBy(router.route.value)) };
  return {
    surface,
    screens,
    services: shared,
    // Shares all but the looks with the page, also what its services answer later.
    servicesFor: (opened) =>
      Object.assign(
        Object.create(shared),
        looking(() => opened),
      ),
    router,
    session,
    settings,
    keys: makeKeys(() => settings.settings.value),
    unfinished,
    reasons,
    about: signal<RecordId | undefined>(undefined),
    isLeaving: reload
      ? beginAnewAfterLock({ vault, session, router, unfinished, reload })
      : signal(false),
    openWorkspace,
    ...(openInNewWindow
      ? {
          openInNewWindow: (route) => {
            const next = takenNow(route);
            if (next) void openInNewWindow({ ...next, lastSave: undefined });
          },
        }
      : {}),
  };
}

const Context = createContext<App | undefined>(undefined);
export const AppProvider = Context.Provider;

/** @throws {Error} outside the shell */
export function useApp(): App {
  const app = useContext(Context);
  if (!app) throw new Error('A view was rendered outside of AppProvider');
  return app;
}

/**
 * The officer and the kind of vault. Only views behind the lock may ask.
 * @throws {Error} while the vault is not open
 */
export function useOpenVault(): { readonly officer: OfficerIdentity; readonly kind: VaultKind } {
  const open = useApp().session.open.value;
  if (!open) throw new Error('A view that needs the vault was rendered while it is locked');
  return open;
}
