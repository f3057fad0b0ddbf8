import mongoose from 'mongoose';
import { driverRuntime } from './driver-runtime';
import './settings';

export interface ConnectOptions {
  /** Database name; without it, the one in the address. */
  readonly dbName?: string;
  /** Connections kept at most. A request waits for a free one rather than piling work on the server. */
  readonly maxPoolSize?: number;
  /** How long a call waits for a server that is away, in milliseconds. */
  readonly serverSelectionTimeoutMs?: number;
}

const defaultPool = 50;
/** Shorter than the 5 s for which the lifecycle engine repeats an unknown outcome (handbook 4). */
const defaultSelectionMs = 4_000;

/**
 * Opens mongoose's default connection, so that models made with `mongoose.model` and with `connection.model` both work.
 * @throws when no server answers in time.
 */
export async function connect(uri: string, options: ConnectOptions = {}): Promise<mongoose.Connection> {
  await mongoose.connect(uri, driverOptions(options));
  return mongoose.connection;
}

/** A connection of its own beside the default one, for tools and for tests that need two processes' worth. */
export function connectBeside(uri: string, options: ConnectOptions = {}): Promise<mongoose.Connection> {
  return mongoose.createConnection(uri, driverOptions(options)).asPromise();
}

function driverOptions(options: ConnectOptions): mongoose.ConnectOptions {
  return {
    ...(options.dbName ? { dbName: options.dbName } : {}),
    ...driverRuntime,
    autoIndex: false,
    autoCreate: false,
    retryWrites: true,
    retryReads: true,
    maxPoolSize: options.maxPoolSize ?? defaultPool,
    waitQueueTimeoutMS: 5_000,
    serverSelectionTimeoutMS: options.serverSelectionTimeoutMs ?? defaultSelectionMs,
    // a server that vanished without a word is noticed; longer than any operation may run
    socketTimeoutMS: 30_000,
    // acknowledged means: on the disk of a majority, also after a failover
    writeConcern: { w: 'majority' },
  };
}
