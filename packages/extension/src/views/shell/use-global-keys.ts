/** Keys that act on every screen: a safeguarding concern, the blank screen, the list of keys. */
import { useApp } from '../../app/app.js';
import { useKeys } from '../../app/use-keys.js';
import { t } from '../../locales/translate.js';

/** Opens the command palette. With Ctrl, so that typing a letter never opens it. */
export const PALETTE_KEY = 'Ctrl+K';

export function useGlobalKeys(
  onConcern: () => void,
  onHelp: () => void,
  onPalette: () => void,
): void {
  const { session, settings } = useApp();
  const { concernKey, blankKey } = settings.settings.value;
  useKeys(t('help.everywhere'), undefined, [
    { key: concernKey, label: t('help.concern'), run: onConcern },
    { key: blankKey, label: t('help.blank'), run: () => session.blank() },
    { key: PALETTE_KEY, label: t('help.palette'), run: onPalette },
    { key: '?', label: t('help.help'), run: onHelp },
  ]);
}
