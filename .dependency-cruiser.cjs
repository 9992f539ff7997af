// The directions of docs/architecture.md. Data flows both ways; imports point one way.

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** The contracts of the shell, and the pure plan of its rooms. What stands behind them is named in main.ts alone. */
const CONTRACTS =
  '^server/(store/(journal|accounts|agenda-templates|people|delegates|delegate-imports|document-readers)|media/(media-gateway|room-plan|livekit/media-state))\\.ts$';

module.exports = {
  forbidden: [
    // The parts of the simulated world know one another as those of the real one do: by name.
    forbid(
      'no-cycles',
      'Two files that need each other are one file, or lack a third.',
      { pathNot: '^tests/simulation/' },
      { circular: true },
    ),
    forbid('resolvable', 'An import must lead somewhere.', {}, { couldNotResolve: true }),
    forbid(
      'shared-is-alone',
      'The conference itself: pure, the same in the server and in the browser.',
      { path: '^shared/' },
      { pathNot: ['^shared/', '(^|/)node_modules/zod/'] },
    ),
    forbid(
      'domain-knows-no-wire',
      'What travels is made of the domain, never the other way.',
      { path: '^shared/(base|domain)/' },
      { path: '^shared/(protocol|views)/' },
    ),
    forbid(
      'base-is-lowest',
      'Stones, not walls.',
      { path: '^shared/base/' },
      { path: '^shared/', pathNot: '^shared/base/' },
    ),
    forbid(
      'client-and-server-never-meet',
      'They speak over the protocol.',
      { path: '^client/' },
      { path: '^(server|scripts)/' },
    ),
    forbid('server-and-client-never-meet', 'They speak over the protocol.', { path: '^server/' }, { path: '^client/' }),
    forbid('server-runs-without-scripts', 'Scripts use the server.', { path: '^server/' }, { path: '^scripts/' }),
    forbid(
      'scripts-know-no-screen',
      'Scripts use shared and server, and the words by which a screen is found.',
      { path: '^scripts/' },
      { path: '^client/', pathNot: '^client/text/' },
    ),
    forbid(
      'transport-uses-contracts',
      'transport → application → contracts.',
      { path: '^server/transport/' },
      { path: '^server/(store|media|papers)/', pathNot: CONTRACTS },
    ),
    forbid(
      'application-uses-contracts',
      'The way of a command does not know which database or which media server stands behind it.',
      { path: '^server/application/' },
      { path: '^server/(transport|store|media|papers)/', pathNot: CONTRACTS },
    ),
    forbid(
      'adapters-look-down',
      'A store, the media and the log are handed in; they know nobody above them.',
      { path: '^server/(store|media|observe)/' },
      { path: '^server/(application|transport)/' },
    ),
    forbid('no-tests-in-the-product', 'Nobody imports tests.', { pathNot: '^tests/' }, { path: '^tests/' }),
    forbid(
      'nobody-imports-main',
      'A composition root is started, not imported.',
      {},
      { path: '^(server|client)/main\\.tsx?$' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|\\.cache|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
