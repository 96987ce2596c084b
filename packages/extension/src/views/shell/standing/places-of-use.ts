/**
 * Screens on which definitions are used, kind by kind: at the foot of each, their standing is said. Code lists are not
 * here, because a page notices which of them it looks up. A new kind without a place does not compile.
 */
import type { DefinitionKindName } from '@cyber-prevent/core/pack';
import type { ActName, Route, RouteName, RouteOf } from '../../../app/route.js';
import type { SectionName } from '../../subject/section-name.js';

/** A screen, one section of a person’s page, one form about a person, or one form of a notice. */
export type Place =
  | RouteName
  | `subject/${SectionName}`
  | `act/${ActName}`
  | `notice/${RouteOf<'notice'>['form']}`;

type Kind = Exclude<DefinitionKindName, 'code-list' | 'template'>;

export const PLACES_OF_KIND: Readonly<Record<Kind, readonly [Place, ...Place[]]>> = {
  adapter: ['review', 'fill', 'teach', 'settings'],
  conditions: ['caution-advice', 'conditions', 'act/add-condition', 'condition-report'],
  'host-classes': ['review', 'fill'],
  instrument: [
    'assess',
    'assessment',
    'assessments',
    'rating',
    'instruments',
    'second-officer',
    'subject/overview',
    'subject/work',
  ],
  letterhead: ['notice/paper', 'notice/serve'],
  'monitoring-rules': [
    'act/set-monitoring',
    'act/correct-monitoring',
    'subject/work',
    'diary',
    'today',
  ],
  'order-rules': [
    'caution-advice',
    'conditions',
    'act/answer-advice',
    'act/propose-outcome',
    'act/record-outcome',
    'subject/work',
  ],
  'postcode-area': ['detail'],
  'reply-words': ['enquiry'],
  'retention-groups': ['retention', 'review-case', 'dispose', 'subject/record', 'diary', 'today'],
  signposts: ['decide', 'refuse', 'enquiry'],
  'time-limits': [
    'today',
    'diary',
    'subjects',
    'enquiries',
    'enquiry',
    'referrals',
    'referral',
    'subject/overview',
  ],
  triggers: ['today', 'diary', 'subject/overview', 'review-case'],
};

/** Papers by the id of their template. A paper prints the same. */
export const PLACES_OF_TEMPLATE: Readonly<Record<string, readonly [Place, ...Place[]]>> = {
  'breach-note': ['condition-report'],
  'case-summary': ['summary'],
  'cease-and-desist-2': ['notice/paper'],
  'cease-and-desist-2-blank': ['notice/paper'],
  chronology: ['summary'],
  'condition-advice': ['condition-report'],
  'force-notice': ['notice/paper'],
  'force-notice-blank': ['notice/paper'],
  'notice-follow-up': ['notice/paper'],
};

/** Code lists whose codes the toolkit itself knows, so that no page looks them up. */
export const PLACES_OF_LIST: Readonly<Record<string, readonly [Place, ...Place[]]>> = {
  marking: ['give-out', 'note', 'identify'],
};

/** Names of a route among the places. */
function namesOf(route: Route): readonly string[] {
  if (route.name === 'subject') return ['subject', `subject/${route.section ?? 'overview'}`];
  if (route.name === 'notice') return ['notice', `notice/${route.form}`];
  return route.name === 'act' ? ['act', `act/${route.act}`] : [route.name];
}

/** Ids of the lists on the screen that it does not look up. */
export function listsOn(route: Route): readonly string[] {
  const names = namesOf(route);
  return Object.entries(PLACES_OF_LIST).flatMap(([id, places]) =>
    places.some((place) => names.includes(place)) ? [id] : [],
  );
}

/** True if a definition of that kind and id is used on the screen; of a code list the page itself knows. */
export function isUsedOn(
  route: Route,
  { kind, id }: { readonly kind: DefinitionKindName; readonly id: string },
): boolean {
  if (kind === 'code-list') return false;
  const places: readonly string[] =
    kind === 'template' ? (PLACES_OF_TEMPLATE[id] ?? []) : PLACES_OF_KIND[kind];
  return namesOf(route).some((name) => places.includes(name));
}

/** True if anything but code lists is used on the screen. */
export function hasRules(route: Route): boolean {
  const names = namesOf(route);
  return [...Object.values(PLACES_OF_KIND), ...Object.values(PLACES_OF_TEMPLATE)].some((places) =>
    places.some((place) => names.includes(place)),
  );
}
