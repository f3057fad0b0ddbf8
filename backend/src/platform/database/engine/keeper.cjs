// Runs one program and makes sure that it never outlives the process that asked for it: this keeper sits in a process
// group of its own, so that Ctrl-C in a terminal does not reach the program before its clients are gone, and it watches
// its standard input, which closes when the asking process dies in whatever way.
const { spawn } = require('node:child_process');
const { openSync } = require('node:fs');

const [logFile, graceMs, command, ...args] = process.argv.slice(2);
const log = openSync(logFile, 'a');
const child = spawn(command, args, { stdio: ['ignore', log, log] });
let asked = false;

function stop() {
  if (asked) return;
  asked = true;
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), Number(graceMs)).unref();
}

child.on('spawn', () => process.stdout.write(`${JSON.stringify({ pid: child.pid })}\n`));
child.on('error', (error) => {
  // the watched input would keep this process alive for ever
  process.stdout.write(`${JSON.stringify({ error: error.message })}\n`, () => process.exit(127));
});
child.on('exit', (code, signal) => process.exit(asked ? 0 : (code ?? (signal ? 1 : 0))));
process.stdin.on('end', stop).on('error', stop).resume();
process.stdout.on('error', stop);
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
process.on('SIGHUP', stop);
