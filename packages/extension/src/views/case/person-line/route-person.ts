/** The person that a screen is about: named by its route, or by the record that it opens. */
import {
  PreventError,
  type RecordId,
  type RecordKind,
  type RecordStore,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { Route } from '../../../app/route.js';

/** Parameters that name a record of somebody, with its kind. */
const NAMED = {
  referral: 'referral',
  identification: 'identification',
  incident: 'incident',
  identifier: 'onlineIdentifier',
  advice: 'advice',
  concern: 'safeguardingConcern',
  note: 'intelligenceNote',
  request: 'colleagueRequest',
  refusal: 'refusal',
} as const satisfies Readonly<Record<string, RecordKind>>;

type RoutePerson =
  | { readonly name: 'none' }
  | { readonly name: 'person'; readonly id: RecordId }
  /** The record that it opens is closed to the officer; the person is not given. */
  | { readonly name: 'closed' };

const NONE: RoutePerson = { name: 'none' };

export function useRoutePerson(route: Route): RoutePerson {
  const { store } = useApp().services;
  const direct = subjectIn(route);
  const found = useSignal<RoutePerson>(NONE);
  const key = JSON.stringify(route);
  useEffect(() => {
    let isGone = false;
    found.value = NONE;
    if (direct !== undefined) return;
    personOf(store, route).then(
      (id) => {
        if (!isGone && id !== undefined) found.value = { name: 'person', id };
      },
      (error: unknown) => {
        const isClosed = error instanceof PreventError && error.code === 'CP_RECORD_CLOSED';
        if (!isGone && isClosed) found.value = { name: 'closed' };
      },
    );
    return () => {
      isGone = true;
    };
  }, [store, key, direct, found]);
  return direct === undefined ? found.value : { name: 'person', id: direct };
}

function subjectIn(route: Route): RecordId | undefined {
  if ('subject' in route && route.subject !== undefined) return route.subject;
  return route.name === 'promise' && route.on === 'subject' ? route.record : undefined;
}

async function personOf(
  store: Pick<RecordStore, 'get'>,
  route: Route,
): Promise<RecordId | undefined> {
  const [kind, id] = recordIn(route);
  if (kind === undefined || id === undefined) return undefined;
  const held = await store.get(kind, id);
  if (!held) return undefined;
  if ('subjectId' in held.value && held.value.subjectId !== undefined) return held.value.subjectId;
  if (!('referralId' in held.value) || held.value.referralId === undefined) return undefined;
  return (await store.get('referral', held.value.referralId))?.value.subjectId;
}

function recordIn(route: Route): readonly [RecordKind?, RecordId?] {
  if (route.name === 'decide' || route.name === 'promise')
    return route.on === 'subject' ? [] : [route.on, route.record];
  const named = route as { readonly [N in keyof typeof NAMED]?: RecordId };
  for (const [name, kind] of Object.entries(NAMED)) {
    const id = named[name as keyof typeof NAMED];
    if (id !== undefined) return [kind, id];
  }
  return [];
}
