/** The officer's own settings of this browser. Nothing personal: the keyboard keys, and the time to lock. */
import { type ReadonlySignal, signal } from '@preact/signals';
import * as v from 'valibot';
import { areUsable } from './keys/chord-keys.js';

/**
 * Minutes without key or pointer before the vault locks, for the officer to choose from. More than ten need a policy that
 * allows them.
 */
export const LOCK_MINUTES = [1, 2, 5, 10, 15, 30, 60] as const;
/** The choice as shipped, and the most that an officer may choose without a policy. */
export const SHIPPED_LOCK_MINUTES = 10;
/** The most that a policy may allow. */
const LONGEST_LOCK_MINUTES = 60;

const Settings = v.pipe(
  v.object({
    /** The keys that the officer has changed, by command. */
    keys: v.record(v.string(), v.string()),
    /** True if letters act as keys. */
    singleKeys: v.boolean(),
    /** Any whole number: the longest time that a policy allows need not be one of ours. */
    lockMinutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LONGEST_LOCK_MINUTES)),
    /** True while a visit view replaces every screen of every window: it outlives a lock and a reload. */
    visitView: v.boolean(),
    /** The last day on which a page asked for a backup that was due: it asks once a day. */
    backupAskedOn: v.string(),
  }),
  v.check(({ keys }) => areUsable(keys)),
);
export type Settings = v.InferOutput<typeof Settings>;

const AS_SHIPPED: Settings = {
  keys: {},
  singleKeys: true,
  lockMinutes: SHIPPED_LOCK_MINUTES,
  visitView: false,
  backupAskedOn: '',
};
export const SETTINGS_KEY = 'cp-settings';

/** The stored settings, with shipped values for missing ones; all as shipped if any value is invalid. */
export function readSettings(kept: unknown): Settings {
  const some: Readonly<Record<string, unknown>> = typeof kept === 'object' ? { ...kept } : {};
  // Stored before there was one table of keys.
  const { concernKey: concern, blankKey: blank } = some;
  const keys = { ...(concern ? { concern } : {}), ...(blank ? { blank } : {}) };
  const read = v.safeParse(Settings, { ...AS_SHIPPED, keys, ...some });
  return read.success ? read.output : AS_SHIPPED;
}

/** @param most - the limit of the force's policy, if it has one */
export function minutesToLock(
  { lockMinutes }: Pick<Settings, 'lockMinutes'>,
  most: number | undefined,
): number {
  return Math.min(lockMinutes, most ?? SHIPPED_LOCK_MINUTES);
}

/** The store of settings: `storage.local` in the extension, a map in a test. */
export interface SettingsPlace {
  /** Undefined at once, not later, if it stores nothing. */
  get(key: string): Promise<unknown> | undefined;
  set(key: string, value: unknown): Promise<void>;
  /** Calls the listener with each value stored from then on, by this window or another; absent if there is no other. */
  follow?(key: string, listener: (kept: unknown) => void): void;
}

export interface SettingsStore {
  readonly settings: ReadonlySignal<Settings>;
  /** False until the stored settings are read: no screen is shown before it is known whether it may be seen. */
  readonly isRead: ReadonlySignal<boolean>;
  change(some: Partial<Settings>): void;
}

/**
 * Starts with the shipped settings, adopts the stored ones as soon as they are read, and then follows every window: a
 * visit view covers all of them, and a change here does not undo one made there.
 */
export function makeSettings(place: SettingsPlace): SettingsStore {
  const settings = signal(AS_SHIPPED);
  let isChanged = false;
  const reading = place.get(SETTINGS_KEY);
  const isRead = signal(reading === undefined);
  reading
    ?.then((kept) => {
      if (!isChanged) settings.value = readSettings(kept);
    })
    // Without storage the shipped keys work; a setting does not justify a message over the officer's work.
    .catch(() => undefined)
    .finally(() => {
      isRead.value = true;
    });
  place.follow?.(SETTINGS_KEY, (kept) => {
    isChanged = true;
    settings.value = readSettings(kept);
  });
  return {
    settings,
    isRead,
    change(some) {
      isChanged = true;
      settings.value = { ...settings.value, ...some };
      place.set(SETTINGS_KEY, settings.value).catch(() => undefined);
    },
  };
}
