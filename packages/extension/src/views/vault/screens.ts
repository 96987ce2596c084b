/** Screens of the vault: settings, definitions, the audit and backups. */
import { lateView } from '../../app/late-view.js';
import type { NoParams } from '../../app/route.js';
import { defineScreens } from '../../app/screens.js';
import type { SettingsSection } from './settings/sections.js';

declare module '../../app/route.js' {
  interface ScreenParams {
    /** The passphrase, the recovery key, the time to lock: one section open, or the form that changes a secret. */
    settings: {
      readonly section?: SettingsSection;
      readonly changing?: 'passphrase' | 'recovery';
    };
    /** The log of actions on the records, and its export. */
    audit: NoParams;
    /** What is in force, from whom and since when: what ships, and the definition packs that were taken in. */
    definitions: NoParams;
    /** A definition pack: what it would change, then taking it in. */
    'take-pack': NoParams;
    /** Makes a backup, checks one, restores one. */
    backup: NoParams;
  }
}

export const VAULT_SCREENS = defineScreens({
  settings: {
    view: lateView(async () => (await import('./settings/settings-view.js')).SettingsView),
    entry: { label: 'shell.nav.settings', place: 170, on: { panel: 'more', workspace: 'first' } },
  },
  audit: {
    view: lateView(async () => (await import('./audit/audit-view.js')).AuditView),
    entry: { label: 'shell.nav.audit', place: 180, on: { workspace: 'more' } },
  },
  definitions: {
    view: lateView(async () => (await import('./packs/definitions-view.js')).DefinitionsView),
    entry: { label: 'shell.nav.definitions', place: 175, on: { workspace: 'more' } },
  },
  'take-pack': {
    view: lateView(async () => (await import('./packs/take-pack-view.js')).TakePackView),
    under: 'definitions',
    anywhere: [{ label: 'palette.act.take-pack' }],
  },
  backup: {
    view: lateView(async () => (await import('./backup/backup-view.js')).BackupView),
    entry: { label: 'shell.nav.backup', place: 200, on: { workspace: 'more' } },
    anywhere: [{ label: 'palette.act.backup' }],
  },
});
