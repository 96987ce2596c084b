/** The keys that act on every screen: one for a safeguarding concern, one for the list of keys. */
import { useApp } from '../../app/app.js';
import { useKeys } from '../../app/use-keys.js';
import { t } from '../../locales/translate.js';

export function useGlobalKeys(onConcern: () => void, onHelp: () => void): void {
  const { concernKey } = useApp().settings.settings.value;
  useKeys(t('help.everywhere'), undefined, [
    { key: concernKey, label: t('help.concern'), run: onConcern },
    { key: '?', label: t('help.help'), run: onHelp },
  ]);
}
