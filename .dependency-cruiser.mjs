/** The rules of the house that a machine checks: who may import whom. */

/** The one-way street. A stage may import itself and the stages before it. */
const flow = [
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
  'fill',
  'intelligence',
  'outreach',
  'measure',
  'report',
  'plugin',
  'testing',
];

const tests = '\\.(test|test-d|bench|e2e)\\.tsx?$';

const looksAhead = flow.slice(0, -1).map((stage, i) => ({
  name: `${stage}-looks-ahead`,
  comment: `${stage} may import itself and the stages before it`,
  severity: 'error',
  from: { path: `^packages/core/src/${stage}/`, pathNot: tests },
  to: { path: `^packages/core/src/(${flow.slice(i + 1).join('|')})/` },
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
    ...libraryRules,
    {
      name: 'no-cycle',
      comment: 'A file that imports itself by way of another has no place in the flow',
      severity: 'error',
      from: { path: '^(packages|examples)/', pathNot: tests },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
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
      severity: 'error',
      from: {
        path: '^packages/extension/',
        pathNot: ['^packages/extension/src/plugins\\.ts$', '^packages/extension/e2e/', tests],
      },
      to: { path: '^packages/plugins/' },
    },
    {
      name: 'views-get-services',
      comment: 'Views and components are handed services; they do not reach for storage or keys',
      severity: 'error',
      from: { path: '^packages/extension/src/(views|components)/', pathNot: tests },
      to: { path: '^packages/extension/src/(storage|vault|keeper)/' },
    },
    {
      name: 'core-is-alone',
      severity: 'error',
      from: { path: '^packages/core/' },
      to: { path: '^(packages/(extension|plugins)|examples)/' },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: { path: '^(packages|examples)/', pathNot: tests },
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
