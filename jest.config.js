const typescript = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
  },
  sourceMaps: true,
};

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testRegex: '\\.(spec|e2e-spec)\\.ts$',
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  testTimeout: process.env.LONG === '1' ? 1_800_000 : 60_000,
  extensionsToTreatAsEsm: ['.ts'],
  // What ES modules leave behind in a worker is not freed, and slows down all that comes after: such a worker starts anew.
  workerIdleMemoryLimit: '500MB',
  coverageProvider: 'v8',
  transform: {
    '^.+\\.ts$': ['@swc/jest', { ...typescript, module: { type: 'es6' } }],
    // ESM-only packages that a CommonJS dependency require()s: Node >= 20.19 can, Jest on Node 20 cannot.
    '/node_modules/(content-disposition|cookie)/.+\\.js$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } }, module: { type: 'commonjs' } },
    ],
  },
  // Wherever npm has put them: nested copies too.
  transformIgnorePatterns: ['/node_modules/(?!(.*/)?(content-disposition|cookie)/)'],
};
