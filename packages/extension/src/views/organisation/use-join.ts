/** Joins the ticked places, to an organisation on record or to one made from their words. */
import {
  addOrganisation,
  type Issue,
  joinWords,
  type OrganisationCandidate,
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
  readonly candidates: readonly OrganisationCandidate<StoredRecord<'organisation'>>[];
  readonly organisations: readonly StoredRecord<'organisation'>[];
}

export function useJoin({ shown, candidates, organisations }: JoinOf) {
  const { services, router } = useApp();
  const errors = useSignal<readonly Issue[]>([]);
  const { isBusy, save } = useSave();
  const join = async ({ ticked, which, made }: Joining): Promise<void> => {
    const { host, lists, store } = services;
    const places = shown.places.filter((_, nth) => ticked.includes(nth));
    const missing: Issue[] = [];
    if (which === '' || which === OTHER)
      missing.push({ ...CHOOSE, message: t('organisation.join.choose') });
    if (missing.length > 0) {
      errors.value = missing;
      return;
    }
    const reasons = candidates.find(({ organisation }) => organisation.id === which)?.reasons ?? [];
    const chosen: Pick<TickedPlace, 'path' | 'words' | 'reasons'>[] = places.map(
      ({ path, words }) => ({ path, words, reasons }),
    );
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
        heading: t('organisation.join.saved'),
        go: () => router.go(router.route.value),
      }),
    );
  };
  return { errors: errors.value, isBusy, join };
}

const CHOOSE = { code: 'missing', severity: 'error', at: 'which' } as const;
