import { lookAlikeLetters } from '@cyber-prevent/core';
import { WarningText } from '../../../components/warning-text.js';
import { t } from '../../../locales/late.js';

/** Warns of letters in a name that look like others; nothing if there are none. */
export function LookAlikeWarning({ text }: { text: string }) {
  const alike = lookAlikeLetters(text);
  if (alike.length === 0) return null;
  const letters = alike.map(({ letter, script }) => t(`exchange.look-alike.${script}`, { letter }));
  return <WarningText>{t('exchange.look-alike', { letters: letters.join(', ') })}</WarningText>;
}
