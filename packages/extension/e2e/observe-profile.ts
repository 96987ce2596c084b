/** Every typed word, searched for in the whole profile after the browser was killed. */
import { beforeAll, describe, expect, it } from 'vitest';
import { endsPlanting, type Searched } from './hunt-end.ts';
import type { Observer } from './observer.ts';
import { clearsSearch, type Planter } from './planting.ts';

/** One screen of each area of work, so that none of them drops out of the walk unnoticed. */
const OF_EACH_AREA = [
  ...['review-correction', 'teach', 'note', 'intervention', 'summary', 'safeguarding'],
  ...['take-enquiry', 'decide-enquiry', 'questions', 'decide-refuse', 'identify', 'promise'],
  ...['person-detail', 'person-plan', 'subjects', 'list-views', 'concern', 'diary'],
  ...[
    'review-case',
    'close-case',
    'hold',
    'retention',
    'correction',
    'handover',
    'settings',
    'paste',
    'told',
  ],
]
  .flatMap((screen) => [`panel ${screen}`, `workspace ${screen}`])
  .concat([
    'half typed',
    'panel half typed',
    ...[
      'advice-form',
      'incident-form',
      'identifier-form',
      'second-officer',
      'audit',
      'backup',
      'exchange',
    ].map((screen) => `workspace ${screen}`),
    'workspace lock-emergency',
  ]);

/** Kills the browser: later observers examine its remains. */
export function observeProfile(planter: Planter): Observer {
  return {
    alters: true,
    async visit(page, screen, surface) {
      await planter.plant(page, `${surface} ${screen}`);
      await clearsSearch(page, screen);
    },
    tests(walked) {
      describe('the built extension', () => {
        let found: Searched;
        beforeAll(async () => {
          found = await endsPlanting(walked(), planter);
        });

        it('had a word typed into every box of every screen', () => {
          const { boxed, planted } = planter;
          const screens = new Set(planted.map((each) => each.split(':')[0] ?? ''));
          expect(boxed.filter((screen) => !screens.has(screen))).toEqual([]);
          expect([...screens]).toEqual(expect.arrayContaining(OF_EACH_AREA));
          expect(screens.size).toBeGreaterThan(120);
          expect(planted.length).toBeGreaterThan(300);
        });

        it('was searched after the browser had put everything away', () => {
          expect(found.witnessed.map(({ file }) => file)).toContainEqual(
            expect.stringMatching(/Sessions/),
          );
        });

        it('leaves no typed word in the profile', () => {
          expect(found.hits).toEqual([]);
        });

        it('leaves neither passphrase nor recovery key in the profile', () => {
          expect(found.secrets).toEqual([]);
        });
      });
    },
  };
}
