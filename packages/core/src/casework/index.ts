/** What an officer does, in areas. An area imports itself and those before it. */

export * from './act/index.js';
export * from './assess/index.js';
export * from './contact/index.js';
export * from './intake/index.js';
export * from './keeping/index.js';
export * from './orders/index.js';
export * from './person/index.js';
export * from './rules/index.js';
