/** The six sections of a person's page, by name. */
import { SECTION_GROUPS } from '../case/subject-page.js';

export const SECTION_NAMES = SECTION_GROUPS;
export type SectionName = (typeof SECTION_NAMES)[number];

export function isSectionName(name: string | undefined): name is SectionName {
  return SECTION_NAMES.some((each) => each === name);
}
