/**
 * The walk through every screen on a build without the protections: the same search finds the typed and the stored
 * words.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endsPlanting, HALF_TYPED, type Searched } from './hunt-end.ts';
import { OFFICER } from './officer.ts';
import { clearsSearch, newPlanter } from './planting.ts';
import { takesProtections } from './unprotected.ts';
import { type Variant, variantOf } from './variant.ts';
import { launchWalker } from './walker.ts';
import { toursEverything } from './whole-tour.ts';

describe('the same without its protections', () => {
  let found: Searched;
  let variant: Variant;
  beforeAll(async () => {
    variant = variantOf(takesProtections);
    const planter = newPlanter();
    const walker = await launchWalker(variant.dir);
    try {
      const toured = await toursEverything(walker.officer, {
        visit: async (page, screen, surface) => {
          await planter.plant(page, `${surface} ${screen}`);
          await clearsSearch(page, screen);
        },
      });
      const { passphrase } = OFFICER;
      found = await endsPlanting({ ...walker, ...toured, passphrase, isLeaky: true }, planter);
    } finally {
      await walker.remove();
    }
  });
  afterAll(() => variant?.remove());

  it('leaves what is typed in the session files, of each form', () => {
    expect(found.inSessions).toEqual(HALF_TYPED.map(([, label]) => label));
  });

  it('leaves what is kept in the database', () => {
    expect(found.hits.filter(({ file }) => /IndexedDB/.test(file)).length).toBeGreaterThan(0);
  });
});
