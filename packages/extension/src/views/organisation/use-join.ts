/** Joins the ticked places, to an organisation on record or to one made from their words. */
import {
  addOrganisation,
  candidatesFor,
  type Issue,
  joinWords,
  type OpenPlace,
  organisationApart,
  type RecordId,
  type RecordOf,
  type StoredRecord,
  type TickedPlace,
  type WordsAlike,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useApp } from '../../app/app.js';
import { t } from '../../locales/late.js';
import { useSave } from '../act/use-save.js';

/** Choices next to the organisations that are offered. */
export const OTHER = 'other';
export const NEW = 'new';

export interface Joining {
  /** Places by their number. */
  readonly ticked: readonly number[];
  /** Id of an organisation, or {@link NEW}. */
  readonly which: string;
  readonly made: { readonly name: string; readonly kind: string; readonly town: string };
}

export interface JoinOf {
  readonly shown: WordsAlike;
  readonly organisations: readonly StoredRecord<'organisation'>[];
}

export function useJoin({ shown, organisations }: JoinOf) {
  const { services, router } = useApp();
  const errors = useSignal<readonly Issue[]>([]);
  const { isBusy, save } = useSave();
  const join = async ({ ticked, which, made }: Joining): Promise<void> => {
    const { host, lists, store } = services;
    const places = shown.places.filter((_, nth) => ticked.includes(nth));
    const missing: Issue[] = [];
    if (which === '' || which === OTHER)
      missing.push({ ...CHOOSE, message: t('organisation.join.choose') });
    if (places.length === 0)
      missing.unshift({ ...CHOOSE, at: 'places', message: t('organisation.join.choose-places') });
    if (missing.length > 0) {
      errors.value = missing;
      return;
    }
    const chosen: Pick<TickedPlace, 'path' | 'words' | 'reasons'>[] = places.map((place) => ({
      path: place.path,
      words: place.words,
      reasons: reasonsFor(place, organisations).get(which) ?? [],
    }));
    const named = organisations.find(({ id }) => id === which);
    await save(
      {
        work: `organisation/join/${places.map(({ record, path }) => `${record} ${path}`).join()}`,
        show: (issues) => {
          errors.value = issues;
        },
      },
      [ticked, which, made],
      async () => {
        // Looked up, and logged as looked at, when they are joined: the words may have changed since.
        const ids = [...new Set(places.map(({ record }) => record))];
        const records = ids.length === 0 ? [] : await store.consult(ids, 'case-work');
        const full = chosen.flatMap((place, nth) => {
          const record = records.find(({ id }) => id === places[nth]?.record);
          return record ? [{ ...place, record }] : [];
        });
        const links = await store.query('organisationLink');
        if (which !== NEW)
          return joinWords(await store.get('organisation', which as RecordId), full, {
            host,
            lists,
            links,
          });
        return full.length === 0
          ? joinWords(organisations[0], full, { host, lists, links })
          : addOrganisation(
              made as Pick<RecordOf<'organisation'>, 'name' | 'kind' | 'town'>,
              { host, lists, organisations: await store.query('organisation') },
              full,
            );
      },
      () => ({
        heading: t('organisation.join.saved', {
          words: shown.words,
          name: named ? organisationApart(named.value) : made.name.trim(),
        }),
        go: () => router.go(router.route.value),
      }),
    );
  };
  return { errors: errors.value, isBusy, join };
}

const CHOOSE = { code: 'missing', severity: 'error', at: 'which' } as const;

/** The reasons that hold for one place, by the id of the organisation: those of another place are none of it. */
export function reasonsFor(
  place: OpenPlace,
  organisations: readonly StoredRecord<'organisation'>[],
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    candidatesFor([place], organisations).map(({ organisation, reasons }) => [
      organisation.id,
      reasons,
    ]),
  );
}
