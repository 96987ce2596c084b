/** The officer's own settings of this browser. Nothing personal: the keyboard keys, and the time to lock. */
import { type ReadonlySignal, signal } from '@preact/signals';
import * as v from 'valibot';

/** Keys that may act on every screen: function keys only, never a letter that could be typed. */
export const EVERYWHERE_KEYS = ['F2', 'F4', 'F7', 'F8', 'F9', 'F10'] as const;
/** Minutes without key or pointer before the vault locks, for the officer to choose from. */
export const LOCK_MINUTES = [1, 2, 5, 10] as const;
export const LONGEST_LOCK_MINUTES = 10;

const Settings = v.pipe(
  v.object({
    /** Raises a safeguarding concern. */
    concernKey: v.picklist(EVERYWHERE_KEYS),
    /** Covers every page of ours with a blank screen, and locks. */
    blankKey: v.picklist(EVERYWHERE_KEYS),
    /** True if single letters act in lists. */
    singleKeys: v.boolean(),
    lockMinutes: v.picklist(LOCK_MINUTES),
    /** The last day on which a page asked for a backup that was due: it asks once a day. */
    backupAskedOn: v.string(),
  }),
  v.check(({ concernKey, blankKey }) => concernKey !== blankKey),
);
export type Settings = v.InferOutput<typeof Settings>;

const AS_SHIPPED: Settings = {
  concernKey: 'F8',
  blankKey: 'F9',
  singleKeys: true,
  lockMinutes: LONGEST_LOCK_MINUTES,
  backupAskedOn: '',
};
export const SETTINGS_KEY = 'cp-settings';

/** The stored settings, with shipped values for missing ones; all as shipped if any value is invalid. */
export function readSettings(kept: unknown): Settings {
  const some = typeof kept === 'object' ? kept : {};
  const read = v.safeParse(Settings, { ...AS_SHIPPED, ...some });
  return read.success ? read.output : AS_SHIPPED;
}

/** @param most - the limit of the force's policy, if it has one */
export function minutesToLock(
  { lockMinutes }: Pick<Settings, 'lockMinutes'>,
  most: number | undefined,
): number {
  return Math.min(lockMinutes, most ?? LONGEST_LOCK_MINUTES);
}

/** The store of settings: `storage.local` in the extension, a map in a test. */
export interface SettingsPlace {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}

export interface SettingsStore {
  readonly settings: ReadonlySignal<Settings>;
  change(some: Partial<Settings>): void;
}

/** Starts with the shipped settings, and adopts the stored ones as soon as they are read. */
export function makeSettings(place: SettingsPlace): SettingsStore {
  const settings = signal(AS_SHIPPED);
  let isChanged = false;
  place
    .get(SETTINGS_KEY)
    .then((kept) => {
      if (!isChanged) settings.value = readSettings(kept);
    })
    // Without storage the shipped keys work; a setting does not justify a message over the officer's work.
    .catch(() => undefined);
  return {
    settings,
    change(some) {
      isChanged = true;
      settings.value = { ...settings.value, ...some };
      place.set(SETTINGS_KEY, settings.value).catch(() => undefined);
    },
  };
}
