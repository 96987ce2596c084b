/**
 * A screen as data: one row, from which follow its place in the navigation, what the palette and a person's page offer
 * of it, and the walk over every screen in the tests.
 */
import type { ListName, RecordId } from '@cyber-prevent/core';
import type { ComponentType } from 'preact';
import type { PlainKey } from '../locales/late.js';
import type { MessageKey } from '../locales/translate.js';
import type { NeededBy, Route, RouteName, RouteOf, ScreenParams } from './route.js';
import type { Surface } from './surface.js';

/** Values that a needed parameter may take: the id of a record, any word, or one of these. */
export type Need<T> = [T] extends [RecordId] ? 'record' : 'word' | readonly T[];

type NeedsOf<N extends RouteName> = {
  readonly [P in NeededBy<N>]: Need<ScreenParams[N][P]>;
};

/** An entry of the navigation. Its place is among the entries of all screens, the lowest first. */
export interface NavEntry {
  readonly label: PlainKey & MessageKey;
  readonly place: number;
  /** `first` is always in sight, `more` behind one press; absent: not on that surface. */
  readonly on: { readonly [S in Surface]?: 'first' | 'more' };
}

/** Something to do that needs nobody chosen. */
export interface PaletteAct<N extends RouteName> {
  readonly label: PlainKey;
  /** Parameters that the screen starts with. */
  readonly starts?: Partial<ScreenParams[N]>;
}

/** Something to do about a person, who is the `subject` of the route: in the menu of their page, and in the palette. */
export interface PersonAct {
  readonly label: PlainKey;
  /** Its place among all of them, the lowest first. */
  readonly place: number;
}

/** Loaded with the page, or late: then it can be fetched before it is first shown. */
export type ScreenView<R> = ComponentType<{ route: R }> & {
  readonly fetch?: () => Promise<void>;
};

interface AnyScreen<N extends RouteName> {
  readonly view: ScreenView<RouteOf<N>>;
  readonly entry?: NavEntry;
  /** The screen whose entry is marked while this one is shown; only for one without an entry. */
  readonly under?: RouteName;
  /** The lists whose rows it shows. */
  readonly lists?: readonly ListName[];
  readonly anywhere?: readonly PaletteAct<N>[];
  readonly aboutPerson?: PersonAct;
  /** Shown to a family at a visit: the line above it has the name and the birth alone. */
  readonly isForVisit?: true;
}

export type ScreenRow<N extends RouteName = RouteName> = AnyScreen<N> &
  ([NeededBy<N>] extends [never] ? unknown : { readonly needs: NeedsOf<N> });

export type ScreenRows<N extends RouteName = RouteName> = { readonly [P in N]: ScreenRow<P> };
/** The screens of a page. A test may have fewer. */
export type Screens = Partial<ScreenRows>;

export function defineScreens<N extends RouteName>(rows: ScreenRows<N>): ScreenRows<N> {
  return rows;
}

/** A row as code sees it that treats all screens alike. */
export interface PlainScreen extends Omit<AnyScreen<RouteName>, 'view'> {
  readonly view: ScreenView<Route>;
  readonly needs?: Readonly<Record<string, 'record' | 'word' | readonly string[]>>;
}

/** The row of a screen; undefined where there is none of that name. */
export function screenOf(screens: Screens, name: RouteName): PlainScreen | undefined {
  // The table gives each name its own parameters, which the compiler cannot follow through a variable.
  return (Object.hasOwn(screens, name) ? screens[name] : undefined) as PlainScreen | undefined;
}

export function listScreens(screens: Screens): readonly (readonly [RouteName, PlainScreen])[] {
  return Object.entries(screens) as unknown as readonly (readonly [RouteName, PlainScreen])[];
}

/** Entries of the navigation on a surface, in their order. */
export function navEntries(
  screens: Screens,
  surface: Surface,
  when: 'first' | 'more',
): readonly (NavEntry & { readonly name: RouteName })[] {
  return listScreens(screens)
    .flatMap(([name, { entry }]) => (entry?.on[surface] === when ? [{ ...entry, name }] : []))
    .toSorted((a, b) => a.place - b.place);
}

/** True if the route names a screen that there is, with all that it needs: one of another release may not. */
export function canOpen(screens: Screens, route: Route): boolean {
  const row = screenOf(screens, route.name);
  if (row === undefined) return false;
  const given = route as Readonly<Record<string, unknown>>;
  return Object.entries(row.needs ?? {}).every(([name, need]) => {
    const value = given[name];
    return typeof value === 'string' && (typeof need === 'string' || need.includes(value));
  });
}
