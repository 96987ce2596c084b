/**
 * Key of the unfinished work that says which enquiry the open draft belongs to. In a module of its own, since the first
 * load needs no more.
 */
export const CHOSEN_KEY = 'draft-enquiry';
