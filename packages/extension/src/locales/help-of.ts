/** The help of each screen. It is apart from the words of late views, so that only the help panel loads it. */
import { helpScreens } from './en/help-screens.js';

const BY_KEY: Readonly<Record<string, string>> = helpScreens;

/** @param screen - name of a screen, as in its route; undefined where it has no help */
export function helpOf(screen: string): string | undefined {
  return BY_KEY[`help.screen.${screen}`];
}
