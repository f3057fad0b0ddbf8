/** Three projects, one command; each package says how its own files are read. */
module.exports = {
  projects: ['<rootDir>/shared-types', '<rootDir>/backend', '<rootDir>/miniapp', '<rootDir>/scripts'],
  maxWorkers: 2,
  testSequencer: '<rootDir>/scripts/longest-first.cjs',
  // what each file has loaded stays in its worker; clearing away two gigabytes of it took a sixth of the time
  workerIdleMemoryLimit: '1GB',
  // every test of the backend talks to a real database, on machines that may do much else
  testTimeout: 30_000,
};
