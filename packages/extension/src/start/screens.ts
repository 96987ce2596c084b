/** Every screen, by name. Each area has a table of its own; a new screen is a row there. */
import type { ScreenRows } from '../app/screens.js';
import { ASSESS_SCREENS } from '../views/assess/screens.js';
import { CAPTURE_SCREENS } from '../views/capture/screens.js';
import { CONTACT_SCREENS } from '../views/contact/screens.js';
import { DESK_SCREENS } from '../views/desk/screens.js';
import { INTAKE_SCREENS } from '../views/intake/screens.js';
import { INTELLIGENCE_SCREENS } from '../views/intelligence/screens.js';
import { KEEPING_SCREENS } from '../views/keeping/screens.js';
import { ORDER_SCREENS } from '../views/orders/screens.js';
import { ORGANISATION_SCREENS } from '../views/organisation/screens.js';
import { PAPER_SCREENS } from '../views/paper/screens.js';
import { PERSON_SCREENS } from '../views/person/screens.js';
import { SUBJECT_SCREENS } from '../views/subject/screens.js';
import { VAULT_SCREENS } from '../views/vault/screens.js';

export const SCREENS: ScreenRows = {
  ...DESK_SCREENS,
  ...CAPTURE_SCREENS,
  ...ORGANISATION_SCREENS,
  ...INTAKE_SCREENS,
  ...PERSON_SCREENS,
  ...CONTACT_SCREENS,
  ...INTELLIGENCE_SCREENS,
  ...ORDER_SCREENS,
  ...ASSESS_SCREENS,
  ...KEEPING_SCREENS,
  ...PAPER_SCREENS,
  ...SUBJECT_SCREENS,
  ...VAULT_SCREENS,
};
