import type { Logger } from './logger';

/**
 * What nobody caught ends the process, and is written as the log writes errors. Node's own report would repeat the
 * message and every field of the error, and a driver's error carries what people sent.
 */
export function endOnCrash(log: Logger): void {
  process.once('uncaughtException', (error) => {
    log.fatal({ err: error }, 'crashed');
    process.exit(1);
  });
}
