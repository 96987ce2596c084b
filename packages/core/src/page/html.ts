/** Saved HTML as a snapshot. An entry of its own, because it brings an HTML parser along. */
export { type SavedPage, snapshotOfHtml } from './saved-page.js';
