/** Readers and the save: not needed to paint a draft, so loaded after the paint, and ready by the first key. */
export const loadReviewParts = () => import('./late.js');
