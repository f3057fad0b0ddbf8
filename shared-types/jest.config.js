const swc = { jsc: { parser: { syntax: 'typescript' }, target: 'es2021' }, module: { type: 'commonjs' } };

/** @type {import('jest').Config} */
module.exports = {
  displayName: 'shared-types',
  testEnvironment: 'node',
  transform: { '\\.(ts|js)$': ['@swc/jest', swc] },
  testMatch: ['<rootDir>/**/*.test.ts'],
};
