const swc = { jsc: { parser: { syntax: 'typescript' }, target: 'es2021' }, module: { type: 'commonjs' } };

/** @type {import('jest').Config} */
module.exports = {
  displayName: 'backend',
  testEnvironment: 'node',
  transform: { '\\.(ts|js)$': ['@swc/jest', swc] },
  testMatch: ['<rootDir>/**/*.test.ts'],
  globalSetup: '<rootDir>/src/testing/start-test-engine.ts',
  globalTeardown: '<rootDir>/src/testing/stop-test-engine.ts',
};
