/** Every screen, by its name: seen on both surfaces, including all that the officers' guides show. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Observer } from './observer.ts';
import { GUIDE_PICTURES, guidePictures, pictureName } from './whole-picture.ts';
import type { Surface } from './whole-tour.ts';

const ONLY_IN_THE_WORKSPACE = [
  'asked-of-me',
  'bring-in',
  'bring-in-columns',
  'bring-in-rows',
  'bring-in-together',
  'definitions',
  'definitions-pack',
  'take-pack',
  'take-pack-changes',
  'take-pack-key',
  'give-out',
  'asked-of-me-answered',
  'asked-of-me-none',
  'second-officer',
  'second-officer-answered',
  'assessments',
  'conditions',
  'advice',
  'advice-form',
  'advice-one',
  'incident',
  'incident-form',
  'organisation',
  'organisation-form',
  'organisation-join',
  'organisation-one',
  'identifier',
  'identifier-form',
  'log',
  'subject-as-known',
  'subject-log',
  'audit',
  'audit-checkpoint',
  'backup',
  'exchange',
  'lock-emergency',
  'lock-recovery',
  'review-seen-answered',
  'list-selected',
  'people',
  'set-reviews',
  'notes',
];
const ONLY_IN_THE_PANEL = ['fill-plan', 'fill-reference', 'fill-typed', 'review-seen-same'];

export function observeScreens(): Observer {
  const visited: { readonly screen: string; readonly surface: Surface }[] = [];
  return {
    async visit(_page, screen, surface) {
      visited.push({ screen, surface });
    },
    tests() {
      describe('every screen', () => {
        it('was looked at on both surfaces', () => {
          const of = (wanted: Surface) =>
            visited.filter(({ surface }) => surface === wanted).map(({ screen }) => screen);
          expect([...of('workspace'), ...ONLY_IN_THE_PANEL].sort()).toEqual(
            [...of('panel'), ...ONLY_IN_THE_WORKSPACE].sort(),
          );
          expect(visited.length).toBeGreaterThan(79);
        });

        it('is what the guides for officers show pictures of', () => {
          const pictures = guidePictures();
          const names: readonly string[] = visited.map(({ screen, surface }) =>
            pictureName(screen, surface),
          );
          expect(pictures.length).toBeGreaterThan(3);
          expect(pictures.filter((name) => !names.includes(name))).toEqual([]);
          expect(readdirSync(GUIDE_PICTURES).sort()).toEqual([...pictures].sort());
        });
      });
    },
  };
}
