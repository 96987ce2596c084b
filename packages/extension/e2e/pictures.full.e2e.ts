/** A picture of every screen, for people to look at: in the panel at 360 px and in the workspace at 1280 px. */
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchOfficer, type OfficerBrowser } from './browser.ts';
import { toursFirstRun } from './tour.ts';
import {
  GUIDE_PICTURES,
  guidePictures,
  PICTURES,
  pictureName,
  SCREENS,
  takesPicture,
} from './whole-picture.ts';
import { toursEverything, type WholeTourOptions } from './whole-tour.ts';

const taken: string[] = [];
const visit: WholeTourOptions['visit'] = async (page, screen, surface) => {
  const name = pictureName(screen, surface);
  await takesPicture(page, join(SCREENS, name) as `${string}.png`);
  taken.push(name);
};

let officer: OfficerBrowser | undefined;
beforeAll(async () => {
  mkdirSync(SCREENS, { recursive: true });
  officer = await launchOfficer();
  const page = await officer.open('workspace.html');
  await toursFirstRun({ page, visit: (screen) => visit(page, screen, 'workspace') });
  await officer.close();
  officer = await launchOfficer();
  await toursEverything(officer, { visit });
});
afterAll(async () => {
  await officer?.close();
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
