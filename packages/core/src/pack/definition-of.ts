/** A definition that comes with no pack: what ships, and what a plugin adds. */
import * as v from 'valibot';
import { PreventError } from '../shared/errors.js';
import { PlainDate } from '../shared/primitives.js';
import { CORE_VERSION } from '../shared/version.js';
import type { DefinitionContext } from './definition-kind.js';
import { type DefinitionKindName, definitionKind } from './definition-kinds.js';
import type { Definition } from './pack.js';
import { Standing } from './standing.js';

/** The head of a file of data. */
export interface DataHead {
  readonly id: string;
  readonly title: string;
  readonly version?: string;
  readonly status: string;
  readonly source: string;
  readonly checkedOn: string;
}

/** @throws {PreventError} `CP_RECORD_INVALID` when the data does not pass the check of its kind */
export function definitionOf(
  kind: DefinitionKindName,
  { id, title, version = CORE_VERSION, status, source, checkedOn }: DataHead,
  value: unknown,
  context: Pick<DefinitionContext, 'lists' | 'isShipped'>,
): Definition {
  const standing = v.parse(Standing, status);
  const checked = definitionKind(kind).check(value, {
    ...context,
    id,
    version,
    from: { standing, source, checkedOn },
    placeOf: (path) => path.join('.'),
  });
  if (!checked.ok) {
    const [first] = checked.issues;
    throw new PreventError(
      'CP_RECORD_INVALID',
      `“${id}”: ${first?.message ?? ''} (at ${first?.at ?? 'the top'})`,
    );
  }
  const day = v.parse(PlainDate, checkedOn);
  return {
    kind,
    id,
    version,
    title,
    standing,
    source,
    checkedOn: day,
    value: checked.value,
  } as Definition;
}
