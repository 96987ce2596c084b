/** The acts of an officer, in areas. An area imports only itself and those before it. */

export * from './act/index.js';
export * from './area/index.js';
export * from './assess/index.js';
export * from './contact/index.js';
export * from './handling/index.js';
export * from './intake/index.js';
export * from './keeping/index.js';
export * from './orders/index.js';
export * from './organisation/index.js';
export * from './person/index.js';
export * from './rules/index.js';
