import pino from 'pino';

/** Structured log lines. Fields are ids, names of things and numbers: never what a person typed. */
export type Logger = pino.Logger;

/** A net under the rule above: should somebody log an object with such a field, its value does not come out. */
const personal = [
  'phone',
  'name',
  'contactName',
  'address',
  'door',
  'idNumber',
  'code',
  'body',
  'query',
  'authorization',
  'cookie',
  'accessToken',
  'refreshToken',
  'token',
  'bindTicket',
  'openid',
  'session_key',
  'sessionKey',
];

/** Where in the code, as Node writes it: `at name (file:line:column)`. */
const frame = /^\s+at .*:\d+:\d+\)?$/;
const framesKept = 12;

/**
 * A database driver's error carries the command it failed on, the message of a validation error repeats the value, and
 * so do those of the language itself ("… is not a function", "Received '…'"): no message is written. What it says is
 * also in the stack, where a line of it could pass for a frame.
 */
function safeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const code =
    'code' in error && (typeof error.code === 'number' || typeof error.code === 'string') ? error.code : undefined;
  const stack = String(error.stack ?? '').replace(String(error.message), '');
  const frames = stack.split('\n').filter((line) => frame.test(line));
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    at: frames.slice(0, framesKept).map((line) => line.trim()),
  };
}

export interface LoggerOptions {
  readonly level: pino.LevelWithSilent;
  /** Where lines go; absent: standard output. */
  readonly stream?: pino.DestinationStream;
}

/**
 * Makes the log. An error is written as its name, code and stack frames; its message is left out, because messages of
 * parsers and drivers repeat what was sent.
 */
export function makeLogger({ level, stream }: LoggerOptions): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: personal.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), censor: '[removed]' },
    serializers: { err: safeError, error: safeError },
  };
  return stream ? pino(options, stream) : pino(options);
}
