import type { Shortcut, ShortcutService } from '../../ports/shortcuts.js';

const NAMES: Readonly<Record<string, Shortcut['name']>> = {
  _execute_action: 'capture',
  'clip-selection': 'clip',
  'point-at': 'point',
};

export interface Commands {
  getAll(): Promise<
    readonly { readonly name?: string | undefined; readonly shortcut?: string | undefined }[]
  >;
  /** Only Firefox has it. */
  openShortcutSettings?(): Promise<void>;
}

export function browserShortcuts(
  commands: Commands,
  tabs: { create(options: { url: string }): Promise<unknown> },
): ShortcutService {
  return {
    async list() {
      const found = await commands.getAll();
      return found.flatMap(({ name = '', shortcut = '' }) => {
        const ours = NAMES[name];
        return ours ? [{ name: ours, keys: shortcut }] : [];
      });
    },
    async change() {
      if (commands.openShortcutSettings) await commands.openShortcutSettings();
      else await tabs.create({ url: 'chrome://extensions/shortcuts' });
    },
  };
}
