/**
 * A picture of every screen, for people to look at: in the panel at 360 px and in the workspace at 1280 px. Nothing is
 * planted on this walk, so axe looks at the screens again as officers see them.
 */
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchOfficer } from './browser.ts';
import { observeAccessibility } from './observe-accessibility.ts';
import type { Walked } from './observer.ts';
import { OFFICER } from './officer.ts';
import { toursFirstRun } from './tour.ts';
import { launchWalker, type Walker } from './walker.ts';
import {
  GUIDE_PICTURES,
  guidePictures,
  PICTURES,
  pictureName,
  SCREENS,
  takesPicture,
} from './whole-picture.ts';
import { toursEverything, type WholeTourOptions } from './whole-tour.ts';

const accessibility = observeAccessibility('always');
const taken: string[] = [];
const visit: WholeTourOptions['visit'] = async (page, screen, surface) => {
  const name = pictureName(screen, surface);
  await takesPicture(page, join(SCREENS, name) as `${string}.png`);
  taken.push(name);
  await accessibility.visit?.(page, screen, surface);
};

let walker: Walker | undefined;
let walked: Walked;
beforeAll(async () => {
  mkdirSync(SCREENS, { recursive: true });
  const first = await launchOfficer();
  try {
    const page = await first.open('workspace.html');
    await toursFirstRun({ page, visit: (screen) => visit(page, screen, 'workspace') });
  } finally {
    await first.close();
  }
  walker = await launchWalker();
  const toured = await toursEverything(walker.officer, { visit });
  walked = { ...walker, ...toured, passphrase: OFFICER.passphrase };
});
afterAll(async () => {
  await walker?.remove();
  if (PICTURES !== '1') return;
  for (const name of guidePictures()) copyFileSync(join(SCREENS, name), join(GUIDE_PICTURES, name));
});

describe('every screen', () => {
  it('has a picture, and so has all that the guides for officers show', () => {
    expect(taken.length).toBeGreaterThan(79);
    const missing = (names: readonly string[]) =>
      names.filter((name) => !taken.includes(name) || !existsSync(join(SCREENS, name)));
    expect(missing([...taken, ...guidePictures()])).toEqual([]);
  });
});

accessibility.tests(() => walked);
