// Who may import whom. Each rule has a violation in test/architecture/fixtures that proves it can fail.
// Paths are regular expressions; $1 in `to` is the first group of `from`. Type-only imports count as well.

const contexts = 'organisation|decisions|budget|follow-up|action-plan';

/** Stream folders hold the facts that a context's slices share. */
const streams = {
  organisation: ['municipality', 'account-groups', 'committee'],
  decisions: ['committee-year'],
  budget: ['fiscal-year'],
  'follow-up': ['fiscal-year'],
  'action-plan': ['plan'],
};
const sharedFolders = Object.entries(streams).flatMap(([context, folders]) =>
  ['contract', 'testing', ...folders].map((folder) => `^libs/${context}/src/${folder}/`),
);

/** What each shared part may import besides itself; the contexts may import all of these. */
const sharedParts = {
  proof: [],
  witness: ['proof'],
  kernel: [],
  'event-store': ['kernel', 'proof'],
  command: ['kernel', 'event-store'],
  'read-model': ['kernel', 'event-store'],
  notary: ['kernel', 'event-store', 'proof'],
  audit: ['kernel', 'proof', 'event-store', 'command', 'read-model', 'http', 'notary'],
  identity: ['kernel'],
  http: ['kernel', 'event-store', 'command', 'identity', 'read-model'],
};

/** The role suffixes of the shell. Index files gather both kinds for others, so they are not pure either. */
const shell = ['[.](handler|http|entity|module|adapter)[.]ts$'];
const spec = '[.]spec[.]ts$';
const testing = '^libs/[^/]+/src/testing/';
const notPure = [...shell, spec, testing, '^libs/[^/]+/src/index[.]ts$'];

const error = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

const everywhere = [
  error('no-cycles', 'Files that need each other are one file, or lack a third.', {}, { circular: true }),
  error('imports-resolve', 'An import must lead to a file.', {}, { couldNotResolve: true }),
  error('nobody-imports-specs', 'A spec is run, never imported.', {}, { path: spec }),
  error(
    'shipped-code-uses-no-development-dependency',
    'What is installed for development only is missing in production.',
    { path: '^(apps|libs)/', pathNot: [spec, testing] },
    { dependencyTypes: ['npm-dev'] },
  ),
  error(
    'shipped-code-imports-no-tests',
    'Test support stays out of what is shipped.',
    { path: '^(apps|libs)/', pathNot: [spec, testing] },
    { path: ['^(test|bench)/', testing] },
  ),
];

const betweenParts = [
  ...Object.entries(sharedParts).map(([part, allowed]) =>
    error(
      `${part}-imports-its-own-layer`,
      `libs/${part} may import ${allowed.length > 0 ? allowed.join(', ') : 'no other part'}.`,
      { path: `^libs/${part}/` },
      { path: '^(apps|libs)/', pathNot: [part, ...allowed].map((name) => `^libs/${name}/`) },
    ),
  ),
  error(
    'parts-meet-through-index-files',
    'Another part is imported by #libs/x, #libs/x/contract or #libs/x/testing, never by its inner files.',
    { path: '^libs/([^/]+)/' },
    { path: '^libs/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/((contract|testing)/)?index[.]ts$'] },
  ),
  error(
    'contexts-meet-through-contracts',
    'A context knows of another only what that one publishes in its contract.',
    { path: `^libs/(${contexts})/` },
    { path: `^libs/(${contexts})/`, pathNot: ['^libs/$1/', `^libs/(${contexts})/src/contract/`] },
  ),
  error(
    'contexts-import-no-apps',
    'The apps put the contexts together, not the other way round.',
    { path: `^libs/(${contexts})/` },
    { path: '^apps/' },
  ),
  error(
    'apps-import-index-files',
    'An app imports what a part exports.',
    { path: '^apps/' },
    { path: '^libs/', pathNot: '^libs/[^/]+/src/((contract|testing)/)?index[.]ts$' },
  ),
  error(
    'apps-stand-apart',
    'The command line builds on what the API exports; the API knows no other app.',
    { path: '^apps/([^/]+)/' },
    { path: '^apps/', pathNot: ['^apps/$1/', '^apps/api/src/index[.]ts$'] },
  ),
];

const withinContexts = [
  error(
    'slices-import-no-slices',
    'What two slices share belongs to the stream.',
    { path: `^libs/(${contexts})/src/([^/]+)/`, pathNot: sharedFolders },
    { path: '^libs/$1/src/[^/]+/', pathNot: ['^libs/$1/src/$2/', ...sharedFolders] },
  ),
  error(
    'streams-import-no-slices',
    'The facts know nothing of the commands and views built on them.',
    { path: sharedFolders },
    { path: `^libs/(${contexts})/src/`, pathNot: sharedFolders },
  ),
  error(
    'contracts-import-contracts',
    'What others read may rest on the kernel and on contracts only.',
    { path: `^libs/(${contexts})/src/contract/`, pathNot: spec },
    { path: '^libs/', pathNot: ['^libs/kernel/', `^libs/(${contexts})/src/contract/`] },
  ),
];

const purity = [
  error(
    'pure-files-import-no-shell',
    'A file without role suffix is pure, so it cannot stand on a handler, controller, entity, module or adapter.',
    { path: '^libs/', pathNot: notPure },
    { path: shell },
  ),
  error(
    'pure-files-use-no-library',
    'No framework, no database, no clock, no file: uuid is allowed for ids derived from names, crypto for hashes, momoa for parsing.',
    { path: '^libs/', pathNot: notPure },
    {
      dependencyTypes: ['npm', 'npm-dev', 'npm-peer', 'npm-no-pkg', 'core'],
      pathNot: ['node_modules/(uuid|@humanwhocodes/momoa)/', '^crypto$'],
    },
  ),
  error(
    'pure-context-files-import-kernel-and-contracts',
    'Decisions and folds rest on the kernel, their own context and contracts.',
    { path: `^libs/(${contexts})/`, pathNot: notPure },
    { path: '^libs/', pathNot: ['^libs/$1/', '^libs/kernel/', `^libs/(${contexts})/src/contract/`] },
  ),
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [...everywhere, ...betweenParts, ...withinContexts, ...purity],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^test/architecture/fixtures/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
    },
  },
};
