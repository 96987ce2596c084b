/** The keys that act on every screen: a safeguarding concern, the blank screen, the list of keys. */
import { useApp } from '../../app/app.js';
import { useKeys } from '../../app/use-keys.js';
import { t } from '../../locales/translate.js';

export function useGlobalKeys(onConcern: () => void, onHelp: () => void): void {
  const { session, settings } = useApp();
  const { concernKey, blankKey } = settings.settings.value;
  useKeys(t('help.everywhere'), undefined, [
    { key: concernKey, label: t('help.concern'), run: onConcern },
    { key: blankKey, label: t('help.blank'), run: () => session.blank() },
    { key: '?', label: t('help.help'), run: onHelp },
  ]);
}
