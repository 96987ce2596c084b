/** The browser's own network log of the walk: the requests to the network, and their origins. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { askedOf, type Judged, judgeAsked, shownAsked } from '../../../assure/net-log.ts';
import type { Observer } from './observer.ts';

/** Needs the browser killed; the log then reaches at least to the last opened page. */
export function observeTraffic(): Observer {
  return {
    tests(walked) {
      describe('the network, in the browser’s own log of the walk', () => {
        let judged: Judged;
        beforeAll(() => {
          judged = judgeAsked(askedOf(readFileSync(walked().netLog, 'utf8')));
        });

        it('was asked for ordinary pages of this computer, so that the log is seen to work', () => {
          expect(judged.others.filter(({ host }) => host === '127.0.0.1').length).toBeGreaterThan(
            0,
          );
        });

        it('was asked for nothing by a page of ours', () => {
          expect(shownAsked(judged.ours)).toEqual([]);
        });

        it('was asked by no page for anything but the practice system', () => {
          expect(shownAsked(judged.elsewhere)).toEqual([]);
        });
      });
    },
  };
}
