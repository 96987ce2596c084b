/** The route of a screen: its name, and the parameters that it is opened with. */
import type { RecordId } from '@cyber-prevent/core';

/**
 * Parameters of each screen, by its name. Each area adds those of its screens next to their rows, by merging into this
 * interface; so a screen that is named anywhere has a row.
 */
export interface ScreenParams {
  /** One form about a person, from the table of acts; `record` is the one to change, or the one it is part of. */
  act: { readonly subject: RecordId; readonly act: ActName; readonly record?: RecordId };
}

/** Names of the acts that are forms of a record, merged in by the areas in the same way. */
// biome-ignore lint/suspicious/noEmptyInterface: the areas merge into it
export interface ActNames {}

export type ActName = keyof ActNames;
export type RouteName = keyof ScreenParams;
export type RouteOf<N extends RouteName> = { readonly name: N } & ScreenParams[N];
export type Route = { readonly [N in RouteName]: RouteOf<N> }[RouteName];

/** Parameters of a screen that needs none, and takes none. */
export type NoParams = Readonly<Record<never, never>>;

type NeededKeys<T> = { [P in keyof T]-?: object extends Pick<T, P> ? never : P }[keyof T];

/** The record that a decision is on. */
export type DecidedOn = RouteOf<'decide'>['on'];

/** Names of the parameters without which a screen cannot be opened. */
export type NeededBy<N extends RouteName> = NeededKeys<ScreenParams[N]>;

/** The parameters of a route that name the record it opens; others that it names are opened with it. */
const OPENED = [
  'subject',
  'enquiry',
  'referral',
  'refusal',
  'identification',
  'advice',
  'incident',
  'identifier',
  'organisation',
  'note',
  'request',
  'record',
] as const;

/** The record that a screen opens, if any. A concern names one but waits for nothing. */
export function openedBy(route: Route): RecordId | undefined {
  if (route.name === 'safeguarding') return undefined;
  const named = route as { readonly [N in (typeof OPENED)[number]]?: RecordId };
  return OPENED.map((name) => named[name]).find((id) => id !== undefined);
}
