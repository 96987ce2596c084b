/** Reads one definition of a pack: what is said of any, then what its kind asks. */
import type * as v from 'valibot';
import type { PlacedJson } from '../capture/adapter/placed-json.js';
import { civilDay } from '../shared/civil-day.js';
import { failed, type Issue, passed, type Result } from '../shared/issue.js';
import { invalid } from './checked-shape.js';
import type { DefinitionContext } from './definition-kind.js';
import {
  DEFINITION_KINDS,
  type DefinitionKindName,
  definitionKind,
  isDefinitionKind,
} from './definition-kinds.js';
import { mayBeOfficial, type PinnedIssuer } from './issuer.js';
import type { Definition, DefinitionHead, Pack } from './pack.js';
import { checkedLater, rowDayIssues, textIssues } from './written-checks.js';

type Head = v.InferOutput<typeof DefinitionHead>;

/** The pack around a definition, and the place of a path in it. */
export interface AroundDefinition {
  readonly pack: Pick<Pack, 'from' | 'to' | 'madeAt'>;
  readonly issuer: PinnedIssuer | undefined;
  readonly placeOf: PlacedJson['placeOf'];
  /** The lists that codes are checked against, those of the pack, and those of it that were left out. */
  readonly known: Pick<DefinitionContext, 'lists' | 'ownLists' | 'listsLeftOut'>;
}

/**
 * The definition with its value checked, or its faults.
 *
 * @param written - as it is in the file: the head is made plain when it is read
 */
export function readDefinition(
  written: unknown,
  head: Head,
  { pack, issuer, placeOf, known }: AroundDefinition,
): Result<Definition> {
  const { kind, id, version, standing, source, checkedOn, title } = head;
  if (!isDefinitionKind(kind)) return failed(unknownKind(kind, placeOf(['kind'])));
  if (standing === 'official' && !mayBeOfficial(issuer, { kind, id }))
    return failed({
      code: 'pack-not-official',
      severity: 'error',
      message: `“${title}” calls itself official. Only the body that issues it may say so, under its own key. Ask your administrator to allow this issuer to call it official, or ask the issuer for a pack that does not.`,
      at: placeOf(['standing']),
    });
  const madeOn = civilDay(pack.madeAt);
  const issues = [
    ...textIssues(kind === 'adapter' ? withoutValue(written) : written, placeOf),
    ...dayIssues(head, pack, placeOf),
    ...(checkedOn > madeOn ? [checkedLater(madeOn, placeOf(['checkedOn']))] : []),
    ...rowDayIssues(head.value, madeOn, (path) => placeOf(['value', ...path])),
  ];
  if (issues.length > 0) return failed(...issues);
  const value = checkedValue(kind, head.value, {
    id,
    version,
    from: { standing, source, checkedOn },
    ...known,
    placeOf: (path) => placeOf(['value', ...path]),
    idAt: placeOf(['id']),
  });
  return value.ok ? passed({ ...head, kind, value: value.value } as Definition) : value;
}

export function unknownKind(kind: string, at: string): Issue {
  return invalid(
    `“${kind}” is not a kind of definition that this release knows. Check its spelling: it is one of ${Object.keys(DEFINITION_KINDS).join(', ')}. A newer pack may need a newer release.`,
    at,
  );
}

/** An adapter’s own texts may have the marks of the page that it reads. */
function withoutValue(written: unknown): unknown {
  if (typeof written !== 'object' || written === null) return written;
  return Object.fromEntries(Object.entries(written).filter(([name]) => name !== 'value'));
}

function dayIssues(
  { title, from, to }: Head,
  pack: Pick<Pack, 'from' | 'to'>,
  placeOf: PlacedJson['placeOf'],
): readonly Issue[] {
  if (from !== undefined && to !== undefined && from > to)
    return [invalid(`“${title}” ends before it begins.`, placeOf(['to']))];
  const last = pack.to;
  const isOutside = (day: string) => day < pack.from || (last !== undefined && day > last);
  const days = last === undefined ? `from ${pack.from}` : `from ${pack.from} to ${last}`;
  return [
    ...(from !== undefined && isOutside(from) ? (['from'] as const) : []),
    ...(to !== undefined && isOutside(to) ? (['to'] as const) : []),
  ].map((name) =>
    invalid(
      `“${name}” is outside the days of the pack, which is ${days}. Use a day within them, or leave it out.`,
      placeOf([name]),
    ),
  );
}

function checkedValue(
  kind: DefinitionKindName,
  value: unknown,
  context: DefinitionContext,
): Result<unknown> {
  try {
    return definitionKind(kind).check(value, context);
  } catch (error) {
    // Something in it is nested so deeply that no reader gets to its end.
    if (error instanceof RangeError)
      return failed(
        invalid('It is nested too deeply to be read: use fewer levels.', context.placeOf([])),
      );
    throw error;
  }
}
