/** The rules of the house that a machine checks: who may import whom. */

/** One-way streets: what stands in one may import itself and what comes before it, types counted. */
const streets = {
  'packages/core/src': [
    'shared',
    'codes',
    'record',
    'store',
    'page',
    'capture',
    'match',
    'review',
    'risk',
    'casework',
    'intelligence',
    'outreach',
    'desk',
    'measure',
    'fill',
    'report',
    'pack',
    'plugin',
    'testing',
  ],
  'packages/core/src/casework': [
    'data',
    'rules',
    'act',
    'area',
    'handling',
    'organisation',
    'intake',
    'person',
    'contact',
    'assess',
    'orders',
    'keeping',
  ],
  'packages/extension/src': [
    'locales',
    'page',
    'sandbox',
    'ports',
    'vault',
    'app',
    'components',
    'views',
    'adapters',
    'press',
    'storage',
    'practice',
    'keeper',
    'start',
    'entrypoints',
    'testing',
  ],
  'packages/extension/src/views': [
    'act',
    'desk',
    'case',
    'person',
    'capture',
    'paper',
    'vault',
    'intelligence',
    'organisation',
    'intake',
    'contact',
    'orders',
    'keeping',
    'assess',
    'subject',
    'shell',
  ],
};

const tests = '(\\.(test|test-d|bench|e2e)\\.tsx?|/test-[a-z-]+\\.ts)$';

/** Begins the names of the rules of a street. */
const PREFIX = {
  'packages/core/src': '',
  'packages/core/src/casework': 'casework-',
  'packages/extension/src': 'extension-',
  'packages/extension/src/views': 'views-',
};

const looksAhead = Object.entries(streets).flatMap(([folder, order]) =>
  order.slice(0, -1).map((room, i) => ({
    name: `${PREFIX[folder]}${room}-looks-ahead`,
    comment: `${room} may import itself and what comes before it: ${order.slice(0, i).join(', ')}`,
    severity: 'error',
    from: { path: `^${folder}/${room}/`, pathNot: tests },
    // The address of a worker is not its code.
    to: { path: `^${folder}/(${order.slice(i + 1).join('|')})/`, pathNot: '\\.worker\\.ts$' },
  })),
);

/** A new room takes its place in the street before anything stands in it. */
const strangers = Object.entries(streets).map(([folder, order]) => ({
  name: 'room-without-a-place',
  comment: `A folder of ${folder} stands in the order of its street`,
  severity: 'error',
  from: {
    path: `^${folder}/[^/]+/`,
    pathNot: [`^${folder}/(${[...order, 'cli', 'styles'].join('|')})/`],
  },
  to: {},
}));

/** Which stage may use which run-time library of the core; anything else is an error. */
const libraries = {
  valibot: [
    'shared',
    'codes',
    'record',
    'store',
    'page',
    'capture',
    'review',
    'risk',
    'casework',
    'report',
    'pack',
    'plugin',
    'testing',
  ],
  'libphonenumber-js': ['capture'],
  'rehype-parse': ['page'],
  'rehype-(sanitize|stringify)': ['report'],
  'remark-[a-z]+': ['report'],
  unified: ['page', 'report'],
  yaml: ['capture', 'report'],
};

const libraryRules = Object.entries(libraries).map(([library, stages]) => ({
  name: `core-library-${library.replace(/[^a-z]+/g, '-')}`,
  comment: `${library} is for ${stages.join(', ')} alone`,
  severity: 'error',
  from: {
    path: '^packages/core/src/',
    pathNot: [tests, `^packages/core/src/(${stages.join('|')})/`],
  },
  to: { path: `node_modules/${library}/`, dependencyTypesNot: ['type-only'] },
}));

export default {
  forbidden: [
    ...looksAhead,
    ...strangers,
    ...libraryRules,
    {
      name: 'no-cycle',
      comment: 'A file that imports itself by way of another has no place in the flow',
      severity: 'error',
      from: { path: '^(packages|examples|bench|assure)/', pathNot: tests },
      to: { circular: true },
    },
    {
      name: 'plugin-knows-only-core',
      comment: 'A plugin imports the core’s public entries, and no other plugin',
      severity: 'error',
      from: { path: '^packages/plugins/([^/]+)/' },
      to: {
        path: [
          '^packages/(extension|plugins)/',
          '^packages/core/src/(?!(index|[a-z]+/index|page/html|capture/teach)\\.ts$)',
        ],
        // What keeps a real system for a suite is shared.
        pathNot: ['^packages/plugins/$1/', '^packages/plugins/e2e/'],
      },
    },
    {
      name: 'no-suite-in-a-package',
      comment: 'What starts a real system, or drives a browser, is for suites alone',
      severity: 'error',
      from: { path: '^packages/.*/src/', pathNot: tests },
      to: { path: '^packages/.*/e2e/' },
    },
    {
      name: 'extension-imports-plugins-in-one-file',
      comment:
        'Adapters in plugins.ts, which are data; importers in the file that the sandboxed worker loads',
      severity: 'error',
      from: {
        path: '^packages/extension/',
        pathNot: [
          '^packages/extension/src/plugins\\.ts$',
          '^packages/extension/src/sandbox/file/hosted\\.ts$',
          '^packages/extension/e2e/',
          tests,
        ],
      },
      to: { path: '^packages/plugins/' },
    },
    {
      name: 'plugin-code-runs-in-the-sandbox',
      comment:
        'The code of a plugin that reads files is loaded by the sandboxed worker, and by no page of ours',
      severity: 'error',
      from: {
        path: '^packages/extension/src/',
        pathNot: ['^packages/extension/src/(sandbox/file/file-worker\\.ts$|testing/)', tests],
      },
      to: { path: '^packages/extension/src/sandbox/file/hosted\\.ts$' },
    },
    {
      name: 'views-get-services',
      comment: 'Views and components are handed services; they do not reach for storage or keys',
      severity: 'error',
      from: { path: '^packages/extension/src/(views|components)/', pathNot: tests },
      to: { path: '^packages/extension/src/(storage|vault|keeper)/' },
    },
    {
      name: 'plot-in-one-file',
      comment: 'One file imports Plot, and takes its style element out of every drawing',
      severity: 'error',
      from: {
        path: '^packages/extension/',
        pathNot: ['^packages/extension/src/views/subject/picture/draw-picture\\.ts$'],
      },
      to: { path: 'node_modules/(@observablehq/|d3)' },
    },
    {
      name: 'plot-is-late',
      comment: 'Plot is loaded once the page has been painted',
      severity: 'error',
      from: { path: '^packages/extension/', pathNot: tests },
      to: { path: '/picture/draw-picture\\.ts$', dynamic: false },
    },
    {
      name: 'core-is-alone',
      severity: 'error',
      from: { path: '^packages/core/' },
      to: { path: '^(packages/(extension|plugins)|examples)/' },
    },
    {
      name: 'no-unresolved',
      comment:
        'The plugin of the edition is no package of this workspace: it finds the core once it is installed',
      severity: 'error',
      from: {
        path: '^(packages|examples)/',
        pathNot: [...[tests].flat(), '^examples/edition/plugin/'],
      },
      to: { couldNotResolve: true, pathNot: ['^wxt', '^virtual:', '\\?', '^cloudflare:'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/dist/', '/\\.output/', '/\\.wxt/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@cyber-prevent/source', 'import', 'require', 'node', 'default', 'types'],
    },
  },
};
