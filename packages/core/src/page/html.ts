/** Saved HTML as a snapshot. A separate entry, because it brings an HTML parser with it. */
export { type SavedPage, snapshotOfHtml } from './saved-page.js';
