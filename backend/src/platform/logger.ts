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

/** A database driver's error carries the command it failed on; the message of a validation error repeats the value. */
function safeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const code =
    'code' in error && (typeof error.code === 'number' || typeof error.code === 'string') ? error.code : undefined;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  // these two speak of our code only: "cannot read properties of undefined"
  const message = error instanceof TypeError || error instanceof ReferenceError ? { message: error.message } : {};
  return {
    type: error.name,
    ...message,
    ...(code === undefined ? {} : { code }),
    at: frames.slice(0, 12).map((line) => line.trim()),
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
