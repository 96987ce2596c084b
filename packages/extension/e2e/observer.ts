/** The shape of an observer: it sees each screen of the whole walk, and declares tests of its findings. */
import type { Page } from 'puppeteer-core';
import type { Walker } from './walker.ts';
import type { Surface, Toured } from './whole-tour.ts';

/** The walk at the end of its tour: the browser runs and the vault is open. */
export interface Walked extends Toured, Omit<Walker, 'remove'> {
  readonly passphrase: string;
}

export interface Observer {
  /** Looks at a screen while it is shown. Observers take turns in the order of their list. */
  readonly visit?: (page: Page, screen: string, surface: Surface) => Promise<void>;
  /** Set if the visit changes later screens. */
  readonly alters?: true;
  /**
   * Declares its tests, which run in the order of the list. They leave the vault open and nothing half done, or end the
   * browser.
   */
  tests(walked: () => Walked): void;
}
