import { expect, it } from 'vitest';
import { HANDMADE } from '../../testing/instrument-under-test.js';
import {
  found,
  handOver,
  kept,
  type Officer,
  officers,
  value,
} from '../../testing/officers-under-test.js';
import { commitRating, openRating } from './rate-blind.js';
import { ratingRounds } from './rating-round.js';

const instruments = new Map([[HANDMADE.id, HANDMADE]]);

it('says to each officer what is next, from the first commitment to the comparison', async () => {
  const { all, verify, subjectId } = await officers(2);
  const [a, b] = [found(all[0]), found(all[1])];
  const give = (from: Officer, to: Officer) => handOver(from, to, subjectId, verify);
  const steps = async () =>
    Promise.all(
      [a, b].map(async ({ store, officer }) =>
        ratingRounds(await store.query('rating'), officer).map(({ step }) => step),
      ),
    );
  const rate = async (who: Officer, answering?: Parameters<typeof openRating>[0]) =>
    kept(
      who.store,
      await commitRating(
        { access: 'present' },
        {
          ...who,
          subject: found(await who.store.get('subject', subjectId)),
          instrument: HANDMADE,
          instruments,
          ...(answering ? { answering } : {}),
        },
      ),
    );
  const open = async (who: Officer) => {
    const ratings = await who.store.query('rating');
    const own = found(ratings.find(({ value: { ratedBy } }) => ratedBy === who.officer));
    const sealed = (await who.store.query('sealedRating'))[0];
    await who.store.commit(value(openRating(own, sealed, ratings, who)).commit);
  };

  await rate(a);
  expect(await steps()).toEqual([['wait-commitment'], []]);
  await give(a, b);
  expect(await steps()).toEqual([['wait-commitment'], ['rate']]);
  await rate(b, (await b.store.query('rating'))[0]);
  expect(await steps()).toEqual([['wait-commitment'], ['open']]);
  await give(b, a);
  await open(a);
  expect(await steps()).toEqual([['wait-opening'], ['open']]);
  await give(a, b);
  await open(b);
  await give(b, a);
  expect(await steps()).toEqual([['compare'], ['compare']]);
});
