/** The officer's own settings of this browser. Nothing personal: which keys do what. */
import { type ReadonlySignal, signal } from '@preact/signals';
import * as v from 'valibot';

/** Keys that may raise a safeguarding concern: function keys only, never a letter that could be typed. */
export const CONCERN_KEYS = ['F2', 'F4', 'F7', 'F8', 'F9', 'F10'] as const;

const Settings = v.strictObject({
  concernKey: v.picklist(CONCERN_KEYS),
  /** Whether single letters act in lists. */
  singleKeys: v.boolean(),
});
export type Settings = v.InferOutput<typeof Settings>;

const AS_SHIPPED: Settings = { concernKey: 'F8', singleKeys: true };
const KEY = 'cp-settings';

/** Where settings are kept: `storage.local` in the extension, a map in a test. */
export interface SettingsPlace {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}

export interface SettingsStore {
  readonly settings: ReadonlySignal<Settings>;
  change(some: Partial<Settings>): void;
}

/** Starts with the settings as shipped, and takes over the kept ones as soon as they are read. */
export function makeSettings(place: SettingsPlace): SettingsStore {
  const settings = signal(AS_SHIPPED);
  let isChanged = false;
  place
    .get(KEY)
    .then((kept) => {
      const read = v.safeParse(Settings, kept);
      if (read.success && !isChanged) settings.value = read.output;
    })
    // Without storage the shipped keys work; a setting is not worth a message over the officer's work.
    .catch(() => undefined);
  return {
    settings,
    change(some) {
      isChanged = true;
      settings.value = { ...settings.value, ...some };
      place.set(KEY, settings.value).catch(() => undefined);
    },
  };
}
