/** Forms of cautions, conditions and work with other agencies, by their name in a route. */
import { AGENCY_FORMS } from './agency-form.js';
import { CAUTION_FORMS } from './caution-form.js';

export const WORK_FORMS = { ...CAUTION_FORMS, ...AGENCY_FORMS } as const;
