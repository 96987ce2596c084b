/** Renders the shell over services in memory, on the list of subjects by default: the start of every view test. */
import { render } from '@testing-library/preact';
import { type App, type AppOptions, makeApp } from '../app/app.js';
import type { Views } from '../app/screens.js';
import { views as allViews } from '../start/views.js';
import { Shell } from '../views/shell/shell.js';
import {
  type MemoryServices,
  type MemoryServicesOptions,
  memoryServices,
} from './memory-services.js';

export async function showShell(
  options: MemoryServicesOptions & { readonly views?: Views } & Partial<AppOptions> = {},
): Promise<{ readonly services: MemoryServices; readonly app: App }> {
  const {
    views = allViews,
    surface = 'workspace',
    start,
    openWorkspace = () => undefined,
    ...rest
  } = options;
  const first = start ?? (surface === 'workspace' ? ({ name: 'subjects' } as const) : undefined);
  const services = await memoryServices(rest);
  const app = makeApp(services, {
    surface,
    settingsPlace: { get: async () => undefined, set: async () => undefined },
    openWorkspace,
    ...(first ? { start: first } : {}),
  });
  render(<Shell app={app} views={views} />);
  return { services, app };
}
