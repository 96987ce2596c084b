/**
 * The definitions that ship, in the form of a pack’s: each with its standing, its source and the day on which it was
 * last checked. None of them is official.
 */
import * as v from 'valibot';
import hostClasses from '../capture/draft/host-class.json' with { type: 'json' };
import conditions from '../casework/data/condition-library.json' with { type: 'json' };
import replyWords from '../casework/data/enquiry-reply.json' with { type: 'json' };
import monitoring from '../casework/data/monitoring.json' with { type: 'json' };
import order from '../casework/data/order.json' with { type: 'json' };
import retention from '../casework/data/retention.json' with { type: 'json' };
import signposts from '../casework/data/signpost.json' with { type: 'json' };
import timeLimits from '../casework/data/time-limit.json' with { type: 'json' };
import triggers from '../casework/data/trigger.json' with { type: 'json' };
import type { CodeLists } from '../codes/code-list.js';
import { gatherCodeLists } from '../codes/shipped.js';
import { TEMPLATES_CHECKED_ON } from '../report/paper-standing.js';
import { loadTemplate } from '../report/template.js';
import { TEMPLATES } from '../report/templates/templates.js';
import { gatherInstruments } from '../risk/shipped.js';
import { PreventError } from '../shared/errors.js';
import { PlainDate } from '../shared/primitives.js';
import { CORE_VERSION } from '../shared/version.js';
import { type DefinitionKindName, definitionKind } from './definition-kinds.js';
import type { Definition } from './pack.js';
import { Standing } from './standing.js';

/** The head of a file of data. */
interface Head {
  readonly id: string;
  readonly title: string;
  readonly version?: string;
  readonly status: string;
  readonly source: string;
  readonly checkedOn: string;
}

/** The definitions that ship, in the order of kinds. */
export function shippedDefinitions(): readonly Definition[] {
  const lists = gatherCodeLists();
  const shipped = (kind: DefinitionKindName, head: Head, value: unknown) =>
    definitionOf(kind, head, value, lists);
  return [
    ...[...lists.values()].map((list) => shipped('code-list', list, list)),
    ...[...gatherInstruments().values()].map((each) =>
      shipped(
        'instrument',
        { ...each, status: 'proposed', checkedOn: each.checkedOn ?? TEMPLATES_CHECKED_ON },
        each,
      ),
    ),
    ...TEMPLATES.map((template) => {
      const { id, title } = loadTemplate(template, { lists });
      const head = { id, title, status: 'proposed', source: OURS, checkedOn: TEMPLATES_CHECKED_ON };
      return shipped('template', head, { markdown: template.markdown });
    }),
    shipped('conditions', conditions, conditions.conditions),
    shipped('time-limits', timeLimits, timeLimits.limits),
    shipped('retention-groups', retention, retention.periods),
    shipped('signposts', signposts, signposts.signposts),
    shipped('host-classes', hostClasses, hostClasses.rows),
    shipped('triggers', triggers, triggers.triggers),
    shipped('order-rules', order, order),
    shipped('monitoring-rules', monitoring, monitoring),
    shipped('reply-words', replyWords, replyWords),
  ];
}

const OURS = 'Written for this toolkit; to be confirmed by the force';

/** @throws {PreventError} `CP_RECORD_INVALID` when data that ships does not pass the check of its kind */
function definitionOf(
  kind: DefinitionKindName,
  { id, title, version = CORE_VERSION, status, source, checkedOn }: Head,
  value: unknown,
  lists: CodeLists,
): Definition {
  const standing = v.parse(Standing, status);
  const checked = definitionKind(kind).check(value, {
    id,
    version,
    from: { standing, source, checkedOn },
    lists,
    placeOf: (path) => path.join('.'),
  });
  if (!checked.ok) {
    const [first] = checked.issues;
    throw new PreventError(
      'CP_RECORD_INVALID',
      `“${id}” that ships: ${first?.message ?? ''} (at ${first?.at ?? 'the top'})`,
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
