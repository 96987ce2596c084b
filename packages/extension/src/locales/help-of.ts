/** The help of each screen. It is apart from the words of late views, so that only the help panel loads it. */
import { helpScreens } from './en/help-screens.js';

/** @param screen - name of a screen, as in its route; undefined where it has no help */
export function helpOf(screen: string): string | undefined {
  const key = `help.screen.${screen}`;
  return Object.hasOwn(helpScreens, key) ? helpScreens[key as keyof typeof helpScreens] : undefined;
}
