/** The layering of docs/architecture.md as forbidden edges. The rule file is the diagram. */
const pureFiles = '\\.(rules|policy|presenter)\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A circle hides which part is the foundation.',
      from: {},
      // types vanish when compiled: a circle through one ties nothing at run time
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'shared-types-knows-nobody',
      severity: 'error',
      comment: 'The contract depends on zod only.',
      from: { path: '^shared-types/src' },
      to: { pathNot: '^(shared-types/src|node_modules/zod)', dependencyTypesNot: ['core'] },
    },
    {
      name: 'zod-through-one-door',
      severity: 'error',
      comment: 'jitless must be set before the first schema (WeChat).',
      from: { pathNot: '^shared-types/src/zod\\.ts$' },
      to: { path: '^node_modules/zod' },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      comment: 'Rules, policies and presenters do no IO.',
      from: { path: pureFiles },
      to: {
        path: '(\\.(repository|model)\\.ts$|^backend/src/(http|platform|outbox|reservations)/|^node_modules/(mongoose|koa))',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'only-repositories-know-models',
      severity: 'error',
      comment: 'The repository is the only importer of its model.',
      // the audit is itself the one reader and writer of its rows
      from: {
        path: '^backend/src/features/',
        pathNot: '(\\.repository|\\.model|index|-plans|audit/audit|audit/sealer)\\.ts$|\\.test\\.ts$',
      },
      to: { path: '^backend/src/features/.*\\.model\\.ts$' },
    },
    {
      name: 'features-meet-at-their-door',
      severity: 'error',
      comment: 'Another feature is reached through its index.ts.',
      // what the tests of a feature stand on is test code as well
      from: { path: '^backend/src/features/([^/]+)/', pathNot: '(\\.test|/testing/[^/]+)\\.ts$' },
      to: { path: '^backend/src/features/([^/]+)/', pathNot: '^backend/src/features/($1/|[^/]+/index\\.ts$)' },
    },
    {
      name: 'engines-know-no-feature',
      severity: 'error',
      comment: 'Engines carry every feature and know none.',
      from: { path: '^backend/src/(lifecycle|reservations|outbox|http|platform)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^backend/src/features/' },
    },
    {
      name: 'taro-apis-in-platform-only',
      severity: 'error',
      comment: 'One place to look when WeChat changes.',
      from: {
        path: '^miniapp/src',
        pathNot: '^miniapp/src/(platform/|app\\.config|.*\\.config\\.ts$)|\\.test\\.tsx?$',
      },
      to: { path: '^node_modules/@tarojs/taro/' },
    },
    {
      name: 'miniapp-and-backend-meet-in-the-contract',
      severity: 'error',
      from: { path: '^miniapp/' },
      to: { path: '^backend/' },
    },
    {
      name: 'backend-does-not-know-scripts',
      severity: 'error',
      from: { path: '^backend/src/' },
      to: { path: '^scripts/' },
    },
    {
      name: 'product-does-not-import-tests',
      severity: 'error',
      from: { pathNot: '(\\.(test|fixture)\\.tsx?$|/testing/|^backend/(test|bench)/|^scripts/)' },
      to: { path: '(\\.(test|fixture)\\.tsx?$|/testing/)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage|\\.data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};
