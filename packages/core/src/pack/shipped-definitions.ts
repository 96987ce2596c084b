/**
 * The definitions that ship, in the form of a pack’s: each with its standing, its source and the day on which it was
 * last checked. None of them is official.
 */
import hostClasses from '../capture/draft/host-class.json' with { type: 'json' };
import conditions from '../casework/data/condition-library.json' with { type: 'json' };
import replyWords from '../casework/data/enquiry-reply.json' with { type: 'json' };
import monitoring from '../casework/data/monitoring.json' with { type: 'json' };
import order from '../casework/data/order.json' with { type: 'json' };
import retention from '../casework/data/retention.json' with { type: 'json' };
import signposts from '../casework/data/signpost.json' with { type: 'json' };
import timeLimits from '../casework/data/time-limit.json' with { type: 'json' };
import triggers from '../casework/data/trigger.json' with { type: 'json' };
import { gatherCodeLists } from '../codes/shipped.js';
import { loadTemplate } from '../report/template.js';
import { TEMPLATES, TEMPLATES_ORIGIN } from '../report/templates/templates.js';
import { gatherInstruments } from '../risk/shipped.js';
import type { DefinitionKindName } from './definition-kinds.js';
import { type DataHead, definitionOf } from './definition-of.js';
import type { Definition } from './pack.js';

/** The definitions that ship, in the order of kinds. */
export function shippedDefinitions(): readonly Definition[] {
  const lists = gatherCodeLists();
  const shipped = (kind: DefinitionKindName, head: DataHead, value: unknown) =>
    definitionOf(kind, head, value, { lists, isShipped: true });
  return [
    ...[...lists.values()].map((list) => shipped('code-list', list, list)),
    ...[...gatherInstruments().values()].map((each) =>
      shipped(
        'instrument',
        { ...each, status: 'proposed', checkedOn: each.checkedOn ?? TEMPLATES_ORIGIN.checkedOn },
        each,
      ),
    ),
    ...TEMPLATES.map((template) => {
      const { id, title } = loadTemplate(template, { lists });
      const { standing: status, ...origin } = TEMPLATES_ORIGIN;
      return shipped('template', { ...origin, id, title, status }, { markdown: template.markdown });
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
