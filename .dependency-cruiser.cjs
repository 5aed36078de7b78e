// The directions of imports, as DESIGN draws them. A package that is not in this table may not be imported by anybody
// and stops the check, so a new package begins with a line here.
const { readdirSync } = require('node:fs');

const rulesLayer = ['kernel', 'language', 'evaluation'];
const engineMayUse = [...rulesLayer, 'library', 'batch', 'entitlement', 'platform'];

/** package -> the packages that it may import */
const mayImport = {
  kernel: [],
  language: ['kernel'],
  evaluation: ['kernel', 'language'],
  entitlement: rulesLayer,
  platform: ['kernel'],
  library: [...rulesLayer, 'platform'],
  batch: [...rulesLayer, 'entitlement', 'platform'],
  delivery: engineMayUse,
  inspection: engineMayUse,
  pilot: engineMayUse,
  service: engineMayUse,
  covenant: engineMayUse,
};

/** These also run in the browser: no Node, no clock, no chance. */
const pure = ['kernel', 'language', 'evaluation', 'entitlement'];

const packages = readdirSync(`${__dirname}/packages`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const unlisted = packages.filter((name) => !(name in mayImport));
if (unlisted.length > 0) {
  throw new Error(
    `.dependency-cruiser.cjs: packages/${unlisted.join(', packages/')} may import what? Add a line to mayImport.`,
  );
}

const test = '(\\.test\\.tsx?$|/test/)';
const oneOf = (names) => `(${names.join('|')})`;

const directions = Object.entries(mayImport).map(([name, allowed]) => ({
  name: `${name}-imports`,
  comment: `${name} may import ${allowed.length > 0 ? allowed.join(', ') : 'no other package'}.`,
  severity: 'error',
  from: { path: `^packages/${name}/` },
  to: { path: '^(packages|apps)/', pathNot: `^packages/${oneOf([name, ...allowed])}/` },
}));

module.exports = {
  forbidden: [
    ...directions,
    {
      name: 'server-imports',
      comment: 'The server knows no other app.',
      severity: 'error',
      from: { path: '^apps/server/' },
      to: { path: '^apps/', pathNot: '^apps/server/' },
    },
    {
      name: 'cli-imports',
      comment: 'The command line may start the server; it does not know the web application.',
      severity: 'error',
      from: { path: '^apps/cli/' },
      to: { path: '^apps/web/' },
    },
    {
      name: 'web-imports',
      comment:
        "The web application takes the pure packages and the server's contract, nothing else.",
      severity: 'error',
      from: { path: '^apps/web/', pathNot: test },
      to: {
        path: '^(packages|apps)/',
        pathNot: `^(apps/web/|apps/server/src/contract/|packages/${oneOf(pure)}/)`,
      },
    },
    {
      name: 'contract-imports',
      comment:
        'The contract is loaded by the browser: pure packages only, nothing of the server behind it.',
      severity: 'error',
      from: { path: '^apps/server/src/contract/', pathNot: test },
      to: {
        path: '^(packages|apps)/',
        pathNot: `^(apps/server/src/contract/|packages/${oneOf(pure)}/)`,
      },
    },
    {
      name: 'by-name-only',
      comment: 'Another package is imported by its name, never by a path into it.',
      severity: 'error',
      from: { path: '^(packages|apps)/([^/]+)/' },
      to: {
        path: '^(packages|apps)/',
        pathNot: '^$1/$2/',
        dependencyTypes: ['local'],
        dependencyTypesNot: ['aliased-workspace'],
      },
    },
    {
      name: 'through-the-index',
      comment:
        'Another package is entered through src/index.ts (the server also through its contract).',
      severity: 'error',
      from: { path: '^(packages|apps)/([^/]+)/' },
      to: {
        path: '^(packages|apps)/',
        pathNot: [
          '^$1/$2/',
          '^(packages|apps)/[^/]+/src/index\\.ts$',
          '^apps/server/src/contract/index\\.ts$',
        ],
      },
    },
    {
      name: 'pure-knows-no-node',
      comment: 'Pure code also runs in the browser.',
      severity: 'error',
      from: {
        path: [
          `^packages/${oneOf(pure)}/src/`,
          '^packages/[^/]+/src/(money/|facts/)?domain/',
          '^apps/web/src/',
          '^apps/server/src/contract/',
        ],
        pathNot: test,
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'domain-knows-no-storage',
      comment: "An engine's domain decides; its store alone speaks to the database.",
      severity: 'error',
      from: { path: '^packages/([^/]+)/src/(money/|facts/)?domain/', pathNot: test },
      to: {
        path: [
          '^packages/platform/',
          '^packages/$1/src/(money/|facts/)?store/',
          'node_modules/(kysely|pg|@electric-sql)/',
        ],
      },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'An import that does not resolve escapes every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|generated-docs)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.jsx', '.mjs', '.cjs', '.json', '.css', '.d.ts'],
    },
  },
};
