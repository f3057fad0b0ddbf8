const { configure } = require('@testing-library/react');

// screens with many parts draw slowly in a test's document when the machine is busy
configure({ asyncUtilTimeout: 8_000 });
