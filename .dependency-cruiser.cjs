/** The house, as rules: imports run one way (docs/architecture.md). */
const rule = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: to },
})

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    rule(
      'domain-is-pure',
      '^domain/',
      '^(app|cli|db|exporters|importers|playbooks)/',
      'domain imports nothing of ours',
    ),
    {
      ...rule(
        'domain-does-no-io',
        '^domain/',
        '^(fs|path|child_process|worker_threads|http|https|net|os)$',
        'no I/O in domain',
      ),
      from: { path: '^domain/', pathNot: '^domain/reading/(training|quality)/' },
      to: { dependencyTypes: ['core'] },
    },
    rule('importers-know-domain', '^importers/', '^(app|cli|db|exporters)/', 'importers import domain only'),
    rule('exporters-know-domain', '^exporters/', '^(app|cli|db|importers)/', 'exporters import domain only'),
    rule('db-knows-domain', '^db/', '^(app|cli|exporters|importers)/', 'db imports domain only'),
    rule(
      'cli-is-a-door',
      '^(domain|importers|exporters|db)/',
      '^(app|cli)/',
      'app and cli are imported by none',
    ),
    rule(
      'components-stay-in-the-browser',
      '^app/components/',
      '\\.server\\.ts$',
      'components know nothing of the server',
    ),
    {
      name: 'commands-load-when-they-run',
      comment: 'a command imports the register inside its action, so that the others start without it',
      severity: 'error',
      from: { path: '^cli/' },
      to: {
        path: '^(db|exporters|app/services)/',
        pathNot: '^app/services/(permissions|today\\.server)\\.ts$',
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  },
}
