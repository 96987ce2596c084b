/** Sections of the settings, in their order, each with its title. */
import type { PlainKey } from '../../../locales/late.js';

export const SETTINGS_SECTIONS = {
  lock: 'settings.lock',
  secrets: 'settings.secrets',
  policy: 'settings.policy',
  adapters: 'adapters.heading',
  card: 'settings.card',
  practice: 'practice.title',
} as const satisfies Readonly<Record<string, PlainKey>>;

export type SettingsSection = keyof typeof SETTINGS_SECTIONS;

export const SETTINGS_SECTION_NAMES = Object.keys(SETTINGS_SECTIONS) as SettingsSection[];
