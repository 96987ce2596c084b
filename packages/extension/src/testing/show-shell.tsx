/** Renders the shell over services in memory, on the list of subjects by default: the start of every view test. */
import { render } from '@testing-library/preact';
import type { ComponentType } from 'preact';
import { type App, type AppOptions, makeApp } from '../app/app.js';
import type { RouteName, RouteOf } from '../app/route.js';
import { type Screens, screenOf } from '../app/screens.js';
import { SCREENS } from '../start/screens.js';
import { Shell } from '../views/shell/shell.js';
import {
  type MemoryServices,
  type MemoryServicesOptions,
  memoryServices,
} from './memory-services.js';

/** Views to show in place of a screen's own; screens that are not named do not exist then. */
export type Views = { readonly [N in RouteName]?: ComponentType<{ route: RouteOf<N> }> };

interface ShellOptions {
  readonly views?: Views;
  /** Services from before, as a page that is loaded again finds them. */
  readonly services?: MemoryServices;
}

export async function showShell(
  options: MemoryServicesOptions & ShellOptions & Partial<AppOptions> = {},
): Promise<{ readonly services: MemoryServices; readonly app: App }> {
  const {
    views,
    screens = views ? only(views) : SCREENS,
    surface = 'workspace',
    start,
    openWorkspace = () => undefined,
    openInNewWindow,
    reload,
    settingsPlace = { get: () => undefined, set: async () => undefined },
    ...rest
  } = options;
  const first = start ?? (surface === 'workspace' ? ({ name: 'subjects' } as const) : undefined);
  const services = options.services ?? (await memoryServices(rest));
  const app = makeApp(services, {
    surface,
    screens,
    settingsPlace,
    openWorkspace,
    ...(openInNewWindow ? { openInNewWindow } : {}),
    ...(reload ? { reload } : {}),
    ...(first ? { start: first } : {}),
  });
  await app.keys.ready;
  render(<Shell app={app} />);
  return { services, app };
}

function only(views: Views): Screens {
  const rows = Object.entries(views).map(([name, view]) => [
    name,
    { ...screenOf(SCREENS, name as RouteName), view },
  ]);
  return Object.fromEntries(rows) as Screens;
}
