/**
 * The core library: everything an embedder needs, except the parts that carry their own parser. Templates and rendering
 * are in `/report`, saved HTML in `/page/html`, plugins in `/plugin`, conformance suites in `/testing`.
 */

export * from './capture/index.js';
export * from './casework/index.js';
export * from './codes/index.js';
export * from './desk/index.js';
export * from './match/index.js';
export * from './page/index.js';
export * from './record/index.js';
export * from './review/index.js';
export * from './risk/index.js';
export * from './shared/index.js';
export * from './store/index.js';
